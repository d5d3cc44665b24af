import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { createImports } from '../../src/import/carry-out.js';
import { Accounts, Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { ImportRows, Imports } from '../../src/models/import.js';
import { sweep } from '../../src/database/sweep.js';
import { startPortal, type Portal } from '../support/app.js';
import { carryOut, counts, lines, manyRows, rows, send } from '../support/import.js';
import { anEmployer, anOfficer, logIn, type Person } from '../support/people.js';

const jansen = '12;J.;;Jansen;j.jansen@mail.com;31-1-1980';
const wekkers = '338;P.;van;Wekkers;p.vanwekkers@mail.com;';
const days = 24 * 60 * 60_000;

describe('an import that was confirmed', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const found = () => Employees.find({ employer }).sort({ number: 1 }).lean<Employee[]>();
  const added = () => AuditEntries.find({ employer, action: 'account-added' }).lean<AuditEntry[]>();
  const id = () => new Types.ObjectId(officer.browser.page.path.split('/').at(-1));
  const again = () => officer.browser.open(officer.browser.page.path.replace(/\?.*/, ''));
  /** As it is when the process that confirmed it was killed at once. */
  const confirmed = () =>
    Imports.updateOne(
      { _id: id() },
      {
        state: 'confirmed',
        until: portal.now(),
        by: { kind: 'officer', id: officer.id, name: 'H. de Ruiter' },
      },
    );
  async function goOn() {
    portal.deps.imports.carryOut(id());
    await portal.deps.relay.settled();
    return again();
  }

  before(async () => {
    portal = await startPortal({ BATCH_ROWS_PER_DAY: '70' });
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  it('is answered at once, and carried out meanwhile', async () => {
    const { relay } = portal.deps;
    const keepAll = relay.keepAll.bind(relay);
    // Nothing comes to the log before the answer was read: it cannot be done by then.
    let letGo = (): void => undefined;
    const isRead = new Promise<void>((resolve) => (letGo = resolve));
    relay.keepAll = (accounts) => isRead.then(() => keepAll(accounts));
    await send(officer, lines(...manyRows(60)));
    const page = await officer.browser.press('Importeren');
    assert.equal(officer.browser.history.at(-2)?.status, 303);
    assert.equal(page.heading, 'Import: bezig');
    letGo();
    relay.keepAll = keepAll;
    await relay.settled();
    assert.equal((await again()).heading, 'Uitslag van de import');
    assert.deepEqual(counts(officer), [60, 0, 0, 0]);
    assert.equal((await found()).length, 60);
  });

  it('is carried out once, however often it is confirmed', async () => {
    await send(officer, lines(...manyRows(60)));
    const { path } = officer.browser.page;
    const form = { _csrf: officer.browser.token };
    await Promise.all(Array.from({ length: 5 }, (_, i) => officer.browser.post(`${path}?${i}`, form)));
    await portal.deps.relay.settled();
    assert.equal((await found()).length, 60);
    assert.equal((await added()).length, 60);
  });

  it('is gone on with by itself when a process starts, and nothing is done twice', async () => {
    await send(officer, lines(...manyRows(60)));
    await carryOut(portal, officer);
    const one = (await found())[0];
    // As a process leaves it that was killed after the changes, before its note of them.
    await ImportRows.updateMany({ import: id(), line: { $gt: 30 } }, { $set: { done: false } });
    await Employees.deleteMany({ employer, number: { $in: ['51', '52', '53'] } });
    await confirmed();
    await portal.deps.imports.sweep();
    await portal.deps.relay.settled();
    await again();
    assert.deepEqual(counts(officer), [60, 0, 0, 0]);
    assert.equal((await found()).length, 60);
    assert.deepEqual((await found())[0], one);
    assert.equal((await added()).length, 63);
  });

  it('is left alone while another process has it', async () => {
    await send(officer, lines(jansen));
    await confirmed();
    await Imports.updateOne({ _id: id() }, { until: new Date(portal.now().getTime() + 60_000) });
    assert.equal((await goOn()).heading, 'Import: bezig');
    assert.deepEqual(await found(), []);
    await portal.pass({ minutes: 1 });
    assert.equal((await goOn()).heading, 'Uitslag van de import');
    assert.equal((await found()).length, 1);
  });

  it('leaves off when the portal stops, for another to go on at once', async () => {
    const stopping = createImports(portal.deps);
    await send(officer, lines(...manyRows(60)));
    await confirmed();
    stopping.carryOut(id());
    stopping.stop();
    await portal.deps.relay.settled();
    const one = await Imports.findById(id()).orFail();
    assert.ok(one.state === 'confirmed' && (one.until ?? 0) <= portal.now(), String(one.until));
    assert.ok((await ImportRows.countDocuments({ import: id(), done: false })) >= 35);
    await goOn();
    assert.equal((await found()).length, 60);
    assert.equal((await added()).length, 60);
  });

  it('stops when who confirmed it has no access any more, and says so of each row', async () => {
    await send(officer, lines(jansen, wekkers));
    await confirmed();
    const colleague = await anOfficer(portal, employer);
    await Accounts.updateOne({ _id: officer.id }, { $set: { 'access.state': 'revoked' } });
    portal.deps.imports.carryOut(id());
    await portal.deps.relay.settled();
    const { path } = officer.browser.page;
    await logIn(colleague);
    assert.equal((await colleague.browser.open(path)).heading, 'Uitslag van de import');
    assert.deepEqual(rows(colleague, 'Geweigerde regels'), [
      '2 12 niet gedaan: wie dit bevestigde heeft geen toegang meer',
      '3 338 niet gedaan: wie dit bevestigde heeft geen toegang meer',
    ]);
    assert.deepEqual(await found(), []);
  });

  it('does the rest when a row fails, which is refused', async () => {
    await send(officer, lines(jansen, wekkers));
    // What no reading of a file makes.
    await ImportRows.collection.updateOne({ import: id(), line: 2 }, { $set: { values: null } });
    await carryOut(portal, officer);
    assert.deepEqual(counts(officer), [1, 0, 0, 1]);
    assert.deepEqual(rows(officer, 'Geweigerde regels'), ['2 12 niet gelukt: importeer opnieuw']);
    assert.match(portal.logged(), /a row of an import could not be carried out/);
    assert.deepEqual(
      (await found()).map(({ number }) => number),
      ['338'],
    );
  });

  it('keeps what a colleague changed in a column that the file does not have', async () => {
    await send(officer, lines(wekkers));
    await carryOut(portal, officer);
    await send(
      officer,
      'personeelsnummer;voorletters;achternaam;e-mailadres\n338;Q.;Wekkers;p.vanwekkers@mail.com',
    );
    await confirmed();
    await Employees.updateOne({ employer }, { $set: { prefix: 'van der', initials: 'Q.' } });
    await goOn();
    assert.deepEqual(counts(officer), [0, 0, 1, 0]);
    assert.equal((await found())[0]?.prefix, 'van der');
  });

  it('empties what is empty in the file, but for a date of birth: an invitation would ask less', async () => {
    await send(officer, lines(wekkers, jansen));
    await carryOut(portal, officer);
    await send(officer, lines(wekkers.replace('van;', ';'), jansen.replace('31-1-1980', '')));
    assert.deepEqual(rows(officer, 'Wat er wijzigt'), ['2 338 voorvoegsel']);
    await carryOut(portal, officer);
    assert.deepEqual(
      (await found()).map(({ prefix, birthDate }) => [prefix, birthDate]),
      [
        [undefined, '1980-01-31'],
        [undefined, undefined],
      ],
    );
  });

  it('says that a change was made, also when somebody changed more before that was noted', async () => {
    await send(officer, lines(wekkers));
    await carryOut(portal, officer);
    await send(officer, lines(wekkers.replace('P.;', 'Q.;')));
    await carryOut(portal, officer);
    await ImportRows.updateOne({ import: id() }, { done: false });
    await confirmed();
    await Employees.updateOne({ employer }, { $set: { initials: 'R.' }, $inc: { detailsVersion: 1 } });
    await goOn();
    assert.deepEqual(counts(officer), [0, 1, 0, 0]);
    assert.equal((await found())[0]?.initials, 'R.');
  });

  it('is of no more rows in a day than the settings say; what needs nothing does not count', async () => {
    await send(officer, lines(...manyRows(60)));
    await carryOut(portal, officer);
    await send(officer, lines(...manyRows(71)));
    const refused = await officer.browser.press('Importeren');
    assert.deepEqual([refused.status, refused.heading], [429, 'Import controleren']);
    assert.match(refused.text, /Dit zijn te veel regels voor vandaag: het kan nog voor hoogstens 10\./);
    assert.equal((await found()).length, 60);
    await send(officer, lines(...manyRows(70)));
    await carryOut(portal, officer);
    assert.deepEqual(counts(officer), [10, 0, 60, 0]);
    await send(officer, lines(wekkers));
    const none = await officer.browser.press('Importeren');
    assert.match(none.text, /Je hebt vandaag al zoveel regels geïmporteerd als mag\./);
    await portal.pass({ minutes: 24 * 60 });
    await logIn(officer);
    await send(officer, lines('400;P.;;Wekkers;p@mail.com;'));
    await carryOut(portal, officer);
    assert.equal((await found()).length, 71);
  });

  it('can be looked at for thirty days; what nobody confirmed for one', async () => {
    await send(officer, lines(jansen));
    await carryOut(portal, officer);
    const kept = officer.browser.page.path;
    await send(officer, lines(wekkers));
    const later = (time: number) => new Date(portal.now().getTime() + time);
    await sweep(later(2 * days));
    assert.equal((await Imports.find({ employer })).length, 1);
    await sweep(later(29 * days));
    await logIn(officer);
    await officer.browser.open(kept);
    assert.deepEqual(rows(officer, 'Wie erbij kwamen'), ['2 12 Jansen, J.']);
    await sweep(later(31 * days));
    assert.equal(await Imports.countDocuments({ employer }), 0);
    assert.equal(await ImportRows.countDocuments({ employer }), 0);
  });
});
