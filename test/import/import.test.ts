import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { ImportRows } from '../../src/models/import.js';
import { startPortal, type Portal } from '../support/app.js';
import { squeeze } from '../support/page.js';
import { anEmployer, anOfficer, logIn, record, type Person } from '../support/people.js';

const header = 'personeelsnummer;voorletters;voorvoegsel;achternaam;e-mailadres;geboortedatum';
const jansen = '12;J.;;Jansen;j.jansen@mail.com;31-1-1980';
const wekkers = '338;P.;van;Wekkers;p.vanwekkers@mail.com;';

describe('importing employees', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const send = async (file: Buffer | string, name = 'werknemers.csv') => {
    await officer.browser.open('/werkgever/importeren');
    return officer.browser.upload('Bekijken', 'bestand', Buffer.from(file), name);
  };
  const lines = (...rows: string[]) => [header, ...rows].join('\r\n');
  const counts = () => {
    const { $ } = officer.browser.page;
    return $('main dl dd')
      .toArray()
      .map((dd) => Number($(dd).text()));
  };
  const rows = () => {
    const { $ } = officer.browser.page;
    return $('main tbody tr')
      .toArray()
      .map((tr) => squeeze($(tr).text()));
  };
  const found = () => Employees.find({ employer }).sort({ number: 1 }).lean<Employee[]>();
  const problem = () => officer.browser.page.$('#bestand-fout').text();

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  it('shows first what would happen, and does it when that is confirmed, without giving access', async () => {
    await officer.browser.open('/werkgever/werknemers');
    assert.equal((await officer.browser.follow('Werknemers importeren')).heading, 'Werknemers importeren');
    const page = await send(lines(jansen, wekkers));
    assert.equal(page.heading, 'Import controleren');
    assert.deepEqual(counts(), [2, 0, 0, 0]);
    assert.deepEqual(await found(), []);
    const letters = (await portal.letters()).length;
    const done = await officer.browser.press('Importeren');
    assert.match(done.$('[role=status]').text(), /De import is klaar\./);
    assert.equal(done.heading, 'Uitslag van de import');
    const [first, second] = await found();
    assert.deepEqual(
      [first?.surname, first?.birthDate, first?.access.state, second?.prefix, second?.birthDate],
      ['Jansen', '1980-01-31', 'none', 'van', undefined],
    );
    const entries = await AuditEntries.find({ employer, action: 'account-added' }).lean<AuditEntry[]>();
    assert.equal(entries.filter(({ actor }) => actor.name === 'H. de Ruiter').length, 2);
    assert.equal((await portal.letters()).length, letters);
    assert.match((await officer.browser.open('/werkgever/werknemers?zoek=jansen')).text, /Jansen, J\./);
  });

  it('keeps the last five files that were only looked at', async () => {
    for (let i = 0; i < 6; i++) await send(lines(jansen, wekkers));
    assert.equal(await ImportRows.countDocuments({ employer }), 10);
  });

  it('changes what is other, says which, and leaves the rest; a file once more changes nothing', async () => {
    await send(lines(jansen, wekkers));
    await officer.browser.press('Importeren');
    const before = await found();
    await send(lines('12;J.;;Janssen;jan@mail.com;31-1-1980', wekkers));
    assert.deepEqual(counts(), [0, 1, 1, 0]);
    assert.deepEqual(rows(), ['2 12 achternaam, e-mailadres']);
    await officer.browser.press('Importeren');
    const [first, second] = await found();
    assert.deepEqual(
      [first?.surname, first?.email, first?.namePlain],
      ['Janssen', 'jan@mail.com', 'janssen'],
    );
    assert.deepEqual(second, before[1]);
    await send(lines('12;J.;;Janssen;jan@mail.com;31-1-1980', wekkers));
    assert.deepEqual(counts(), [0, 0, 2, 0]);
    assert.match(officer.browser.page.text, /Er is niets om te importeren\./);
  });

  it('tells the old e-mail address of who has access', async () => {
    await send(lines(jansen));
    await officer.browser.press('Importeren');
    const [{ _id }] = (await found()) as [Employee];
    await officer.browser.open(`/werkgever/werknemers/${_id.toString()}`);
    await officer.browser.press('Toegang verstrekken');
    await portal.deps.relay.settled();
    const count = (await portal.letters()).length;
    await send(lines(jansen.replace('j.jansen@', 'ander@')));
    await officer.browser.press('Importeren');
    await portal.deps.relay.settled();
    const to = (await portal.letters()).slice(count).map((letter) => letter.to);
    assert.deepEqual(to.sort(), ['ander@mail.com', 'j.jansen@mail.com']);
    assert.equal((await record({ id: _id })).access.state, 'invited');
  });

  it('leaves what is on record of columns that the file does not have', async () => {
    await send(lines(jansen, wekkers));
    await officer.browser.press('Importeren');
    await send('E-mailadres,Achternaam,Voorletters,Personeelsnummer\np.vanwekkers@mail.com,Wekkers,Q.,338\n');
    assert.deepEqual(rows(), ['2 338 voorletters']);
    await officer.browser.press('Importeren');
    assert.equal((await found())[1]?.prefix, 'van');
  });

  it('reads UTF-8, with a mark in front and without, and what Excel makes: Windows-1252, semicolons or commas', async () => {
    const row = '12;J.;;Çelik;celik@mail.com;';
    for (const file of [
      Buffer.from(lines(row)),
      Buffer.from(`\ufeff${lines(row)}`),
      Buffer.from(lines(row), 'latin1'),
      Buffer.from(lines(row).replaceAll(';', ',')),
      Buffer.from(lines('12;J.;;"Çelik";celik@mail.com;').replaceAll('\r\n', '\n')),
    ]) {
      await send(file);
      assert.deepEqual(counts(), [1, 0, 0, 0], file.toString());
      const row = await ImportRows.findOne({ employer }).sort({ _id: -1 }).orFail().lean();
      assert.equal(row.values.surname, 'Çelik');
    }
  });

  it('refuses each row with its line and what is wrong with which column [V2.2.1]', async () => {
    await send(
      lines(
        ';J.;;Jansen;j@mail.com;',
        '1;;;Jansen;j@mail.com;',
        '2;J.;;;j@mail.com;',
        '3;J.;;Jansen;geen adres;',
        '4;J.;;Jansen;"a@b.nl\nBcc: c@d.nl";',
        '5;J.;;Jansen;j@mail.com;31-02-1980',
        '6;J.;;<script>alert(1)</script>;j@mail.com;',
        '6;J.;;Jansen;j@mail.com;',
        `7;J.;${'x'.repeat(101)};Jansen;j@mail.com;`,
        '8;J.;;Jansen;j@mail.com;;;;te veel',
      ),
    );
    assert.deepEqual(counts(), [1, 0, 0, 9]);
    assert.deepEqual(rows(), [
      '2 personeelsnummer: vul 1 tot 100 tekens in',
      '3 1 voorletters: vul 1 tot 100 tekens in',
      '4 2 achternaam: vul 1 tot 100 tekens in',
      '5 3 e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
      '7 4 e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
      '8 5 geboortedatum: vul een datum in, zoals 31-1-1980, of niets',
      '10 6 dit personeelsnummer staat al op een eerdere regel',
      '11 7 voorvoegsel: gebruik hoogstens 100 tekens',
      '12 8 deze regel heeft meer kolommen dan de eerste',
    ]);
    await officer.browser.press('Importeren');
    assert.deepEqual(
      (await found()).map(({ surname }) => surname),
      ['<script>alert(1)</script>'],
    );
    const csv = await officer.browser.download(`${officer.browser.page.path}/uitslag.csv`);
    assert.equal(csv.trim().split('\r\n').length, 11);
    assert.match(csv, /"?Geweigerd"?;/);
  });

  for (const [what, file, words] of [
    ['nothing', '', 'Kies eerst een bestand.'],
    ['only a header', header, 'Dit bestand heeft geen werknemers.'],
    ['no header', `${jansen}\n${wekkers}`, 'De eerste regel moet de namen van de kolommen hebben'],
    ['UTF-16', Buffer.from(lines(jansen), 'utf16le'), 'Dit is geen CSV-bestand.'],
    ['a zip', Buffer.from('504b03041400000008000000', 'hex'), 'Dit is geen CSV-bestand.'],
    ['a million columns', `${header}\n${'x;'.repeat(1_000_000)}`, 'Dit is geen CSV-bestand.'],
    ['quotes that never end', `${header}\n"${'x'.repeat(100_000)}`, 'Dit is geen CSV-bestand.'],
    [
      '10,001 rows',
      lines(...Array.from({ length: 10_001 }, (_, i) => `${i};J.;;J;j@m.nl;`)),
      'meer dan 10.000',
    ],
  ] as const) {
    it(`refuses a file with ${what}, and says what to do`, async () => {
      const page = await send(file);
      assert.deepEqual([page.status, page.heading], [400, 'Werknemers importeren']);
      assert.ok(problem().includes(words), problem());
      assert.deepEqual(await ImportRows.find({ employer }), []);
    });
  }

  it('stops reading at 5 MB, however large the file, and says so', async () => {
    const page = await send(Buffer.alloc(20_000_000, 'a'));
    assert.equal(page.status, 413);
    assert.match(problem(), /groter dan 5 MB/);
  });

  it('reads no file of who may not send one, nor without the token [V3.5.1]', async () => {
    await officer.browser.open('/werkgever/importeren');
    officer.browser.page.$('input[name=_csrf]').attr('value', 'x');
    const page = await officer.browser.upload('Bekijken', 'bestand', Buffer.from(lines(jansen)), 'w.csv');
    assert.equal(page.status, 403);
    assert.deepEqual(await ImportRows.find({ employer }), []);
  });

  it('does not undo what was changed since the officer looked, and says so', async () => {
    await send(lines(jansen, wekkers));
    await officer.browser.press('Importeren');
    const [first] = (await found()) as [Employee];
    await send(lines(jansen.replace('Jansen', 'Janssen'), '400;Q.;;Nieuw;q@mail.com;'));
    await Employees.updateOne({ _id: first._id }, { $inc: { version: 1 } });
    await officer.browser.press('Importeren');
    assert.deepEqual(counts(), [1, 0, 0, 1]);
    assert.deepEqual(rows(), ['2 12 deze werknemer is intussen gewijzigd: importeer opnieuw']);
    assert.equal((await found())[0]?.surname, 'Jansen');
  });

  it('does not put back a date of birth that a colleague corrected since the officer looked', async () => {
    await send(lines(jansen));
    await officer.browser.press('Importeren');
    const [one] = (await found()) as [Employee];
    await send(lines(jansen.replace('Jansen', 'Janssen')));
    const preview = officer.browser.page;
    await officer.browser.open(`/werkgever/werknemers/${one._id.toString()}/gegevens`);
    await officer.browser.press('Opslaan', { Geboortedatum: '1-2-1990' });
    officer.browser.page = preview;
    await officer.browser.press('Importeren');
    assert.deepEqual(counts(), [0, 0, 0, 1]);
    assert.equal((await found())[0]?.birthDate, '1990-02-01');
  });

  it('goes on where it was interrupted, also when two do so at once: nobody twice, one entry each', async () => {
    await send(lines(...Array.from({ length: 60 }, (_, i) => `${i + 1};J.;;Jansen;j${i}@mail.com;`)));
    const { path } = officer.browser.page;
    await officer.browser.press('Importeren');
    const id = new Types.ObjectId(path.split('/').at(-1));
    // As a process leaves it that was killed after the change, before its note of it.
    await ImportRows.updateMany({ import: id, line: { $gt: 30 } }, { $set: { done: false } });
    await Employees.deleteMany({ employer, number: { $in: ['51', '52', '53'] } });
    const page = await officer.browser.open(path);
    assert.match(page.text, /Nog 31 te gaan\. De import is onderbroken\./);
    const form = { _csrf: officer.browser.token };
    await Promise.all([officer.browser.post(path, form), officer.browser.post(path, form)]);
    assert.equal((await found()).length, 60);
    assert.equal(await ImportRows.countDocuments({ import: id, done: false }), 0);
    assert.deepEqual(counts(), [60, 0, 0, 0]);
    const added = await AuditEntries.find({ employer, action: 'account-added' }).lean<AuditEntry[]>();
    const accounts = added.map(({ account }) => account?.toString());
    assert.equal(new Set(accounts).size, accounts.length);
  });

  it('of another employer is nowhere to be seen [V8.2.2]', async () => {
    await send(lines(jansen));
    const { path } = officer.browser.page;
    const stranger = await anOfficer(portal, await anEmployer('Andere B.V.'));
    await logIn(stranger);
    await stranger.browser.open('/werkgever/importeren');
    const { token } = stranger.browser;
    assert.equal((await stranger.browser.open(path)).status, 404);
    assert.equal((await stranger.browser.open(`${path}/uitslag.csv`)).status, 404);
    assert.equal((await stranger.browser.post(path, { _csrf: token })).status, 404);
    assert.deepEqual(await found(), []);
  });

  it('has an example to fill in, which can be imported as it is', async () => {
    const csv = await officer.browser.download('/werkgever/importeren/voorbeeld.csv');
    assert.equal(csv.split('\r\n')[0], `\ufeff${header}`);
    await send(csv);
    assert.deepEqual(counts(), [1, 0, 0, 0]);
  });
});
