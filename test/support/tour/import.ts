import { Types } from 'mongoose';
import { Employees } from '../../../src/models/account.js';
import { ImportRows } from '../../../src/models/import.js';
import { mostRows } from '../../../src/import/read-file.js';
import type { Portal } from '../app.js';
import { anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

const header = 'personeelsnummer;voorletters;voorvoegsel;achternaam;e-mailadres;geboortedatum';
const file = (...rows: string[]) => [header, ...rows].join('\n');

async function send(screen: Screen, text: string): Promise<void> {
  await screen.open('/werkgever/importeren');
  const chosen = { name: 'werknemers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await screen.page.getByLabel('CSV-bestand').setInputFiles(chosen);
  await screen.press('Bekijken');
}

async function* importing(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anOfficer(portal, employer));
  await screen.open('/werkgever/importeren');
  yield 'import';
  await screen.press('Bekijken');
  yield 'import-no-file';
  for (const [fault, text] of Object.entries({
    'too-big': 'x'.repeat(5_000_001),
    'no-csv': 'a\u0000b',
    'no-columns': 'a;b\n1;2',
    empty: header,
    'too-many-rows': file(...Array.from({ length: mostRows + 1 }, (_, i) => `${i};J.;;J;j@m.nl;`)),
  })) {
    await send(screen, text);
    yield `import-${fault}`;
  }
  const wrong = [';;;;x;31-02-1980;te veel', `1;J.;${'x'.repeat(101)};J;j@m.nl;`, '1;J.;;Jansen;j@mail.com;'];
  const others = Array.from({ length: 120 }, (_, i) => `${i + 10};J.;;Jansen;j${i}@mail.com;1-1-1980`);
  await send(screen, file(...wrong, ...others));
  yield 'import-preview';
  await screen.press('Importeren');
  yield 'import-result';
  const changed = others.map((row) =>
    row.replace(';J.;;Jansen;', ';K.;van;Janssen;').replace('1980', '1981'),
  );
  await send(screen, file(...changed, '400;J.;;Nieuw;n@mail.com;'));
  yield 'import-preview-changed';
  await Employees.updateOne({ employer, number: '10' }, { $inc: { version: 1 } });
  await screen.press('Importeren');
  yield 'import-result-changed';
  const id = new Types.ObjectId(screen.path.split('/').at(-1));
  await ImportRows.updateOne({ import: id, number: '11' }, { done: false });
  await screen.open(screen.path);
  yield 'import-unfinished';
  await send(screen, file('400;J.;;Nieuw;n@mail.com;'));
  yield 'import-nothing';
}

export const importStories: Story[] = [{ name: 'an officer importing employees', walk: importing }];
