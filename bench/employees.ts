import mongoose, { Types } from 'mongoose';
import { connect, disconnect } from '../src/database/connect.js';
import { countEmployees } from '../src/models/employee-counts.js';
import { filters, listing, orders } from '../src/models/employee-listing.js';
import { readEmployees } from '../src/models/account.js';
import { pageByKey } from '../src/models/keyset.js';
import { searchEmployees } from '../src/models/employee-search.js';
import { databaseUri, mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { fill } from '../test/support/many.js';

// How long the pages of the employer's list take, with one user: npm run bench:employees [-- 5000]

const count = Number(process.argv[2] ?? 5000);
const rounds = 20;

await mochaGlobalSetup();
await connect(databaseUri());
const employer = new Types.ObjectId();
const now = new Date();
const began = performance.now();
await fill(employer, count, now);
console.log(`${count} employees in ${Math.round(performance.now() - began)} ms`);

async function time(name: string, action: () => Promise<unknown>) {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

for (const filter of filters)
  for (const order of orders)
    await time(`${filter}, ${order}`, () => pageByKey(readEmployees, listing(employer, filter, order, now)));
const { after } = await pageByKey(readEmployees, listing(employer, 'alle', 'naam', now));
await time('alle, naam, second page', () =>
  pageByKey(readEmployees, listing(employer, 'alle', 'naam', now), after),
);
await time('counts', () => countEmployees(employer, now));
await time('search by a name', () => searchEmployees(employer, 'jans', false));
await time('look-up by number', () => searchEmployees(employer, '338', false));
await time('look-up by username', () =>
  searchEmployees(employer, `w338.${employer.toString().slice(-6)}`, false),
);
await mongoose.connection.dropDatabase();
await disconnect();
await mochaGlobalTeardown();
