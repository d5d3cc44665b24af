import assert from 'node:assert/strict';
import supertest from 'supertest';
import { Answers } from '../../src/models/answer.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
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
});
