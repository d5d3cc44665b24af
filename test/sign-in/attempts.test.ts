import assert from 'node:assert/strict';
import { Limits } from '../../src/models/limit.js';
import { Waits } from '../../src/models/wait.js';
import { networkOf } from '../../src/web/network.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  type Person,
} from '../support/people.js';

const guess = async (who: Person, times: number) => {
  for (let i = 0; i < times; i++) await logIn(who, 'een verkeerde lange zin');
};

describe('guessing passwords', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal({ PASSWORD_TRIES_WITHOUT_WAIT: '1000' });
  });
  afterEach(() => portal.close());

  it('from one address stops after 15 wrong ones, also for the right one, and says how long to wait [V2.3.2, V2.4.1]', async () => {
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

  it('from one address stops after 100, whatever the usernames [V2.3.2, V6.3.1]', async () => {
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    for (let i = 0; i < 100; i++) {
      await browser.press('Inloggen', { Gebruikersnaam: `iemand${i}`, Wachtwoord: 'x' });
    }
    const page = await browser.press('Inloggen', { Gebruikersnaam: 'iemand100', Wachtwoord: 'x' });
    assert.equal(page.status, 429);
    assert.match(page.text, /Probeer het over 10 minuten opnieuw\./);
  });

  it('leaves no username and no address readable in the database [V14.2.4]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await guess(employee, 1);
    const stored = JSON.stringify([await Limits.find().lean(), await Waits.find().lean()]);
    assert.ok(stored.includes('pair:') && stored.includes('failures'));
    assert.ok(!stored.includes(employee.username));
    assert.ok(!stored.includes('127.0.0.1'));
  });
});

