import { startPortal } from '../test/support/app.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { anEmployer, anOfficer, logIn } from '../test/support/people.js';

// Imports 10,000 employees, and then a file that changes all of them: npm run bench:import

const rows = 10_000;
const header = 'personeelsnummer;voorletters;voorvoegsel;achternaam;e-mailadres;geboortedatum';
const file = (surname: string) =>
  Buffer.from(
    [
      header,
      ...Array.from({ length: rows }, (_, i) => `${i + 1};J.;van;${surname};j${i}@mail.com;1-1-1980`),
    ].join('\r\n'),
  );

await mochaGlobalSetup();
const portal = await startPortal();
try {
  const officer = await anOfficer(portal, await anEmployer());
  await logIn(officer);
  for (const surname of (process.argv[2] ?? 'Jansen Janssen').split(' ')) {
    await officer.browser.open('/werkgever/importeren');
    const start = performance.now();
    await officer.browser.upload('Bekijken', 'bestand', file(surname), 'werknemers.csv');
    const planned = performance.now();
    await officer.browser.press('Importeren');
    const seconds = (from: number, until: number) => ((until - from) / 1000).toFixed(1);
    console.log(
      `${rows} rows (${surname}): looked at in ${seconds(start, planned)} s, carried out in ${seconds(planned, performance.now())} s`,
    );
  }
} finally {
  await portal.close();
  await mochaGlobalTeardown();
}
