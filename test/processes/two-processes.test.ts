import assert from 'node:assert/strict';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, logIn, password, record, type Person } from '../support/people.js';
import { startProcess } from '../support/portal-process.js';
import type { Running } from '../support/process.js';

const halfMinute = 30_000;

describe('two processes on one database', function () {
  this.timeout(180_000);
  let portal: Portal;
  let processes: Running[];
  let a: string;
  let b: string;
  let employee: Person;

  async function start(): Promise<string> {
    const { running, address } = await startProcess(portal, { PASSWORD_TRIES_WITHOUT_WAIT: '1000' });
    processes.push(running);
    return address;
  }

  before(async () => {
    processes = [];
    portal = await startPortal();
    await anEmployer();
    [a, b] = [await start(), await start()];
  });
  after(async () => {
    for (const running of processes) {
      running.kill('SIGTERM');
      await running.ended;
    }
    await portal.close();
  });

  const code = (steps: number) => codeAt(employee.secret, new Date(Date.now() + steps * halfMinute));
  const at = (address: string, who = employee) => ({ ...who, browser: new Browser(address) });
  const goTo = (address: string) => {
    employee.browser.portal = address;
  };

  // Set up with the code of the step before: those of now and of the next step are there to log in with.
  beforeEach(async () => {
    employee = at(a, await anEmployee(portal, await anEmployer()));
    await logIn(employee);
    employee.secret = (await employee.browser.open('/2-factor-authenticatie')).$('.key').text();
    await employee.browser.press('Toepassen', { Verificatiecode: code(-1) });
    assert.equal((await record(employee)).twoFactor.state, 'on');
  });

  it('alternating: a login begins at one, goes on at the other, and ends everywhere', async () => {
    employee = at(a);
    assert.equal((await logIn(employee)).path, '/inloggen/verificatie');
    goTo(b);
    assert.equal((await employee.browser.press('Inloggen', { Verificatiecode: code(0) })).path, '/');
    goTo(a);
    assert.equal((await employee.browser.open('/beveiliging')).heading, 'Beveiliging');
    goTo(b);
    await employee.browser.open('/2-factor-authenticatie');
    goTo(a);
    const off = await employee.browser.press('Toepassen', { Verificatiecode: code(1) });
    assert.match(off.text, /2 factor authenticatie is uitgeschakeld/);
    goTo(b);
    await employee.browser.press('Uitloggen');
    goTo(a);
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
  });

  it('at the same moment: one code logs in once', async () => {
    const pending = [at(a), at(b), at(a), at(b)];
    for (const who of pending) await logIn(who);
    const typed = code(0);
    const pages = await Promise.all(
      pending.map(({ browser }) => browser.press('Inloggen', { Verificatiecode: typed })),
    );
    assert.equal(pages.filter(({ path }) => path === '/').length, 1);
    assert.equal(pages.filter(({ text }) => text.includes('Deze code is al gebruikt')).length, 3);
  });

  it('a thief with a copy of the session is out at one, once its owner logged out at the other', async () => {
    const thief = at(b);
    for (const [name, value] of employee.browser.cookies) thief.browser.cookies.set(name, value);
    assert.equal((await thief.browser.open('/')).path, '/');
    await employee.browser.press('Uitloggen');
    assert.equal((await thief.browser.open('/')).path, '/inloggen');
  });

  it('alternating: five wrong codes end a pending login at both', async () => {
    employee = at(a);
    await logIn(employee);
    for (const address of [a, b, a, b, a]) {
      goTo(address);
      const wrong = wrongCodeAt(employee.secret, new Date());
      await employee.browser.press('Inloggen', { Verificatiecode: wrong });
    }
    assert.match(employee.browser.page.text, /Je hebt te vaak een verkeerde code ingevuld/);
    goTo(b);
    assert.equal((await employee.browser.open('/inloggen/verificatie')).path, '/inloggen');
  });

  it('alternating: wrong codes are one count, and the lock holds at both', async () => {
    for (let tried = 0; tried < 10;) {
      const who = at(tried % 2 === 0 ? a : b);
      await logIn(who);
      for (let here = 0; here < 4 && tried < 10; here++, tried++) {
        who.browser.portal = tried % 2 === 0 ? b : a;
        const wrong = wrongCodeAt(employee.secret, new Date());
        const { status } = await who.browser.press('Inloggen', { Verificatiecode: wrong });
        if (tried < 9) assert.equal(status, 400);
      }
    }
    for (const address of [a, b]) {
      const who = at(address);
      await logIn(who);
      assert.equal((await who.browser.press('Inloggen', { Verificatiecode: code(0) })).status, 429);
    }
  });

  it('alternating: wrong passwords are one count', async () => {
    const who = at(a);
    for (let tried = 0; tried < 15; tried++) {
      who.browser.portal = tried % 2 === 0 ? a : b;
      assert.equal((await logIn(who, 'een verkeerde lange zin')).status, 400, `try ${tried}`);
    }
    for (const address of [a, b]) {
      who.browser.portal = address;
      assert.equal((await logIn(who)).status, 429);
    }
  });

  it('a form that is tapped twice and comes in at both gets one answer', async () => {
    const who = at(a);
    await who.browser.open('/inloggen');
    const form = {
      _csrf: who.browser.token,
      gebruikersnaam: employee.username,
      wachtwoord: password,
    };
    const second = at(b);
    for (const [name, value] of who.browser.cookies) second.browser.cookies.set(name, value);
    await Promise.all([who, second].map(({ browser }) => browser.post('/inloggen', form)));
    assert.equal(who.browser.cookies.get('sessie'), second.browser.cookies.get('sessie'));
    assert.equal(second.browser.page.path, '/inloggen/verificatie');
  });

  it('each change is in the audit log once', async () => {
    const entries = await AuditEntries.find({ account: employee.id }).lean();
    assert.deepEqual(entries.map(({ action }) => action).sort(), [
      'account-added-with-login',
      'two-factor-on',
    ]);
  });
});