describe('guessing passwords of one account', () => {
  let portal: Portal;
  let employee: Person;

  beforeEach(async () => {
    portal = await startPortal({ PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS: '1000' });
    employee = await anEmployee(portal, await anEmployer());
  });
  afterEach(() => portal.close());

  it('means waiting after the fifth: 1 second, doubling to 60, and no longer [V6.3.1]', async () => {
    await guess(employee, 5);
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const page = await logIn(employee, 'een verkeerde lange zin');
      assert.equal(page.status, 429, `${wait} seconds`);
      assert.equal(employee.browser.lastHeaders['retry-after'], String(wait));
      await portal.pass({ seconds: wait });
      assert.equal((await logIn(employee, 'een verkeerde lange zin')).status, 400, `after ${wait} seconds`);
    }
    await portal.pass({ minutes: 1 });
    assert.equal((await logIn(employee)).path, '/');
  });

  it('at the same moment: one of ten is looked at once the wait has begun', async () => {
    await guess(employee, 6);
    await portal.pass({ minutes: 1 });
    const browsers = Array.from({ length: 10 }, () => elsewhere(portal, employee));
    const pages = await Promise.all(browsers.map((who) => logIn(who, 'een verkeerde lange zin')));
    assert.equal(pages.filter(({ status }) => status === 400).length, 1);
  });

  it('means no waiting before the fifth, also where the clock of another machine is ahead', async () => {
    await guess(employee, 1);
    await portal.pass({ seconds: -1 });
    assert.equal((await logIn(employee, 'een verkeerde lange zin')).status, 400);
    await portal.pass({ seconds: -1 });
    assert.equal((await logIn(employee)).path, '/');
  });

  it('does not make its owner wait, in a browser that signed in before [V6.3.1]', async () => {
    await logIn(employee);
    await employee.browser.press('Uitloggen');
    await guess(elsewhere(portal, employee), 6);
    assert.equal((await logIn(elsewhere(portal, employee))).status, 429);
    assert.equal((await logIn(employee)).path, '/');
  });

  it('makes all other browsers wait once the password was changed, and not the one that changed it', async () => {
    const other = elsewhere(portal, employee);
    const fresh = 'een zin die ik nu wel onthoud';
    for (const who of [employee, other]) await logIn(who);
    await employee.browser.open('/wachtwoord-wijzigen');
    await employee.browser.press('Wachtwoord opslaan', {
      'Huidig wachtwoord': password,
      'Nieuw wachtwoord': fresh,
    });
    await employee.browser.press('Uitloggen');
    await guess(elsewhere(portal, employee), 6);
    assert.equal((await logIn(other, fresh)).status, 429);
    assert.equal((await logIn(employee, fresh)).path, '/');
  });

  it('makes all browsers of before wait once the account was closed and invited again [V6.3.1]', async () => {
    const employer = await anEmployer();
    const who = await anEmployeeWithTwoFactor(portal, employer);
    const officer = await anOfficer(portal, employer);
    const post = new Browser(portal.app);
    const openLink = async () => post.open(new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname);
    await openLink();
    await post.press('Mijn toegang blokkeren');
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${who.id.toString()}`);
    await officer.browser.follow('Deblokkeren');
    await officer.browser.press('Opnieuw uitnodigen', { 'Ik heb vastgesteld wie dit is': 'ja' });
    await openLink();
    // The same password again: it is not the password that makes a browser known.
    await post.press('Wachtwoord opslaan', { Wachtwoord: password });
    await guess(elsewhere(portal, who), 6);
    assert.equal((await logIn(who)).status, 429);
    assert.equal((await logIn({ ...who, browser: post })).path, '/2-factor-authenticatie');
  });

  it('makes its owner wait again after 30 days, and with a cookie that was altered or is of somebody else', async () => {
    const other = await anEmployee(portal, await anEmployer());
    await logIn(other);
    await logIn(employee);
    const { cookies } = employee.browser;
    const own = cookies.get('bekend') ?? '';
    await employee.browser.press('Uitloggen');
    for (const cookie of [
      other.browser.cookies.get('bekend') ?? '',
      `${own}x`,
      own.replace(/\.\d+\./, '.9999999999999.'),
    ]) {
      await guess(elsewhere(portal, employee), 6);
      cookies.set('bekend', cookie);
      assert.equal((await logIn(employee)).status, 429, cookie);
      await portal.pass({ minutes: 61 });
    }
    cookies.set('bekend', own);
    await portal.pass({ minutes: 30 * 24 * 60 });
    await guess(elsewhere(portal, employee), 6);
    assert.equal((await logIn(employee)).status, 429);
  });
});

describe('guessing codes', () => {
  let portal: Portal;
  let employee: Person;

  const right = () => codeAt(employee.secret, portal.now());
  const wrong = () => wrongCodeAt(employee.secret, portal.now());
  const enter = (who: Person, code: string) => who.browser.press('Inloggen', { Verificatiecode: code });
  const guessCodes = async (times: number) => {
    for (let i = 0; i < times; i++) {
      if (i % 4 === 0) await logIn(employee);
      await enter(employee, wrong());
    }
  };

  beforeEach(async () => {
    portal = await startPortal();
    employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
  });
  afterEach(() => portal.close());

  it('ends the pending login after 5 wrong ones, and says before that how many are left [V2.3.2, V2.4.1]', async () => {
    await logIn(employee);
    assert.doesNotMatch((await enter(employee, wrong())).text, /Je kunt het nog/);
    assert.doesNotMatch((await enter(employee, wrong())).text, /Je kunt het nog/);
    assert.match((await enter(employee, wrong())).text, /Je kunt het nog 2 keer proberen\./);
    assert.match((await enter(employee, wrong())).text, /Je kunt het nog 1 keer proberen\./);
    const page = await enter(employee, wrong());
    assert.equal(page.path, '/inloggen');
    assert.match(page.text, /Je hebt te vaak een verkeerde code ingevuld\. Log opnieuw in\./);
    assert.match(page.$('title').text(), /^Fout: /);
    assert.equal((await employee.browser.open('/inloggen/verificatie')).path, '/inloggen');
  });

  it('locks codes after 10 in a row over any number of logins, each time for longer, and tells the person [V6.3.1, V6.3.5]', async () => {
    for (const [minutes, words] of [
      [15, '15 minuten'],
      [60, '1 uur'],
      [24 * 60, '24 uur'],
      [24 * 60, '24 uur'],
    ] as const) {
      await guessCodes(10);
      await logIn(employee);
      const page = await enter(employee, right());
      assert.equal(page.status, 429);
      assert.ok(
        page.text.includes(`Probeer het over ${words} opnieuw, of gebruik een herstelcode.`),
        page.text,
      );
      await portal.pass({ minutes });
    }
    const letters = (await portal.letters()).filter(({ subject }) =>
      subject.includes('verkeerde verificatiecode'),
    );
    assert.equal(letters.length, 3);
    await logIn(employee);
    assert.equal((await enter(employee, right())).path, '/');
  });

  it('says on the code page that codes are locked, with the way out open', async () => {
    await guessCodes(10);
    const page = await logIn(employee);
    assert.match(page.text, /Probeer het over 15 minuten opnieuw, of gebruik een herstelcode\./);
    assert.equal(page.$('details.other-way[open]').length, 1);
    assert.equal(page.$('.problems a').attr('href'), '#herstelcode');
  });

  it('is forgotten after a right code', async () => {
    await guessCodes(9);
    await logIn(employee);
    await enter(employee, right());
    await employee.browser.press('Uitloggen');
    await portal.pass({ minutes: 1 });
    await guessCodes(9);
    await logIn(employee);
    assert.equal((await enter(employee, right())).path, '/');
  });

  it('is not done by a right code that was used already', async () => {
    await logIn(employee);
    await enter(employee, right());
    await employee.browser.press('Uitloggen');
    for (let i = 0; i < 12; i++) {
      if (i % 4 === 0) await logIn(employee);
      assert.match((await enter(employee, right())).text, /al gebruikt/);
    }
    await portal.pass({ minutes: 1 });
    await logIn(employee);
    assert.equal((await enter(employee, right())).path, '/');
  });

  it('disables them for good after so many in a row as the settings say', async () => {
    await startAnew({ CODE_TRIES_IN_ALL: '12' });
    await guessCodes(10);
    await portal.pass({ minutes: 15 });
    await guessCodes(2);
    await portal.pass({ minutes: 30 * 24 * 60 });
    await logIn(employee);
    const page = await enter(employee, right());
    assert.equal(page.status, 429);
    assert.match(page.text, /Gebruik een herstelcode, of neem contact op met je werkgever\./);
  });

  const startAnew = async (settings: NodeJS.ProcessEnv) => {
    await portal.close();
    portal = await startPortal(settings);
    employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
  };

  it('at the same moment in one pending login: at most 5 of 50 are looked at', async () => {
    await logIn(employee);
    await employee.browser.open('/inloggen/verificatie');
    const copies = Array.from({ length: 50 }, () => {
      const who = elsewhere(portal, employee);
      for (const [name, value] of employee.browser.cookies) who.browser.cookies.set(name, value);
      return who.browser;
    });
    const body = { _csrf: employee.browser.token, verificatiecode: wrong() };
    const pages = await Promise.all(copies.map((browser) => browser.post('/inloggen/verificatie', body)));
    const checked = pages.filter(({ status }) => status === 400).length;
    assert.ok(checked >= 1 && checked <= 5, `${checked} were looked at`);
    assert.ok(pages.filter(({ status }) => status !== 400).every(({ path }) => path === '/inloggen'));
  });

  it('at the same moment over many pending logins: at most 10 of 30 are looked at [V2.4.1]', async () => {
    const browsers = Array.from({ length: 30 }, () => elsewhere(portal, employee).browser);
    for (const browser of browsers) await logIn({ ...employee, browser });
    const pages = await Promise.all(
      browsers.map((browser) => browser.press('Inloggen', { Verificatiecode: wrong() })),
    );
    assert.equal(pages.filter(({ status }) => status === 400).length, 10);
    assert.equal(pages.filter(({ status }) => status === 429).length, 20);
  });

  it('does not count what cannot be a code', async () => {
    await logIn(employee);
    for (let i = 0; i < 12; i++) {
      assert.match(
        (await enter(employee, '12345')).text,
        /De verificatiecode heeft 6 cijfers\. Vul alle 6 de cijfers in\./,
      );
    }
    assert.equal((await enter(employee, right())).path, '/');
  });
});

describe('the network of an address', () => {
  it('is the /64 of an IPv6 address, and an IPv4 address itself', () => {
    for (const [address, network] of [
      ['192.0.2.7', '192.0.2.7'],
      ['::ffff:192.0.2.7', '192.0.2.7'],
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
      ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
      ['2001:db8::1', '2001:db8:0:0::/64'],
      ['::1', '0:0:0:0::/64'],
      ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ] as const) {
      assert.equal(networkOf(address), network);
    }
  });
});
