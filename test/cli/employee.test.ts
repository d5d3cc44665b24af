import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import type { Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { runLoket } from '../support/loket.js';
import {
  anEmployeeWithTwoFactor,
  anEmployer,
  aNewcomer,
  anOfficer,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

describe('an employee, at the command line', function () {
  // Each command is a process of its own.
  this.timeout(180_000);

  let portal: Portal;
  let employer: string;
  let officer: Person;

  const loket = (...words: string[]) => {
    const { dataDir, smtpUrl } = portal.deps.config;
    return runLoket(['employee', ...words], { DATA_DIR: dataDir, SMTP_URL: smtpUrl });
  };
  const numberOf = async (id: Types.ObjectId) => ((await record({ id })) as Employee).number;
  const change = async (id: Types.ObjectId, ...words: string[]) =>
    loket('change', '--employer', employer, '--number', await numberOf(id), ...words);
  const onRecord = async (id: Types.ObjectId) => {
    const { initials, prefix, surname, email, birthDate } = (await record({ id })) as Employee;
    return [initials, prefix, surname, email, birthDate];
  };
  const pathOf = (id: Types.ObjectId) => `/werkgever/werknemers/${id.toString()}`;

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    officer = await anOfficer(portal, employer, { name: 'A. Eerste' });
    await logIn(officer);
  });
  after(() => portal.close());

  it('who is added with a date of birth is asked for it by the link of the invitation', async () => {
    const { out } = await loket(
      ...['add', '--employer', employer, '--number', '7', '--initials', 'T.', '--surname', 'Smit'],
      ...['--email', 't.smit@mail.com', '--birth-date', '1980-01-31', '--json'],
    );
    const { id } = JSON.parse(out) as { id: string };
    await officer.browser.open(`/werkgever/werknemers/${id}`);
    await officer.browser.press('Toegang verstrekken');
    const letter = (await portal.letters()).filter(({ to }) => to === 't.smit@mail.com').at(-1);
    const browser = new Browser(portal.app);
    await browser.open(new URL(letter?.links[0] ?? '').pathname);
    const choose = (Geboortedatum: string) =>
      browser.press('Wachtwoord opslaan', { Wachtwoord: password, Geboortedatum });
    assert.equal((await choose('1-1-1980')).status, 400);
    assert.match(browser.page.$('#geboortedatum-fout').text(), /Je kunt het nog 4 keer proberen\./);
    assert.equal((await choose('31-1-1980')).path, '/inloggen');
  });

  it('who gets another e-mail address reads so at both, and for what lets in two officers are needed', async () => {
    const who = await anEmployeeWithTwoFactor(portal, employer);
    const colleague = await anOfficer(portal, employer, { name: 'B. Tweede' });
    await logIn(colleague);
    await portal.deps.relay.sweep();
    const before = (await portal.letters()).length;
    const { out, exitCode } = await change(who.id, '--email', 'nieuw@mail.com', '--no-prefix', '--json');
    assert.deepEqual(JSON.parse(out), { id: who.id.toString(), changed: ['prefix', 'email'] });
    assert.equal(exitCode, 0);
    const told = (await portal.letters()).slice(before);
    assert.deepEqual(told.map(({ to }) => to).sort(), ['nieuw@mail.com', 'p.vanwekkers@mail.com']);
    for (const { subject } of told)
      assert.equal(subject, 'Je e-mailadres voor het Werknemerloket is gewijzigd');

    await officer.browser.open(`${pathOf(who.id)}/tweestapsverificatie`);
    const why = { Reden: 'telefoon kwijt', 'Ik heb vastgesteld wie dit is': 'ja' };
    assert.match((await officer.browser.press('Op Nee zetten', why)).text, /Er is nog niets veranderd/);
    const { text } = await colleague.browser.open('/werkgever/vier-ogen');
    assert.match(
      text,
      /van p\.vanwekkers@mail\.com naar nieuw@mail\.com, door de beheerder van het Werknemerloket/,
    );
    assert.equal((await record(who)).twoFactor.state, 'on');
    await colleague.browser.press('Bevestigen');
    assert.equal((await record(who)).twoFactor.state, 'off');

    const entries = AuditEntries.find({ account: who.id, 'actor.kind': 'administrator' }).sort({ number: 1 });
    assert.deepEqual(
      (await entries.lean<AuditEntry[]>()).map(({ action, details, email }) => [action, details, email]),
      [
        ['account-added-with-login', undefined, undefined],
        ['details-changed', ['prefix'], undefined],
        ['email-corrected', undefined, 'p.vanwekkers@mail.com'],
      ],
    );
  });

  it('changes in what is named, and in nothing else', async () => {
    const id = await aNewcomer(portal, employer);
    const words = [
      '--initials',
      'A.',
      '--prefix',
      'van der',
      '--surname',
      'Berg',
      '--birth-date',
      '31-1-1980',
    ];
    assert.equal(
      (await change(id, ...words)).out,
      'Changed for A. van der Berg: initials, prefix, surname, birthDate\n',
    );
    assert.deepEqual(await onRecord(id), ['A.', 'van der', 'Berg', 'j.bakker@mail.com', '1980-01-31']);
    assert.equal((await change(id, ...words)).out, 'Nothing changed for A. van der Berg.\n');
    assert.equal(
      (await change(id, '--no-prefix', '--no-birth-date')).out,
      'Changed for A. Berg: prefix, birthDate\n',
    );
    assert.deepEqual(await onRecord(id), ['A.', undefined, 'Berg', 'j.bakker@mail.com', undefined]);
    const search = await officer.browser.open('/werkgever/werknemers?zoek=berg');
    assert.match(search.text, /Berg, A\./);
  });

  it('is left as it is where something is wrong, which is said in one sentence', async () => {
    const id = await aNewcomer(portal, employer);
    const before = await onRecord(id);
    const number = await numberOf(id);
    const elsewhere = await anEmployer('Andere B.V.');
    const to = ['--email', 'dief@mail.com'];
    for (const [words, sentence] of [
      [
        ['--employer', employer, '--number', number],
        'say what changes: --initials, --prefix, --surname, --email or --birth-date',
      ],
      [['--employer', employer, '--number', number, '--email', 'x'], 'email is not an e-mail address'],
      [['--employer', employer, '--number', number, '--surname', ' ', ...to], 'surname may not be empty'],
      [
        ['--employer', employer, '--number', number, '--birth-date', '1980-02-31', ...to],
        'birthDate is not a day of birth, such as 1980-01-31',
      ],
      [['--employer', employer, '--number', 'x', ...to], 'this employer has no employee with this number'],
      [
        ['--employer', elsewhere, '--number', number, ...to],
        'this employer has no employee with this number',
      ],
      [['--employer', 'x', '--number', number, ...to], 'employer is not an id as "employer add" gave it'],
      [['--employer', '0'.repeat(24), '--number', number, ...to], `there is no employer ${'0'.repeat(24)}`],
    ] as const) {
      const { out, err, exitCode } = await loket('change', ...words);
      assert.deepEqual([out, err, exitCode], ['', `error: ${sentence}\n`, 1]);
    }
    assert.deepEqual(await onRecord(id), before);
    assert.match((await loket('change', '--help')).out, /^Usage: loket employee change/);
  });
});
