import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import { Limits } from '../../src/models/limit.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  type Person,
} from '../support/people.js';

describe('guessing', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  const guess = async (who: Person, times: number) => {
    for (let i = 0; i < times; i++) await logIn(who, 'een verkeerde lange zin');
  };

  it('of a password stops after 15 wrong ones, also for the right one, and says how long to wait', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await guess(employee, 15);
    const page = await logIn(employee);
    assert.equal(page.status, 429);
    assert.equal(page.heading, 'Te vaak geprobeerd');
    assert.match(page.text, /Probeer het over 15 minuten opnieuw\./);
    await portal.pass({ minutes: 15 });
    assert.equal((await logIn(employee)).path, '/');
  });

  it('stops in the same way for a username that does not exist', async () => {
    const nobody = { ...(await anEmployee(portal, await anEmployer())), username: 'bestaat-niet' };
    await guess(nobody, 15);
    assert.equal((await logIn(nobody)).status, 429);
  });

  it('starts counting again after the right password', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await guess(employee, 14);
    await logIn(employee);
    await guess(elsewhere(portal, employee), 14);
    assert.equal((await logIn(elsewhere(portal, employee))).path, '/');
  });

  it('of passwords from one address stops after 100, whatever the usernames', async () => {
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    for (let i = 0; i < 100; i++) {
      await browser.press('Inloggen', { Gebruikersnaam: `iemand${i}`, Wachtwoord: 'x' });
    }
    const page = await browser.press('Inloggen', { Gebruikersnaam: 'iemand100', Wachtwoord: 'x' });
    assert.equal(page.status, 429);
    assert.match(page.text, /Probeer het over 10 minuten opnieuw\./);
  });

  it('of a code stops after 10 wrong ones, over any number of logins', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const wrong = wrongCodeAt(employee.secret, portal.now());
    for (let login = 0; login < 2; login++) {
      const who = elsewhere(portal, employee);
      await logIn(who);
      for (let i = 0; i < 5; i++) await who.browser.press('Inloggen', { Verificatiecode: wrong });
    }
    const who = elsewhere(portal, employee);
    await logIn(who);
    const right = codeAt(employee.secret, portal.now());
    assert.equal((await who.browser.press('Inloggen', { Verificatiecode: right })).status, 429);
  });

  it('of codes at the same moment: at most 10 of 30 are checked', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const wrong = wrongCodeAt(employee.secret, portal.now());
    const browsers = Array.from({ length: 30 }, () => elsewhere(portal, employee).browser);
    for (const browser of browsers) await logIn({ ...employee, browser });
    const pages = await Promise.all(browsers.map((browser) => browser.press('Inloggen', { Verificatiecode: wrong })));
    const checked = pages.filter(({ status }) => status === 400).length;
    assert.ok(checked >= 1 && checked <= 10, `${checked} were checked`);
    assert.equal(pages.filter(({ status }) => status === 429).length, 30 - checked);
  });

  it('leaves no username and no address readable in the database', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await guess(employee, 1);
    const stored = JSON.stringify(await Limits.find().lean());
    assert.ok(stored.includes('username:'));
    assert.ok(!stored.includes(employee.username));
    assert.ok(!stored.includes('127.0.0.1'));
  });

  it('does not count a code that cannot be one', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const who = elsewhere(portal, employee);
    await logIn(who);
    for (let i = 0; i < 12; i++) {
      const page = await who.browser.press('Inloggen', { Verificatiecode: '12345' });
      assert.match(page.text, /De verificatiecode heeft 6 cijfers\. Vul alle 6 de cijfers in\./);
    }
    const right = codeAt(employee.secret, portal.now());
    assert.equal((await who.browser.press('Inloggen', { Verificatiecode: right })).path, '/');
  });
});
