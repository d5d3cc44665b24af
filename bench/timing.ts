import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { Types } from 'mongoose';
import { administrator } from '../src/changes/change.js';
import { changeAccess, type Whom } from '../src/employer/change-access.js';
import { startPortal } from '../test/support/app.js';
import { listen } from '../test/support/chromium.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from '../test/support/database.js';
import { anEmployee, aNewcomer, anEmployer, record } from '../test/support/people.js';
import { Guesser, type GuessedForm } from './guesser.js';

// Whether the time of the answer tells if somebody has an account: medians of each kind of name, over HTTP, for a
// login that is refused and for Wachtwoord vergeten: npm run bench:timing

const tries = 200;
const warmUp = 20;
const mostDifference = 0.05;

const unlimited = {
  PASSWORD_TRIES_PER_ADDRESS: '1000000',
  PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS: '1000000',
  PASSWORD_TRIES_WITHOUT_WAIT: '1000000',
  PASSWORD_REQUESTS_PER_ADDRESS: '1000000',
  PASSWORD_LETTERS_PER_DAY: '1000000',
};

const signIn: GuessedForm = {
  path: '/inloggen',
  fields: (gebruikersnaam) => ({ gebruikersnaam, wachtwoord: 'niet het goede wachtwoord' }),
};
const forgotten: GuessedForm = { path: '/wachtwoord-vergeten', fields: (naam) => ({ naam }) };

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

/** @param names the first is asked between any two as well: what its letter leaves to do is in everybody's time */
async function measure(title: string, form: GuessedForm, names: [kind: string, name: string][]) {
  const kinds = names.map(([kind, name]) => ({
    kind,
    guesser: new Guesser(address, form, name),
    times: [] as number[],
  }));
  const between = new Guesser(address, form, names[0]?.[1] ?? '');
  const answers = new Set<string>();
  for (let round = -warmUp; round < tries; round++) {
    // Whatever else the machine does meets all kinds alike.
    for (const { guesser, times } of shuffled(kinds)) {
      const { answer, milliseconds } = await guesser.guess();
      await portal.deps.relay.settled();
      await between.guess();
      await portal.deps.relay.settled();
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
  console.log(title);
  for (const [i, { kind }] of kinds.entries())
    console.log(`  ${kind.padEnd(18)} ${medians[i]?.toFixed(2) ?? ''} ms`);
  console.log(`  largest difference ${percent(difference)} of ${percent(mostDifference)}`);
  console.log(`  within one kind    ${percent(noise)}`);
  if (difference <= mostDifference) return;
  if (noise > mostDifference) console.log('  The machine is too busy to tell: run it again when it is not.');
  process.exitCode = 1;
}

try {
  const employer = await anEmployer();
  const whom = (employee: Types.ObjectId): Whom => ({ employer: new Types.ObjectId(employer), employee });
  const active = await anEmployee(portal, employer);
  const blocked = await anEmployee(portal, employer);
  await changeAccess(whom(blocked.id), 'block', { by: administrator, now: portal.now() });
  const invited = await aNewcomer(portal, employer);
  await changeAccess(whom(invited), 'grant', { by: administrator, now: portal.now() });
  const others: [string, string][] = [
    ['unknown username', 'werknemer0'],
    ['blocked', blocked.username],
    ['without access', (await record({ id: invited })).username ?? ''],
  ];

  await measure('A login that is refused', signIn, [['wrong password', active.username], ...others]);
  await measure('Wachtwoord vergeten', forgotten, [
    ['username', active.username],
    ['e-mail address', (await record(active)).email],
    ...others,
    ['unknown address', 'werknemer0@mail.com'],
  ]);
} finally {
  close();
  await portal.close();
  await mochaGlobalTeardown();
}
