import { Types } from 'mongoose';
import { Employees } from '../../../src/models/account.js';
import { ImportRows, Imports } from '../../../src/models/import.js';
import { mostRows } from '../../../src/import/read-file.js';
import type { Portal } from '../app.js';
import { halfForm, header, lines as file, manyRows } from '../import.js';
import { anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, signOut, type Story } from './story.js';

async function send(screen: Screen, text: string): Promise<void> {
  await screen.open('/werkgever/importeren');
  const chosen = { name: 'werknemers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await screen.page.getByLabel('CSV-bestand').setInputFiles(chosen);
  await screen.press('Bekijken');
}

/** Sends a form that ends in the middle of its file, as on a line that breaks off. */
async function sendHalf(screen: Screen): Promise<void> {
  await screen.open('/werkgever/importeren');
  const token = await screen.page.locator('main input[name=_csrf]').inputValue();
  await screen.page.route('**/werkgever/importeren', (route) =>
    route.continue({
      headers: { ...route.request().headers(), 'content-type': 'multipart/form-data; boundary=x' },
      postData: halfForm('x', token),
    }),
  );
  await screen.press('Bekijken');
  await screen.page.unroute('**/werkgever/importeren');
}

async function carryOut(portal: Portal, screen: Screen): Promise<void> {
  await screen.press('Importeren');
  await portal.deps.relay.settled();
  await screen.open(screen.path);
}

async function* importing(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  await signIn(screen, officer);
  await screen.open('/werkgever/importeren');
  yield 'import';
  await screen.press('Bekijken');
  yield 'import-no-file';
  for (const [fault, text] of Object.entries({
    'too-big': 'x'.repeat(5_000_001),
    'no-csv': 'a\u0000b',
    'no-columns': 'a;b\n1;2',
    empty: header,
    'long-line': file('x'.repeat(30_000)),
    'open-quote': file('"'),
    'stray-quote': file('"1"x;J.;;J;j@m.nl;'),
    'too-many-rows': file(...Array.from({ length: mostRows + 1 }, (_, i) => `${i};J.;;J;j@m.nl;`)),
  })) {
    await send(screen, text);
    yield `import-${fault}`;
  }
  await sendHalf(screen);
  yield 'import-cut-off';
  const wrong = [';;;;x;31-02-1980;te veel', `1;J.;${'x'.repeat(101)};J;j@m.nl;`, '1;J.;;Jansen;j@mail.com;'];
  const others = Array.from({ length: 120 }, (_, i) => `${i + 10};J.;;Jansen;j${i}@mail.com;1-1-1980`);
  await send(screen, file(...wrong, ...others));
  yield 'import-preview';
  const { path: preview } = screen;
  await signOut(screen);
  await signIn(screen, await anOfficer(portal, employer));
  await screen.open(preview);
  yield 'import-of-a-colleague';
  await signOut(screen);
  await signIn(screen, officer);
  await screen.open(preview);
  await carryOut(portal, screen);
  yield 'import-result';
  const changed = others.map((row) =>
    row.replace(';J.;;Jansen;', ';K.;van;Janssen;').replace('1980', '1981'),
  );
  await send(screen, file(...changed.slice(1), ...others.slice(0, 1), '400;J.;;Nieuw;n@mail.com;'));
  yield 'import-preview-changed';
  await Employees.updateOne({ employer, number: '11' }, { $inc: { version: 1 } });
  await carryOut(portal, screen);
  const { path } = screen;
  const id = new Types.ObjectId(path.split('/').at(-1));
  for (const [i, problem] of ['officer-gone', 'failed'].entries())
    await ImportRows.updateOne({ import: id, line: i + 5 }, { outcome: 'refused', problems: [problem] });
  await screen.open(path);
  yield 'import-result-changed';
  await ImportRows.updateMany({ import: id, line: { $gt: 50 } }, { done: false });
  await Imports.updateOne({ _id: id }, { state: 'confirmed' });
  await screen.open(path);
  yield 'import-running';
  await screen.follow('Stop met verversen');
  yield 'import-running-still';
  await send(screen, file('400;J.;;Nieuw;n@mail.com;'));
  yield 'import-nothing';
}

async function* importingTooMuch(portal: Portal, screen: Screen) {
  const officer = await anOfficer(portal, await anEmployer());
  await signIn(screen, officer);
  const { batchRowsPerDay } = portal.deps.config.tries;
  await portal.deps.attempts.importRows(officer.id, batchRowsPerDay - 1);
  await send(screen, file(...manyRows(2)));
  await screen.press('Importeren');
  yield 'import-too-many';
  await portal.deps.attempts.importRows(officer.id, 1);
  await screen.press('Importeren');
  yield 'import-none-left';
}

export const importStories: Story[] = [
  { name: 'an officer importing employees', walk: importing },
  { name: 'an officer importing too many employees', walk: importingTooMuch },
];
