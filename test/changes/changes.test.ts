import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateTime } from '../../src/dates.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import type { Action } from '../../src/models/change.js';
import { readDevice } from '../../src/web/device.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import { runLoket } from '../support/loket.js';
import {
  anEmployee,
  anEmployer,
  aNewcomer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';
import { readLetters } from '../support/post.js';
import { act } from '../support/officer.js';

const atHome = {
  address: '192.0.2.7',
  device: 'Chrome/Android',
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
};
const atTheOffice = {
  address: '2001:db8::4',
  device: 'Firefox/Windows',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0',
};

const whatToDo = /Neem ((dan|daarna) )?(meteen )?contact op met je werkgever/;

describe('a change to access or two-factor', function () {
  let portal: Portal;
  let employer: string;
  let employee: Person;
  let officer: Person;
  let codes: string[];

  const code = () => codeAt(employee.secret, portal.now());
  const entryOf = (action: Action) =>
    AuditEntries.findOne({ account: employee.id, action }).orFail().lean<AuditEntry>();

  const asOfficer = async (...buttons: string[]) => {
    await officer.browser.open(`/werkgever/werknemers/${employee.id.toString()}`);
    for (const button of buttons) await act(officer.browser, button);
  };
  const press = async (path: string, button: string, fields: Record<string, string>) => {
    await employee.browser.open(path);
    await employee.browser.press(button, fields);
  };
  const openNewPhone = async () =>
    (await employee.browser.open('/2-factor-authenticatie/nieuwe-telefoon')).$('.key').text();

  /** What each change is made by, and the subject of its letter. */
  const own: [Action, string, () => unknown][] = [
    [
      'password-chosen',
      'Je wachtwoord voor het Werknemerloket',
      async () => {
        await employee.browser.press('Uitloggen');
        employee = { ...employee, id: await aNewcomer(portal, employer) };
        await asOfficer('Toegang verstrekken');
        const { pathname } = new URL((await portal.letters()).at(-1)?.links[0] ?? '');
        await press(pathname, 'Wachtwoord opslaan', { Wachtwoord: password });
      },
    ],
    ['two-factor-on', '2 factor authenticatie staat aan', () => undefined],
    [
      'two-factor-replaced',
      '2 factor authenticatie staat op een nieuwe telefoon',
      async () => {
        const secret = await openNewPhone();
        await employee.browser.press('Toepassen', {
          'Verificatiecode van je oude telefoon': code(),
          'Verificatiecode van je nieuwe telefoon': codeAt(secret, portal.now()),
        });
      },
    ],
    [
      'two-factor-off',
      '2 factor authenticatie staat uit',
      () => press('/2-factor-authenticatie', 'Toepassen', { Verificatiecode: code() }),
    ],
    [
      'recovery-codes-renewed',
      'Je hebt nieuwe herstelcodes',
      () =>
        press('/2-factor-authenticatie/nieuwe-herstelcodes', 'Nieuwe herstelcodes maken', {
          Verificatiecode: code(),
        }),
    ],
    [
      'recovery-code-used',
      'Er is een herstelcode gebruikt',
      async () => {
        await employee.browser.press('Uitloggen');
        await logIn(employee);
        await employee.browser.press('Inloggen', { Herstelcode: codes[0] ?? '' });
      },
    ],
    [
      'password-changed',
      'Je wachtwoord voor het Werknemerloket is gewijzigd',
      () =>
        press('/wachtwoord-wijzigen', 'Wachtwoord opslaan', {
          'Huidig wachtwoord': password,
          'Nieuw wachtwoord': 'een heel andere lange zin',
          Verificatiecode: code(),
        }),
    ],
  ];
  const byTheOfficer: [Action, string, () => unknown][] = [
    ['access-blocked', 'Je toegang tot het Werknemerloket is geblokkeerd', () => asOfficer('Blokkeren')],
    [
      'two-factor-reset',
      '2 factor authenticatie is uitgezet door je werkgever',
      () => asOfficer('Op Nee zetten'),
    ],
  ];

  before(async () => {
    portal = await startPortal({ TRUST_PROXY: '1' });
  });
  beforeEach(async () => {
    employer = await anEmployer();
    employee = await anEmployee(portal, employer);
    officer = await anOfficer(portal, employer);
    Object.assign(employee.browser, { address: atHome.address, userAgent: atHome.userAgent });
    Object.assign(officer.browser, { address: atTheOffice.address, userAgent: atTheOffice.userAgent });
    await logIn(officer);
    await logIn(employee);
    const page = await setUpTwoFactor(portal, employee);
    codes = page
      .$('.recovery-codes li')
      .toArray()
      .map((li) => page.$(li).text().trim());
    await portal.deps.relay.settled();
  });
  after(() => portal.close());

  const assertEntered = async (action: Action, actor: object) => {
    const entry = await entryOf(action);
    assert.deepEqual(
      { actor: entry.actor, employer: entry.employer.toString(), at: entry.at },
      { actor, employer, at: portal.now() },
    );
  };
  const lastLetter = async (subject: string) => {
    const letter = (await portal.letters()).filter((one) => one.subject === subject).at(-1);
    assert.ok(letter, subject);
    assert.match(letter.text, whatToDo);
    assert.ok(letter.text.includes(dateTime(portal.now(), { language: 'nl' })), letter.text);
    return letter;
  };

  for (const [action, subject, make] of own) {
    it(`${action}: the log says who did it, when and from where; the letter with what`, async () => {
      if (action !== 'two-factor-on') await portal.pass({ minutes: 1 });
      await make();
      const { address, device } = atHome;
      const name = action === 'password-chosen' ? 'J. Bakker' : 'P. van Wekkers';
      await assertEntered(action, {
        kind: 'employee',
        id: employee.id,
        name,
        from: { address, device },
      });
      const { text } = await lastLetter(subject);
      assert.ok(
        text.includes(`Dit is gedaan met ${readDevice(device, { language: 'nl' })}. Was jij dit niet?`),
        text,
      );
      assert.ok(!text.includes(address), text);
    });
  }

  for (const [action, subject, make] of byTheOfficer) {
    it(`${action}: the log has the officer, and from where; the employee hears that it was the employer`, async () => {
      await portal.pass({ minutes: 1 });
      await make();
      const { address, device } = atTheOffice;
      await assertEntered(action, {
        kind: 'officer',
        id: officer.id,
        name: 'H. de Ruiter',
        from: { address, device },
      });
      const { text } = await lastLetter(subject);
      assert.ok(!text.includes(address) && !text.includes(device) && !text.includes('de Ruiter'), text);
    });
  }

  it('codes-locked: the log and the letter have the device of who guesses', async () => {
    await portal.pass({ minutes: 1 });
    const guesser = elsewhere(portal, employee);
    Object.assign(guesser.browser, { address: '203.0.113.9', userAgent: atTheOffice.userAgent });
    for (let i = 0; i < 10; i++) {
      if (i % 4 === 0) await logIn(guesser);
      const wrong = wrongCodeAt(employee.secret, portal.now());
      await guesser.browser.press('Inloggen', { Verificatiecode: wrong });
    }
    const { from } = (await entryOf('codes-locked')).actor;
    assert.deepEqual(from, { address: '203.0.113.9', device: 'Firefox/Windows' });
    const { text } = await lastLetter('Er is te vaak een verkeerde verificatiecode ingevuld');
    assert.match(text, /Dit is gedaan met Firefox op Windows\./);
    assert.match(text, /Was jij dit niet\? Dan weet iemand je wachtwoord\./);
    const page = await employee.browser.open('/beveiliging');
    assert.match(page.text, /te vaak een verkeerde\s*vanaf 203\.0\.113\.9 met Firefox op Windows, /);
  });

  it('of a device that does not say what it is has its address only', async () => {
    await portal.pass({ minutes: 1 });
    employee.browser.userAgent = 'curl/8.5.0';
    await press('/2-factor-authenticatie', 'Toepassen', { Verificatiecode: code() });
    assert.deepEqual((await entryOf('two-factor-off')).actor.from, { address: atHome.address });
    const { text } = await lastLetter('2 factor authenticatie staat uit');
    assert.match(text, /Dit is gedaan met een onbekend apparaat\./);
    const page = await employee.browser.open('/beveiliging');
    assert.match(page.text, /is uitgezet\s*door jou, vanaf 192\.0\.2\.7, \d/);
  });

  it('made at the command line is from nowhere', async () => {
    const { username = '' } = await record(employee);
    const dataDir = await mkdtemp(join(tmpdir(), 'loket-cli-'));
    try {
      const words = ['two-factor', 'off', '--username', username, '--reason', 'telefoon kwijt'];
      assert.equal((await runLoket(words, { DATA_DIR: dataDir })).exitCode, 0);
      const { actor, reason } = await entryOf('two-factor-reset');
      assert.deepEqual(
        { actor, reason },
        {
          actor: { kind: 'administrator', name: 'beheerder' },
          reason: 'telefoon kwijt',
        },
      );
      const [letter] = await readLetters(join(dataDir, 'mail'));
      assert.match(letter?.text ?? '', /heeft een beheerder/);
      assert.match(letter?.text ?? '', whatToDo);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  it('that an officer made shows them the person’s log without its address, device or name', async () => {
    await asOfficer('Gebruikersnaam versturen');
    const { text } = await employee.browser.open('/beveiliging');
    assert.match(text, /naar je gestuurd\s*door je werkgever, \d/);
    for (const secret of [atTheOffice.address, atTheOffice.device, 'de Ruiter'])
      assert.ok(!text.includes(secret), secret);
  });
});
