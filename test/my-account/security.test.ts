import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { wrongCodeAt } from '../support/authenticator.js';
import { squeeze } from '../support/page.js';
import {
  anEmployee,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';
import { deviceName } from '../../src/web/device.js';

const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36';

describe('the page Beveiliging', () => {
  let portal: Portal;
  let employee: Person;

  const open = () => employee.browser.open('/beveiliging');
  const rows = (part: number) => {
    const { $ } = employee.browser.page;
    return $('section:has(li)')
      .eq(part)
      .find('li p')
      .toArray()
      .map((row) => squeeze($(row).text()));
  };

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
  });
  after(() => portal.close());

  it('shows where somebody is logged in [V7.5.2]', async () => {
    const other = elsewhere(portal, employee);
    other.browser.userAgent = phone;
    await logIn(other);
    await employee.browser.open('/');
    await employee.browser.follow('Beveiliging');
    assert.equal(rows(0).length, 2);
    assert.match(rows(0)[0] ?? '', /^Onbekend apparaat \(dit apparaat\)ingelogd op \d/);
    assert.match(rows(0)[1] ?? '', /^Chrome op Android/);
  });

  it('says what this device does now, what another did last, and by which clock', async () => {
    const other = elsewhere(portal, employee);
    other.browser.userAgent = phone;
    await logIn(other);
    await portal.pass({ minutes: 2 });
    const { text } = await open();
    const [here = '', there = ''] = rows(0);
    assert.match(here, /ingelogd op \d+ \w+ \d{4}, \d\d:\d\d, laatst gebruikt: nu$/);
    assert.match(there, /laatst gebruikt op \d+ \w+ \d{4}, \d\d:\d\d$/);
    assert.equal(text.split('Nederlandse tijd (Amsterdam)').length, 2);
  });

  it('ends one login', async () => {
    const other = elsewhere(portal, employee);
    other.browser.userAgent = phone;
    await logIn(other);
    await open();
    const { $ } = employee.browser.page;
    const button = squeeze($('section button.secondary').text());
    assert.match(button, /^Uitloggen Chrome op Android/);
    await employee.browser.press(button);
    assert.match(employee.browser.page.text, /Dat apparaat is uitgelogd\./);
    assert.equal((await other.browser.open('/')).path, '/inloggen');
    assert.equal(rows(0).length, 1);
  });

  it('ends all others, and not this one', async () => {
    const others = [elsewhere(portal, employee), elsewhere(portal, employee)];
    for (const other of others) await logIn(other);
    await open();
    await employee.browser.press('Overal anders uitloggen');
    for (const other of others) assert.equal((await other.browser.open('/')).path, '/inloggen');
    assert.equal((await open()).path, '/beveiliging');
  });

  it('asks the password first, when that was given more than 5 minutes ago [V7.5.2]', async () => {
    const other = elsewhere(portal, employee);
    await logIn(other);
    await portal.pass({ minutes: 5 });
    await open();
    const page = await employee.browser.press('Overal anders uitloggen');
    assert.equal(page.heading, 'Vul je wachtwoord in');
    assert.equal((await other.browser.open('/')).path, '/');
    assert.equal((await employee.browser.press('Verder', { Wachtwoord: password })).heading, 'Beveiliging');
    await employee.browser.press('Overal anders uitloggen');
    assert.equal((await other.browser.open('/')).path, '/inloggen');
  });

  it('does not end somebody else’s login [V8.2.2]', async () => {
    const stranger = await anEmployee(portal, await anEmployer());
    await logIn(stranger);
    const [login] = (await record(stranger)).logins;
    await open();
    await employee.browser.post('/beveiliging/uitloggen', {
      _csrf: employee.browser.token,
      login: login?.id ?? '',
    });
    assert.equal((await stranger.browser.open('/')).path, '/');
  });

  it('leaves out logins that ended by themselves', async () => {
    await logIn(elsewhere(portal, employee));
    await portal.pass({ minutes: 20 });
    await employee.browser.open('/');
    await portal.pass({ minutes: 20 });
    await open();
    assert.equal(rows(0).length, 1);
  });

  it('tells what happened to the access, who did it, and from where they did it themselves', async () => {
    employee.browser.userAgent = phone;
    await setUpTwoFactor(portal, employee);
    await portal.pass({ minutes: 1 });
    const { employer } = await record(employee);
    const officer = await anOfficer(portal, employer.toString());
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${employee.id.toString()}`);
    await officer.browser.press('Gebruikersnaam versturen');
    await open();
    const log = rows(1).map((row) => row.replace(/, \d+ \w+ \d{4}, .*/, ''));
    assert.deepEqual(log, [
      'Je gebruikersnaam is naar je gestuurddoor je werkgever',
      '2 factor authenticatie is aangezetdoor jou, vanaf 127.0.0.1 met Chrome op Android',
      'Je hebt toegang gekregendoor een beheerder',
    ]);
  });

  it('says of wrong codes where they came from, not that it was the owner', async () => {
    await setUpTwoFactor(portal, employee);
    await portal.pass({ minutes: 1 });
    const stranger = elsewhere(portal, employee);
    stranger.browser.userAgent = phone;
    for (let i = 0; i < 10; i++) {
      if (i % 4 === 0) await logIn(stranger);
      await stranger.browser.press('Inloggen', {
        Verificatiecode: wrongCodeAt(employee.secret, portal.now()),
      });
    }
    await open();
    assert.match(rows(1)[0] ?? '', /te vaak een verkeerdevanaf 127\.0\.0\.1 met Chrome op Android,/);
  });
});

describe('the name of a device', () => {
  it('is what its owner calls it', () => {
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
    const edge =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0';
    assert.equal(deviceName(phone), 'Chrome/Android');
    assert.equal(deviceName(iphone), 'Safari/iPhone');
    assert.equal(deviceName(edge), 'Edge/Windows');
    assert.equal(deviceName('curl/8.5.0'), undefined);
  });
});
