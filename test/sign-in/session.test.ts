import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

describe('a session', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
  });
  after(() => portal.close());

  it('ends after 30 minutes without a click, and says so [V7.3.1]', async () => {
    await portal.pass({ minutes: 29 });
    assert.equal((await employee.browser.open('/')).path, '/');
    await portal.pass({ minutes: 29 });
    assert.equal((await employee.browser.open('/')).path, '/');
    await portal.pass({ minutes: 30 });
    const page = await employee.browser.open('/');
    assert.equal(page.path, '/inloggen');
    assert.match(page.text, /Je bent niet meer ingelogd\. Log opnieuw in\./);
  });

  it('ends after 12 hours, however much somebody clicks [V7.3.2]', async () => {
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      await portal.pass({ minutes: 20 });
      assert.equal((await employee.browser.open('/')).path, '/', `${minutes} minutes`);
    }
    await portal.pass({ minutes: 20 });
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
  });

  it('begins on the page that was asked for', async () => {
    const stranger = elsewhere(portal, employee);
    await stranger.browser.open('/2-factor-authenticatie');
    const page = await stranger.browser.press('Inloggen', {
      Gebruikersnaam: employee.username,
      Wachtwoord: password,
    });
    assert.equal(page.path, '/2-factor-authenticatie');
  });

  it('begins again where it ended, also when that was at the press of a button, which then did nothing', async () => {
    const employer = await anEmployer();
    const officer = await anOfficer(portal, employer);
    const other = await anEmployee(portal, employer);
    await logIn(officer);
    for (const [path, button] of [
      [`/werkgever/werknemers/${other.id.toString()}/blokkeren`, 'Blokkeren'],
      ['/wachtwoord-wijzigen', 'Wachtwoord opslaan'],
      ['/e-mailadres-wijzigen', 'E-mail sturen'],
    ] as const) {
      await officer.browser.open(path);
      await portal.pass({ minutes: 30 });
      assert.match((await officer.browser.press(button)).text, /Je bent niet meer ingelogd\./);
      const page = await officer.browser.press('Inloggen', {
        Gebruikersnaam: officer.username,
        Wachtwoord: password,
      });
      assert.equal(page.path, path);
    }
    assert.equal((await record(other)).access.state, 'active');
  });

  it('begins there after the code too, and for one employee of many', async () => {
    const employer = await anEmployer();
    const officer = await anOfficer(portal, employer);
    const path = `/werkgever/werknemers/${(await anEmployee(portal, employer)).id.toString()}`;
    await officer.browser.open(path);
    assert.equal(
      (await officer.browser.press('Inloggen', { Gebruikersnaam: officer.username, Wachtwoord: password }))
        .path,
      path,
    );
    const who = elsewhere(portal, await anEmployeeWithTwoFactor(portal, employer));
    await who.browser.open('/2-factor-authenticatie');
    await who.browser.press('Inloggen', { Gebruikersnaam: who.username, Wachtwoord: password });
    const page = await who.browser.press('Inloggen', { Verificatiecode: codeAt(who.secret, portal.now()) });
    assert.equal(page.path, '/2-factor-authenticatie');
  });

  it('never begins on another site, whatever the address says [V3.7.2]', async () => {
    for (const path of [
      '/?next=//evil.test',
      '//evil.test',
      '/\\evil.test',
      '/%2f%2fevil.test',
      '/werkgever/werknemers/..%2f..',
    ]) {
      const { browser } = elsewhere(portal, employee);
      await browser.open(path);
      await browser.open('/inloggen');
      const page = await browser.press('Inloggen', {
        Gebruikersnaam: employee.username,
        Wachtwoord: password,
      });
      assert.equal(page.path, '/', path);
    }
  });
});

describe('a session under other settings', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal({ SESSION_IDLE_MINUTES: '5' });
  });
  after(() => portal.close());

  it('lasts as long as they say', async () => {
    const who = await anEmployee(portal, await anEmployer());
    await logIn(who);
    await portal.pass({ minutes: 4 });
    assert.equal((await who.browser.open('/')).path, '/');
    await portal.pass({ minutes: 5 });
    assert.equal((await who.browser.open('/')).path, '/inloggen');
  });

  it('says so at the foot of every page', async () => {
    const who = await anEmployee(portal, await anEmployer());
    await logIn(who);
    const { $ } = who.browser.page;
    assert.match($('footer').text(), /Doe je 5 minuten niets\? Dan log je vanzelf uit\. Na 12 uur /);
  });
});
