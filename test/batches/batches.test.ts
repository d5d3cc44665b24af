import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { changeAccess } from '../../src/employer/change-access.js';
import { Accounts, Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { Batches, BatchRows } from '../../src/models/batch.js';
import { invited } from '../../src/models/invitation.js';
import { startPortal, type Portal } from '../support/app.js';
import { squeeze } from '../support/page.js';
import {
  aNewcomer,
  anEmployee,
  anEmployer,
  anOfficer,
  logIn,
  record,
  type Person,
} from '../support/people.js';

const all = 'Alle werknemers van deze lijst, op alle pagina’s';

describe('something for many employees at once', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  before(async () => {
    portal = await startPortal({ BATCH_ROWS_PER_DAY: '6' });
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  const newcomers = (...surnames: string[]) =>
    Promise.all(surnames.map((surname) => aNewcomer(portal, employer, { surname })));
  const choose = (what: string, forWhom = 'De werknemers die ik heb aangevinkt') =>
    officer.browser.press('Verder', { [what]: '', [forWhom]: '' });
  const rows = (heading: string) => {
    const { $ } = officer.browser.page;
    const section = $('main section').filter((_, one) => squeeze($(one).find('h2').text()) === heading);
    return section
      .find('tbody tr')
      .toArray()
      .map((tr) => squeeze($(tr).text()));
  };
  const lettersAfter = async (count: number) => (await portal.letters()).slice(count);
  const entries = (action: string) => AuditEntries.find({ employer, action }).lean<AuditEntry[]>();
  const here = () => officer.browser.page.path;
  /** Waits until everything is carried out, and looks again. */
  async function result() {
    await portal.deps.relay.settled();
    return officer.browser.open(here());
  }

  it('shows for whom it is first, and does it when that is confirmed', async () => {
    const [one, , other] = await newcomers('Aalbers', 'Bakker', 'Çelik');
    const letters = (await portal.letters()).length;
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Aalbers, J.', 'Kies Çelik, J.');
    const preview = await choose('Toegang verstrekken');
    assert.equal(preview.heading, 'Toegang verstrekken: controleren');
    assert.match(preview.text, /Elke werknemer krijgt een e-mail met een gebruikersnaam/);
    assert.deepEqual(
      rows('Voor wie wel').map((row) => row.replace(/\d+/, 'N')),
      ['Aalbers, J. N nu: Geen toegang', 'Çelik, J. N nu: Geen toegang'],
    );
    assert.equal(await Employees.countDocuments({ employer, 'access.state': 'none' }), 3);
    assert.equal((await portal.letters()).length, letters);

    await officer.browser.press('Toegang verstrekken');
    const done = await result();
    assert.equal(done.heading, 'Toegang verstrekken: klaar');
    assert.deepEqual(
      rows('Gedaan').map((row) => row.replace(/\d+/, 'N')),
      ['Aalbers, J. N gedaan', 'Çelik, J. N gedaan'],
    );
    const invited = await Employees.find({ employer, 'access.state': 'invited' }).lean<Employee[]>();
    assert.deepEqual(
      invited.map(({ _id }) => _id.toString()).sort(),
      [one, other].map((id) => id?.toString()).sort(),
    );
    assert.deepEqual(
      (await entries('access-granted')).map(({ actor }) => actor.name),
      ['H. de Ruiter', 'H. de Ruiter'],
    );
    assert.equal((await lettersAfter(letters)).length, 2);
  });

  it('does it for all of a filter, and says for whom it cannot be done and why', async () => {
    await newcomers('Aalbers', 'Bakker');
    await anEmployee(portal, employer, { surname: 'Visser' });
    await officer.browser.open('/werkgever/werknemers');
    await choose('Toegang verstrekken', all);
    assert.equal(rows('Voor wie wel').length, 2);
    assert.match(rows('Voor wie niet').join(), /^Visser, P\. van \d+ kan niet bij ‘Toegang’$/);
    await officer.browser.press('Toegang verstrekken');
    await result();
    assert.match(rows('Voor wie niet').join(), /kan niet bij ‘Toegang’$/);

    await officer.browser.open('/werkgever/werknemers?filter=uitgenodigd');
    await choose('Uitnodiging opnieuw versturen', all);
    assert.equal(rows('Voor wie wel').length, 2);
    assert.deepEqual(rows('Voor wie niet'), []);
  });

  it('blocks for a reason alone, ends their logins, and lets them in again', async () => {
    const employee = await anEmployee(portal, employer);
    await logIn(employee);
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Wekkers, P. van');
    await choose('Blokkeren');
    const refused = await officer.browser.press('Blokkeren');
    assert.match(refused.text, /Schrijf op waarom je dit doet/);
    assert.equal((await record(employee)).access.state, 'active');
    await officer.browser.press('Blokkeren', { Reden: 'fusie' });
    await result();
    const { access } = await record(employee);
    assert.ok(access.state === 'blocked' && access.reason === 'fusie' && access.by === 'H. de Ruiter');
    assert.equal((await employee.browser.open('/')).heading, 'Inloggen Werknemerloket');
    await officer.browser.open('/werkgever/werknemers?filter=geblokkeerd');
    await choose('Deblokkeren', all);
    await officer.browser.press('Deblokkeren');
    await result();
    assert.equal((await record(employee)).access.state, 'active');
  });

  it('sends usernames, and says of whom too many letters went out today', async () => {
    const employee = await anEmployee(portal, employer);
    for (let i = 0; i < 10; i++) await portal.deps.attempts.letter('officer', employee.id);
    const another = await anEmployee(portal, employer, { surname: 'Zwart' });
    const letters = (await portal.letters()).length;
    await officer.browser.open('/werkgever/werknemers');
    await choose('Gebruikersnaam versturen', all);
    await officer.browser.press('Gebruikersnaam versturen');
    await result();
    assert.match(rows('Voor wie niet').join(), /^Wekkers, P\. van \d+ niet gedaan: kreeg vandaag al te veel/);
    assert.match(rows('Gedaan').join(), /^Zwart, P\. van \d+ gedaan$/);
    const sent = (await lettersAfter(letters)).filter(({ subject }) => /gebruikersnaam/i.test(subject));
    assert.equal(sent.length, 1);
    assert.match(sent[0]?.text ?? '', new RegExp(another.username));
  });

  it('leaves what somebody else did meanwhile', async () => {
    const [id = new Types.ObjectId()] = await newcomers('Aalbers');
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Aalbers, J.');
    await choose('Toegang verstrekken');
    const preview = officer.browser.page;
    await officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
    await officer.browser.press('Toegang verstrekken');
    officer.browser.page = preview;
    await officer.browser.press('Toegang verstrekken');
    await result();
    assert.match(rows('Voor wie niet').join(), /niet gedaan: de toegang is intussen gewijzigd$/);
    assert.equal((await entries('access-granted')).length, 1);
  });

  it('asks a colleague where an address was changed a short time ago, as for one alone', async () => {
    const employee = await anEmployee(portal, employer);
    await officer.browser.open(`/werkgever/werknemers/${employee.id.toString()}`);
    await officer.browser.follow('Gegevens wijzigen');
    await officer.browser.press('Opslaan', { 'E-mailadres': 'ander@mail.com' });
    await Accounts.updateOne({ _id: employee.id }, { $set: { access: invited(portal.now()) } });
    await officer.browser.open('/werkgever/werknemers');
    await choose('Uitnodiging opnieuw versturen', all);
    assert.match(rows('Wacht op een collega').join(), /wacht daarna op een collega$/);
    await officer.browser.press('Uitnodiging opnieuw versturen');
    await result();
    assert.match(rows('Wacht op een collega').join(), /wacht op een collega$/);
    assert.equal((await entries('approval-asked')).length, 1);
    assert.equal((await entries('access-granted')).length, 0);
  });

  it('asks for what and for whom, and keeps what was ticked', async () => {
    await newcomers('Aalbers');
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Aalbers, J.');
    const page = await officer.browser.press('Verder');
    assert.match(page.text, /Kies wat je wilt doen\./);
    assert.equal(page.$('input[name="wie[]"][checked]').length, 1);
    await officer.browser.open('/werkgever/werknemers');
    const nobody = await choose('Blokkeren');
    assert.match(nobody.text, /Vink eerst iemand aan/);
    assert.equal(await Batches.countDocuments({ employer }), 0);
  });

  it('counts for one action, and for as many employees in a day as the settings say', async () => {
    await newcomers('Aalbers', 'Bakker', 'Çelik', 'Dijk');
    await officer.browser.open('/werkgever/werknemers');
    await choose('Toegang verstrekken', all);
    await officer.browser.press('Toegang verstrekken');
    await result();
    await officer.browser.open('/werkgever/werknemers');
    await choose('Uitnodiging opnieuw versturen', all);
    const refused = await officer.browser.press('Uitnodiging opnieuw versturen');
    assert.match(refused.text, /het kan nog voor hoogstens 2\./);
    assert.equal(officer.browser.history.at(-1)?.status, 429);
    await portal.deps.relay.settled();
    assert.equal((await entries('access-granted')).length, 4);
    await portal.pass({ minutes: 24 * 60 });
    await logIn(officer);
    await officer.browser.open('/werkgever/werknemers');
    await choose('Uitnodiging opnieuw versturen', all);
    await officer.browser.press('Uitnodiging opnieuw versturen');
    await result();
    assert.equal((await entries('access-granted')).length, 8);
  });

  it('keeps the last five that were only looked at', async () => {
    await newcomers('Aalbers');
    const seen: string[] = [];
    for (let i = 0; i < 6; i++) {
      await officer.browser.open('/werkgever/werknemers');
      seen.push((await choose('Toegang verstrekken', all)).path);
      await portal.pass({ seconds: 1 });
    }
    const statuses: (number | undefined)[] = [];
    for (const path of seen) {
      await officer.browser.open(path);
      statuses.push(officer.browser.history.at(-1)?.status);
    }
    assert.deepEqual(statuses, [404, 200, 200, 200, 200, 200]);
    assert.equal(await BatchRows.countDocuments({ employer }), 5);
  });

  it('is carried out once, however often it is confirmed', async () => {
    await newcomers('Aalbers');
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Aalbers, J.');
    const { path } = await choose('Toegang verstrekken');
    const { token } = officer.browser;
    await Promise.all(
      Array.from({ length: 5 }, (_, i) => officer.browser.post(`${path}?${i}`, { _csrf: token })),
    );
    await portal.deps.relay.settled();
    assert.equal((await entries('access-granted')).length, 1);
  });

  for (const [when, bring] of [
    ['before its change came to the log', false],
    ['before it was noted', true],
  ] as const)
    it(`does nothing twice for whom a process was killed ${when}`, async () => {
      const employee = await anEmployee(portal, employer);
      await officer.browser.open('/werkgever/werknemers');
      await choose('Gebruikersnaam versturen', all);
      const by = { kind: 'officer', id: officer.id, name: 'H. de Ruiter' } as const;
      const batch = await Batches.findOneAndUpdate({ employer }, { state: 'running', by }).orFail();
      const row = await BatchRows.findOne({ batch: batch._id }).orFail();
      const whom = { employer: new Types.ObjectId(employer), employee: employee.id };
      await changeAccess(whom, 'send-username', { by, now: portal.now(), id: row._id });
      if (bring) await portal.deps.relay.bring(employee.id);
      await portal.deps.relay.settled();
      const letters = (await portal.letters()).length;
      portal.deps.batches.carryOut(batch._id);
      await portal.deps.relay.settled();
      assert.deepEqual(
        (await BatchRows.find({ batch: batch._id })).map(({ outcome }) => outcome),
        ['done'],
      );
      assert.equal((await entries('username-sent')).length, 1);
      const sent = (await lettersAfter(letters)).filter(({ subject }) => /gebruikersnaam/i.test(subject));
      assert.equal(sent.length, bring ? 0 : 1);
    });

  it('stops when who confirmed it has no access any more', async () => {
    await newcomers('Aalbers');
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Aalbers, J.');
    await choose('Toegang verstrekken');
    const batch = await Batches.findOneAndUpdate(
      { employer },
      { state: 'running', by: { kind: 'officer', id: officer.id, name: 'H. de Ruiter' } },
    ).orFail();
    await Accounts.updateOne({ _id: officer.id }, { $set: { 'access.state': 'revoked' } });
    portal.deps.batches.carryOut(batch._id);
    await portal.deps.relay.settled();
    const row = await BatchRows.findOne({ batch: batch._id }).orFail();
    assert.deepEqual([row.outcome, row.isLeft], ['officer-gone', false]);
    assert.equal(await Employees.countDocuments({ employer, 'access.state': 'invited' }), 0);
  });

  it('is found again, and downloaded with a row for each', async () => {
    await newcomers('Aalbers', '=HYPERLINK("x")');
    await officer.browser.open('/werkgever/werknemers');
    await choose('Toegang verstrekken', all);
    await officer.browser.press('Toegang verstrekken');
    await result();
    await officer.browser.open('/werkgever/werknemers');
    await officer.browser.follow('Eerdere keren');
    const page = await officer.browser.follow('Toegang verstrekken');
    assert.equal(page.heading, 'Toegang verstrekken: klaar');
    const file = await officer.browser.download(`${page.path}/uitslag.csv`);
    assert.match(file, /Personeelsnummer;Naam;Wat\r\n/);
    assert.match(file, /;Aalbers, J\.;gedaan\r\n/);
    assert.match(file, /'=HYPERLINK/);
  });

  it('is not another employer’s: neither who is ticked, nor what was done [V8.2.2]', async () => {
    const elsewhere = await anEmployer('Elders B.V.');
    const stranger = await aNewcomer(portal, elsewhere);
    const [own] = await newcomers('Aalbers');
    await officer.browser.open('/werkgever/werknemers');
    const ticks = [own, stranger].map((id) => `wie[]=${id?.toString() ?? ''}`).join('&');
    const body = `_csrf=${encodeURIComponent(officer.browser.token)}&wat=verstrekken&voor=aangevinkt&${ticks}`;
    await officer.browser.post('/werkgever/werknemers', body);
    assert.equal(officer.browser.history.at(-1)?.status, 404);
    assert.equal((await entries('stranger-asked')).length, 1);
    assert.equal(await Batches.countDocuments({ employer }), 0);

    const theirs = await anOfficer(portal, elsewhere);
    await logIn(theirs);
    await theirs.browser.open('/werkgever/werknemers');
    theirs.browser.tick('Kies Bakker, J.');
    await theirs.browser.press('Verder', {
      'Toegang verstrekken': '',
      'De werknemers die ik heb aangevinkt': '',
    });
    const { path } = theirs.browser.page;
    for (const address of [path, `${path}/uitslag.csv`]) {
      await officer.browser.open(address);
      assert.equal(officer.browser.history.at(-1)?.status, 404);
    }
    await officer.browser.open('/werkgever/werknemers');
    await officer.browser.post(path, { _csrf: officer.browser.token });
    assert.equal(officer.browser.history.at(-1)?.status, 404);
    assert.equal((await Batches.findOne({ employer: elsewhere }).orFail()).state, 'planned');
  });
});
