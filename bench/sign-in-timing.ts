import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { Types } from 'mongoose';
import { administrator } from '../src/changes/change.js';
import { changeAccess, type Whom } from '../src/employer/change-access.js';
import { startPortal } from '../test/support/app.js';
import { listen } from '../test/support/chromium.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { anEmployee, aNewcomer, anEmployer, record } from '../test/support/people.js';
import { Guesser } from './guesser.js';

// Whether the time of the answer tells if a username exists: medians of each kind of refusal, over HTTP.

const tries = 200;
const warmUp = 20;
const mostDifference = 0.05;

const unlimited = {
  PASSWORD_TRIES_PER_ADDRESS: '1000000',
  PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS: '1000000',
  PASSWORD_TRIES_WITHOUT_WAIT: '1000000',
};

const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** By how much the largest is larger than the smallest. */
const apart = (values: number[]) => Math.max(...values) / Math.min(...values) - 1;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const shuffled = <T>(list: T[]): T[] =>
  list
    .map((one) => ({ one, place: randomInt(1e9) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);

await mochaGlobalSetup();
const portal = await startPortal(unlimited);
const { address, close } = await listen(portal);
try {
  const employer = await anEmployer();
  const whom = (employee: Types.ObjectId): Whom => ({ employer: new Types.ObjectId(employer), employee });
  const active = await anEmployee(portal, employer);
  const blocked = await anEmployee(portal, employer);
  await changeAccess(whom(blocked.id), 'block', { by: administrator, now: portal.now() });
  const invited = await aNewcomer(portal, employer);
  await changeAccess(whom(invited), 'grant', { by: administrator, now: portal.now() });

  const kinds = [
    { name: 'wrong password', username: active.username },
    { name: 'unknown username', username: 'werknemer0' },
    { name: 'blocked', username: blocked.username },
    { name: 'without access', username: (await record({ id: invited })).username ?? '' },
  ].map((kind) => ({ ...kind, guesser: new Guesser(address, kind.username), times: [] as number[] }));

  const answers = new Set<string>();
  for (let round = -warmUp; round < tries; round++) {
    // Whatever else the machine does meets all kinds alike.
    for (const { guesser, times } of shuffled(kinds)) {
      const { answer, milliseconds } = await guesser.guess();
      answers.add(answer);
      if (round >= 0) times.push(milliseconds);
    }
  }
  assert.equal(answers.size, 1, [...answers].join('\n'));

  const medians = kinds.map(({ times }) => median(times));
  const difference = apart(medians);
  // What differs between a kind and itself is the machine.
  const noise = Math.max(
    ...kinds.map(({ times }) => apart([0, 1].map((odd) => median(times.filter((_, i) => i % 2 === odd))))),
  );
  for (const [i, { name }] of kinds.entries())
    console.log(`${name.padEnd(18)} ${medians[i]?.toFixed(2) ?? ''} ms`);
  console.log(`largest difference ${percent(difference)} of ${percent(mostDifference)}`);
  console.log(`within one kind    ${percent(noise)}`);
  if (!(difference <= mostDifference)) {
    if (noise > mostDifference) console.log('The machine is too busy to tell: run it again when it is not.');
    process.exitCode = 1;
  }
} finally {
  close();
  await portal.close();
  await mochaGlobalTeardown();
}
