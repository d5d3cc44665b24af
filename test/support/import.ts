import type { Portal } from './app.js';
import { squeeze, type Page } from './page.js';
import type { Person } from './people.js';

export const header = 'personeelsnummer;voorletters;voorvoegsel;achternaam;e-mailadres;geboortedatum';

/** A file of employees, as a spreadsheet saves it. */
export const lines = (...rows: string[]) => [header, ...rows].join('\r\n');

/** So many rows, each of somebody else. */
export const manyRows = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i + 1};J.;;Jansen;j${i}@mail.com;`);

/** A form as it comes in, up to the middle of its file. */
export const halfForm = (boundary: string, token: string) =>
  [
    `--${boundary}`,
    'Content-Disposition: form-data; name="_csrf"',
    '',
    token,
    `--${boundary}`,
    'Content-Disposition: form-data; name="bestand"; filename="werknemers.csv"',
    'Content-Type: text/csv',
    '',
    lines('12;J.;;Jan'),
  ].join('\r\n');

/** Sends a file, of which is shown what it would do. */
export async function send({ browser }: Person, file: Buffer | string): Promise<Page> {
  await browser.open('/werkgever/importeren');
  return browser.upload('Bekijken', 'bestand', Buffer.from(file), 'werknemers.csv');
}

/** Confirms it, waits until everything is carried out, and looks again. */
export async function carryOut(portal: Portal, { browser }: Person): Promise<Page> {
  await browser.press('Importeren');
  await portal.deps.relay.settled();
  return browser.open(browser.page.path);
}

/** How many are new, changed, unchanged and refused. */
export const counts = ({ browser: { page } }: Person): number[] =>
  page
    .$('main dl dd')
    .toArray()
    .map((dd) => Number(page.$(dd).text()));

/** The rows below a heading. */
export function rows({ browser: { page } }: Person, heading: string): string[] {
  const { $ } = page;
  const section = $('main section').filter((_, one) => squeeze($(one).find('h2').text()) === heading);
  return section
    .find('tbody tr')
    .toArray()
    .map((tr) => squeeze($(tr).text()));
}
