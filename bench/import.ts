import { setTimeout as sleep } from 'node:timers/promises';
import { Imports } from '../src/models/import.js';
import { startPortal } from '../test/support/app.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { anEmployee, anEmployer, anOfficer, elsewhere, logIn } from '../test/support/people.js';

// Imports 10,000 employees, and then a file that changes all of them, while others log in; more than a minute for one of
// the two is too long: npm run bench:import

const rows = Number(process.argv[2] ?? 10_000);
const mostSeconds = 60;
const surnames = ['Jansen', 'Janssen'];
const header = 'personeelsnummer;voorletters;voorvoegsel;achternaam;e-mailadres;geboortedatum';
const file = (surname: string) =>
  Buffer.from(
    [
      header,
      ...Array.from({ length: rows }, (_, i) => `${i + 1};J.;van;${surname};j${i}@mail.com;1-1-1980`),
    ].join('\r\n'),
  );
const secondsSince = (start: number) => (performance.now() - start) / 1000;
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

await mochaGlobalSetup();
const portal = await startPortal({
  BATCH_ROWS_PER_DAY: '1000000',
  PASSWORD_TRIES_PER_ADDRESS: '1000000',
});
try {
  const officer = await anOfficer(portal, await anEmployer());
  await logIn(officer);
  const employee = await anEmployee(portal, await anEmployer('Een ander'));

  async function timeOfLogin(): Promise<number> {
    const who = elsewhere(portal, employee);
    await who.browser.open('/inloggen');
    const start = performance.now();
    await logIn(who);
    return secondsSince(start);
  }

  const alone: number[] = [];
  for (let i = 0; i < 30; i++) alone.push(await timeOfLogin());
  const beside: number[] = [];
  const planned: number[] = [];
  const carriedOut: number[] = [];
  for (const surname of surnames) {
    await officer.browser.open('/werkgever/importeren');
    const asked = performance.now();
    await officer.browser.upload('Bekijken', 'bestand', file(surname), 'werknemers.csv');
    planned.push(secondsSince(asked));
    const confirmed = performance.now();
    await officer.browser.press('Importeren');
    while (await Imports.exists({ state: 'confirmed' })) {
      beside.push(await timeOfLogin());
      await sleep(500);
    }
    carriedOut.push(secondsSince(confirmed));
  }
  const inWords = (times: number[]) => times.map((time) => time.toFixed(1)).join(' and ');
  console.log(
    `${rows} rows, new and then changed: looked at in ${inWords(planned)} s, carried out in ${inWords(carriedOut)} s; a login took ${(100 * (median(beside) / median(alone) - 1)).toFixed(0)} % longer meanwhile`,
  );
  if (Math.max(...carriedOut) > mostSeconds) process.exitCode = 1;
} finally {
  await portal.close();
  await mochaGlobalTeardown();
}
