import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Types } from 'mongoose';
import { filters, orders } from '../src/models/employee-listing.js';
import { searchEmployees } from '../src/models/employee-search.js';
import { startPortal } from '../test/support/app.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { fill } from '../test/support/many.js';
import { anEmployer, anOfficer, logIn } from '../test/support/people.js';

// How long the pages of the employer's list take, with one user: npm run bench:employees [-- 100000]

const count = Number(process.argv[2] ?? 5000);
const rounds = 40;
/** Milliseconds within which 95 of 100 answers come: a page of 5,000 employees, a look-up among any number. */
const limits = { page: 300, 'look-up': 20 };

await mochaGlobalSetup();
const portal = await startPortal();
const employer = await anEmployer();
const officer = await anOfficer(portal, employer);
await logIn(officer);
const began = performance.now();
await fill(new Types.ObjectId(employer), count, portal.now());
console.log(`${count} employees in ${Math.round(performance.now() - began)} ms`);

const server = createServer(portal.app).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const cookie = [...officer.browser.cookies].map((pair) => pair.join('=')).join('; ');

async function time(kind: keyof typeof limits, name: string, action: () => Promise<unknown>) {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0;
  const isLate = at(0.95) > limits[kind];
  if (isLate) process.exitCode = 1;
  console.log(
    `${isLate ? 'LATE ' : ''}${kind} ${name}: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`,
  );
}

async function page(query: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/werkgever/werknemers${query}`, {
    headers: { cookie },
  });
  if (answer.status !== 200) throw new Error(`${query}: ${answer.status}`);
  return answer.text();
}

if (count <= 5000) {
  for (const filter of filters)
    for (const order of orders) {
      const query = `?filter=${filter}&sorteer=${order}`;
      await time('page', query, () => page(query));
      // Turned over: `&amp;` as it stands in the page.
      const next = /href="\/werkgever\/werknemers(\?[^"]*na=[^"]*)"/.exec(await page(query))?.[1];
      const second = next?.replaceAll('&amp;', '&');
      if (second !== undefined) await time('page', `${query}, turned over`, () => page(second));
    }
  for (const typed of ['jans', 'van w', 'p.j. van', 'w12', '33', 'niemand'])
    await time('page', `search for "${typed}"`, () =>
      page(`?${new URLSearchParams({ zoek: typed }).toString()}`),
    );
  await time('page', 'counted anew', async () => {
    await portal.pass({ seconds: 11 });
    return page('');
  });
}
const whom = new Types.ObjectId(employer);
await time('look-up', 'by number', () => searchEmployees(whom, '338', false));
await time('look-up', 'by username', () => searchEmployees(whom, `w338.${employer.slice(-6)}`, false));

server.close();
await portal.close();
await mochaGlobalTeardown();
