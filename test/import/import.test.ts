import assert from 'node:assert/strict';
import { Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { ImportRows } from '../../src/models/import.js';
import { startPortal, type Portal } from '../support/app.js';
import {
  carryOut as carryOutFile,
  counts as countsOf,
  header,
  lines,
  rows as rowsOf,
  send as sendFile,
} from '../support/import.js';
import { anEmployer, anOfficer, logIn, record, type Person } from '../support/people.js';

const jansen = '12;J.;;Jansen;j.jansen@mail.com;31-1-1980';
const wekkers = '338;P.;van;Wekkers;p.vanwekkers@mail.com;';

// A csv in it, deflated, as a spreadsheet program packs its own files.
const zip = Buffer.from(
  'UEsDBBQAAAAIAAAAIVxmdaNVSgAAAFMAAAAOAAAAd2Vya25lbWVycy5jc3YdiTEOgDAMxPb+hUqwZmHuL6JyEqAmQUnh/RQmW/YFD1Oghd4icHrMvKH30YnrPqjMQpiEj8abI9K8UMlUWANKZz5/Wb+fq0l6AVBLAQIUAxQAAAAIAAAAIVxmdaNVSgAAAFMAAAAOAAAAAAAAAAAAAACAAQAAAAB3ZXJrbmVtZXJzLmNzdlBLBQYAAAAAAQABADwAAAB2AAAAAAA=',
  'base64',
);

describe('importing employees', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const send = (file: Buffer | string) => sendFile(officer, file);
  const counts = () => countsOf(officer);
  const rows = (heading: string) => rowsOf(officer, heading);
  const carryOut = () => carryOutFile(portal, officer);
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
    const done = await carryOut();
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
    await carryOut();
    const before = await found();
    await send(lines('12;J.;;Janssen;jan@mail.com;31-1-1980', wekkers));
    assert.deepEqual(counts(), [0, 1, 1, 0]);
    assert.deepEqual(rows('Wat er wijzigt'), ['2 12 achternaam, e-mailadres']);
    await carryOut();
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
    await carryOut();
    const [{ _id }] = (await found()) as [Employee];
    await officer.browser.open(`/werkgever/werknemers/${_id.toString()}`);
    await officer.browser.press('Toegang verstrekken');
    await portal.deps.relay.settled();
    const count = (await portal.letters()).length;
    await send(lines(jansen.replace('j.jansen@', 'ander@')));
    await carryOut();
    const to = (await portal.letters()).slice(count).map((letter) => letter.to);
    assert.deepEqual(to.sort(), ['ander@mail.com', 'j.jansen@mail.com']);
    assert.equal((await record({ id: _id })).access.state, 'invited');
  });

  it('leaves what is on record of columns that the file does not have', async () => {
    await send(lines(jansen, wekkers));
    await carryOut();
    await send('E-mailadres,Achternaam,Voorletters,Personeelsnummer\np.vanwekkers@mail.com,Wekkers,Q.,338\n');
    assert.deepEqual(rows('Wat er wijzigt'), ['2 338 voorletters']);
    await carryOut();
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

  it('reads é and € as Excel writes them', async () => {
    // In Windows-1252 the euro is 0x80, which is no letter in UTF-8 or Latin-1.
    await send(
      Buffer.concat([
        Buffer.from(`${header}\n1;J.;;Andr`),
        Buffer.from('e920803b', 'hex'),
        Buffer.from('j@mail.com;'),
      ]),
    );
    assert.deepEqual(rows('Wie erbij komen'), ['2 1 André €, J.']);
  });

  it('takes a number, and all else, without the spaces around it, also within quotes', async () => {
    await send(
      lines(
        '" 338"; "P. ";" van ";"\u00a0Wekkers";" p@mail.com ";',
        '338;J.;;Jansen;j@mail.com;',
        '\u00a0339\u00a0;Q.;" ";Zwart;q@mail.com;',
      ),
    );
    assert.deepEqual(rows('Geweigerde regels'), ['3 338 dit personeelsnummer staat al op een eerdere regel']);
    await carryOut();
    assert.deepEqual(
      (await found()).map(({ number, prefix, surname, email }) => [number, prefix, surname, email]),
      [
        ['338', 'van', 'Wekkers', 'p@mail.com'],
        ['339', undefined, 'Zwart', 'q@mail.com'],
      ],
    );
    await send(lines('"338 ";P.;van;Wekkers;p@mail.com;'));
    assert.deepEqual(counts(), [0, 0, 1, 0]);
  });

  it('shows the first hundred of each kind, and says how many more there are', async () => {
    const many = (from: number, surname: string) =>
      Array.from({ length: 101 }, (_, i) => `${from + i};J.;;${surname};j@mail.com;`);
    await send(lines(...many(1000, 'Jansen'), ...many(2000, 'Bakker')));
    assert.deepEqual(rows('Wie erbij komen').slice(0, 2), ['2 1000 Jansen, J.', '3 1001 Jansen, J.']);
    await carryOut();
    assert.equal(rows('Wie erbij kwamen').length, 100);
    await send(
      lines(...many(1000, 'Janssen'), ...many(2000, 'Bakker'), ...many(3000, 'Çelik'), ...many(4000, '')),
    );
    assert.deepEqual(counts(), [101, 101, 101, 101]);
    for (const [heading, first] of [
      ['Geweigerde regels', '305 4000 achternaam: vul 1 tot 100 tekens in, zonder < en >'],
      ['Wat er wijzigt', '2 1000 achternaam'],
      ['Wie erbij komen', '204 3000 Çelik, J.'],
      ['Wat hetzelfde blijft', '103 2000 Bakker, J.'],
    ] as const)
      assert.deepEqual([rows(heading).length, rows(heading)[0]], [100, first]);
    assert.equal(officer.browser.page.text.match(/En nog 1\. Download alles om ze te zien\./g)?.length, 4);
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
        '6;J.;;Jansen;j@mail.com;',
        '6;J.;;Jansen;j@mail.com;',
        `7;J.;${'x'.repeat(101)};Jansen;j@mail.com;`,
        '8;J.;;Jansen;j@mail.com;;;;te veel',
        '9;<b>J</b>;<i>;<script>alert(1)</script>;<img src=x>;',
        '<10>;J.;;Jansen;j@mail.com;',
      ),
    );
    assert.deepEqual(counts(), [1, 0, 0, 11]);
    assert.deepEqual(rows('Geweigerde regels'), [
      '2 personeelsnummer: vul 1 tot 100 tekens in, zonder < en >',
      '3 1 voorletters: vul 1 tot 100 tekens in, zonder < en >',
      '4 2 achternaam: vul 1 tot 100 tekens in, zonder < en >',
      '5 3 e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
      '7 4 e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
      '8 5 geboortedatum: vul een datum in, zoals 31-1-1980, of niets',
      '10 6 dit personeelsnummer staat al op een eerdere regel',
      '11 7 voorvoegsel: gebruik hoogstens 100 tekens, zonder < en >',
      '12 8 deze regel heeft meer kolommen dan de eerste',
      '13 9 voorletters: vul 1 tot 100 tekens in, zonder < en >; voorvoegsel: gebruik hoogstens 100 tekens, zonder < en >; achternaam: vul 1 tot 100 tekens in, zonder < en >; e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
      '14 <10> personeelsnummer: vul 1 tot 100 tekens in, zonder < en >',
    ]);
    await carryOut();
    assert.deepEqual(
      (await found()).map(({ surname }) => surname),
      ['Jansen'],
    );
    const csv = await officer.browser.download(`${officer.browser.page.path}/uitslag.csv`);
    assert.equal(csv.trim().split('\r\n').length, 13);
    assert.match(csv, /"?Geweigerd"?;/);
  });

  for (const [what, file, words] of [
    ['nothing', '', 'Kies eerst een bestand.'],
    ['only a header', header, 'Dit bestand heeft geen werknemers.'],
    ['no header', `${jansen}\n${wekkers}`, 'De eerste regel moet de namen van de kolommen hebben'],
    ['UTF-16', Buffer.from(lines(jansen), 'utf16le'), 'Dit is geen CSV-bestand.'],
    ['a spreadsheet in it: a zip that is called .csv', zip, 'Dit is geen CSV-bestand.'],
    ['a million columns', `${lines(jansen)}\n${'x;'.repeat(1_000_000)}`, 'Regel 3 is te lang.'],
    ['a line that is too long', lines(jansen, wekkers, 'x'.repeat(30_000)), 'Regel 4 is te lang.'],
    [
      'a quote that never ends',
      `${lines(jansen, '')}\n"x;${wekkers}`,
      'In regel 4 begint een aanhalingsteken',
    ],
    [
      'one before many lines',
      lines(jansen, '"', ...Array<string>(2_000).fill(wekkers)),
      'Regel 3 is te lang.',
    ],
    [
      'a stray quote',
      lines(jansen, '338;"P."x;van;Wekkers;p@mail.com;'),
      'In regel 3 staat een aanhalingsteken',
    ],
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
    await carryOut();
    const [first] = (await found()) as [Employee];
    await send(lines(jansen.replace('Jansen', 'Janssen'), '400;Q.;;Nieuw;q@mail.com;'));
    await Employees.updateOne({ _id: first._id }, { $inc: { version: 1 } });
    await carryOut();
    assert.deepEqual(counts(), [1, 0, 0, 1]);
    assert.deepEqual(rows('Geweigerde regels'), [
      '2 12 deze werknemer is intussen gewijzigd: importeer opnieuw',
    ]);
    assert.equal((await found())[0]?.surname, 'Jansen');
  });

  it('does not put back a date of birth that a colleague corrected since the officer looked', async () => {
    await send(lines(jansen));
    await carryOut();
    const [one] = (await found()) as [Employee];
    await send(lines(jansen.replace('Jansen', 'Janssen')));
    const preview = officer.browser.page;
    await officer.browser.open(`/werkgever/werknemers/${one._id.toString()}/gegevens`);
    await officer.browser.press('Opslaan', { Geboortedatum: '1-2-1990' });
    officer.browser.page = preview;
    await carryOut();
    assert.deepEqual(counts(), [0, 0, 0, 1]);
    assert.equal((await found())[0]?.birthDate, '1990-02-01');
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
