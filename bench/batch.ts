import { Types } from 'mongoose';
import { Employees } from '../src/models/account.js';
import { Batches } from '../src/models/batch.js';
import { startPortal } from '../test/support/app.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { fill } from '../test/support/many.js';
import { anEmployee, anEmployer, anOfficer, elsewhere, logIn } from '../test/support/people.js';
import { startProcess } from '../test/support/portal-process.js';

// How much slower others log in while 5,000 employees are invited, in a portal of its own: npm run bench:batch

const employees = Number(process.argv[2] ?? 5_000);
const logins = 150;
/** Per cent: so much longer may a login take meanwhile. */
const longer = 20;
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

await mochaGlobalSetup();
const portal = await startPortal({ PASSWORD_TRIES_PER_ADDRESS: '1000000' });
const { running, address } = await startProcess(portal, {
  SMTP_URL: portal.deps.config.smtpUrl,
  PASSWORD_TRIES_PER_ADDRESS: '1000000',
});
try {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  await fill(new Types.ObjectId(employer), employees, portal.now());
  await Employees.updateMany({ employer }, { access: { state: 'none', since: portal.now() } });
  const employee = await anEmployee(portal, await anEmployer('Een ander'));
  for (const who of [officer, employee]) who.browser.portal = address;
  await logIn(officer);

  async function timeOf(): Promise<number> {
    const times: number[] = [];
    for (let i = 0; i < logins; i++) {
      const who = elsewhere(portal, employee);
      who.browser.portal = address;
      await who.browser.open('/inloggen');
      const start = performance.now();
      await logIn(who);
      times.push(performance.now() - start);
    }
    return median(times);
  }

  await timeOf();
  const alone = await timeOf();
  await officer.browser.open('/werkgever/werknemers');
  const planning = performance.now();
  await officer.browser.press('Verder', {
    'Toegang verstrekken': '',
    'Alle werknemers van deze lijst, op alle pagina’s': '',
  });
  const began = performance.now();
  await officer.browser.press('Toegang verstrekken');
  const beside = await timeOf();
  while ((await Batches.countDocuments({ state: 'done' })) === 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const seconds = (since: number, until = performance.now()) => ((until - since) / 1000).toFixed(1);
  const per = 100 * (beside / alone - 1);
  if (per > longer) process.exitCode = 1;
  console.log(
    `${employees} rows: planned in ${seconds(planning, began)} s, carried out in ${seconds(began)} s; a login took ${per.toFixed(0)} % longer meanwhile (at most ${longer})`,
  );
} finally {
  running.kill('SIGTERM');
  await running.ended;
  await portal.close();
  await mochaGlobalTeardown();
}
