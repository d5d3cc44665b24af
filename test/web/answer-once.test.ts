import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as pass } from 'node:timers/promises';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { Answers } from '../../src/models/answer.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { listen } from '../support/chromium.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

describe('a form that is posted twice', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  /** Taps a button, as often as somebody does who sees nothing happen; from the session that the page came in. */
  async function tap({ browser }: Person, path: string, form: Record<string, string>, times: number) {
    const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = { _csrf: browser.token, ...form };
    const post = () => supertest(portal.app).post(path).set('Cookie', cookies).type('form').send(body);
    return Promise.all(Array.from({ length: times }, post));
  }

  const answerOf = ({ status, headers }: supertest.Response) =>
    JSON.stringify([status, headers.location, headers['set-cookie']]);

  async function atLogin(): Promise<Person> {
    const employee = await anEmployee(portal, await anEmployer());
    await employee.browser.open('/inloggen');
    return employee;
  }
  const login = ({ username }: Person) => ({ gebruikersnaam: username, wachtwoord: password });

  it('to log in: one login, and the same answer with the same session', async () => {
    const employee = await atLogin();
    const answers = await tap(employee, '/inloggen', login(employee), 3);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303],
    );
    assert.match(answers.map(answerOf)[0] ?? '', /sessie=s%3A/);
    assert.equal(new Set(answers.map(answerOf)).size, 1);
    assert.equal((await record(employee)).logins.length, 1);
  });

  it('one after the other: the same', async () => {
    const employee = await atLogin();
    const [first] = await tap(employee, '/inloggen', login(employee), 1);
    const [second] = await tap(employee, '/inloggen', login(employee), 1);
    assert.ok(first && second);
    assert.equal(answerOf(first), answerOf(second));
    assert.equal((await record(employee)).logins.length, 1);
  });

  it('with a code: one login, one spent code', async () => {
    const who = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
    const before = (await record(who)).logins.length;
    await logIn(who);
    const form = { verificatiecode: codeAt(who.secret, portal.now()) };
    const answers = await tap(who, '/inloggen/verificatie', form, 3);
    assert.equal(new Set(answers.map(answerOf)).size, 1);
    assert.equal(answers[0]?.headers.location, '/');
    assert.equal((await record(who)).logins.length, before + 1);
  });

  it('to set two-factor up, or switch it off: on once, off once, one entry each', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    const page = await employee.browser.open('/2-factor-authenticatie');
    const secret = page.$('.key').text();
    const code = () => ({ verificatiecode: codeAt(secret, portal.now()) });
    const on = await tap(employee, '/2-factor-authenticatie/instellen', code(), 3);
    assert.equal(new Set(on.map(answerOf)).size, 1);
    assert.equal(on[0]?.headers.location, '/2-factor-authenticatie/herstelcodes');

    await portal.deps.relay.settled();
    await portal.pass({ minutes: 1 });
    const again = elsewhere(portal, employee);
    await logIn(again);
    await again.browser.press('Inloggen', { Verificatiecode: codeAt(secret, portal.now()) });
    await portal.pass({ minutes: 1 });
    await again.browser.open('/2-factor-authenticatie');
    const off = await tap(again, '/2-factor-authenticatie/uitschakelen', code(), 3);
    assert.equal(new Set(off.map(answerOf)).size, 1);
    assert.equal(off[0]?.headers.location, '/');
    const actions = (await AuditEntries.find({ account: employee.id }).lean()).map(({ action }) => action);
    assert.deepEqual(actions, ['account-added-with-login', 'two-factor-on', 'two-factor-off']);
  });

  it('is looked at twice when it was refused', async () => {
    const who = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
    await logIn(who);
    const form = { verificatiecode: wrongCodeAt(who.secret, portal.now()) };
    const answers = await tap(who, '/inloggen/verificatie', form, 3);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [400, 400, 400],
    );
    assert.equal((await record(who)).codeTries.wrong, 3);
    assert.equal(await Answers.countDocuments({ sealed: null }), 0);
  });

  it('after ten seconds gets an answer of its own', async () => {
    const employee = await atLogin();
    await tap(employee, '/inloggen', login(employee), 1);
    await portal.pass({ seconds: 11 });
    const [late] = await tap(employee, '/inloggen', login(employee), 1);
    assert.equal(late?.status, 403);
  });

  it('by somebody else, or with another word in it, is another form', async () => {
    const employee = await atLogin();
    await tap(employee, '/inloggen', login(employee), 1);
    const [other] = await tap(employee, '/inloggen', { ...login(employee), wachtwoord: 'x' }, 1);
    assert.equal(other?.status, 403);
    const thief = elsewhere(portal, employee);
    await thief.browser.open('/inloggen');
    const token = { _csrf: employee.browser.token };
    const [stolen] = await tap(thief, '/inloggen', { ...login(employee), ...token }, 1);
    assert.equal(stolen?.status, 403);
  });

  it('leaves nothing in the database that opens a session', async () => {
    const employee = await atLogin();
    const [answer] = await tap(employee, '/inloggen', login(employee), 1);
    const id = /sessie=s%3A([^.]+)\./.exec(answerOf(answer as supertest.Response))?.[1] ?? '';
    assert.match(id, /^.{32}$/);
    assert.ok(!(await portal.everythingStored()).includes(id));
  });

  it('is not waited for, once the process that took it on was killed', async () => {
    const employee = await atLogin();
    await tap(employee, '/inloggen', login(employee), 1);
    await Answers.updateMany({}, { $unset: { sealed: 1 } });
    await portal.pass({ seconds: 11 });
    const [late] = await tap(employee, '/inloggen', login(employee), 1);
    assert.equal(late?.status, 403);
  });

  describe('and keeps the others waiting', () => {
    let asked: string[] = [];
    const askedFor = (methods: string[]) => asked.filter((method) => methods.includes(method)).length;

    before(() =>
      mongoose.set('debug', (collection: string, method: string) => {
        if (collection === 'answers') asked.push(method);
      }),
    );
    beforeEach(() => (asked = []));
    after(() => mongoose.set('debug', false));

    /** Somebody who logged in, with a form that looks as if it is still being dealt with. */
    async function underWay(): Promise<Person> {
      const employee = await atLogin();
      await tap(employee, '/inloggen', login(employee), 1);
      await Answers.updateMany({}, { $unset: { sealed: 1 } });
      asked = [];
      return employee;
    }

    it('does so only with a session cookie of this portal', async () => {
      const own = (await atLogin()).browser.cookies.get('sessie') ?? '';
      for (const cookie of ['x', 's%3Ax.y', `${own.slice(0, -3)}abc`, own.replace('s%3A', 's%3Ax')])
        await supertest(portal.app).post('/inloggen').set('Cookie', `sessie=${cookie}`).expect(403);
      assert.deepEqual(asked, []);
    });

    it('lets all of them go on when the first was refused', async () => {
      const employee = await atLogin();
      const wrong = { ...login(employee), wachtwoord: 'een verkeerde lange zin' };
      const answers = await tap(employee, '/inloggen', wrong, 10);
      assert.ok(answers.every(({ status }) => status === 400 || status === 429));
      const writes = askedFor(['insertOne', 'findOneAndUpdate']);
      assert.ok(writes <= 20, `${writes} tries to be the first`);
    });

    it('lets them go on after ten seconds', async () => {
      const employee = await underWay();
      const began = Date.now();
      const [late] = await tap(employee, '/inloggen', login(employee), 1);
      assert.equal(late?.status, 403);
      assert.ok(Date.now() - began < 15_000);
      assert.ok(asked.length < 30, `looked ${asked.length} times`);
    });

    it('stops for who hangs up', async () => {
      const employee = await underWay();
      const site = await listen(portal);
      const waiting = request(`${site.address}/inloggen`, {
        method: 'POST',
        headers: {
          Cookie: `sessie=${employee.browser.cookies.get('sessie') ?? ''}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
      }).on('error', () => undefined);
      waiting.end(new URLSearchParams({ _csrf: employee.browser.token, ...login(employee) }).toString());
      await pass(500);
      waiting.destroy();
      await pass(1000);
      site.close();
      const { length } = asked;
      assert.ok(length > 0);
      await Answers.deleteMany({});
      await pass(1000);
      assert.equal(asked.length, length + 1);
      assert.doesNotMatch(portal.logged().split('\n').slice(-4).join(), /"form refused"/);
    });
  });
});
