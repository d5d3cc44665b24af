import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isValidObjectId, Types } from 'mongoose';
import { administrator } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { addEmployee, addEmployer } from '../employer/add-people.js';
import { changeAccess } from '../employer/change-access.js';
import { CoverageDays } from '../models/coverage-day.js';
import { Accounts } from '../models/account.js';
import { Employers } from '../models/employer.js';
import { optional } from '../models/policy.js';
import { makeHistory } from './history.js';
import { emailOf, newPassword } from './made-up.js';
import { makeOfficers } from './officers.js';
import { makeWork } from './work.js';
import { blocked, invited, withLogin, withoutAccess } from './people.js';

/** Somebody of the demo who can log in. */
export interface DemoLogin {
  who: string;
  username: string;
  password: string;
}

type Person = (typeof withLogin)[number];

const employee = (employer: Types.ObjectId, [number, initials, prefix, surname]: Person) => ({
  employer: employer.toString(),
  number,
  initials,
  ...(prefix && { prefix }),
  surname,
  email: emailOf(initials, prefix, surname),
});

/** What an earlier start was making when it was killed; nobody was told its passwords. */
async function clearUnfinished(marker: string): Promise<void> {
  const id = await readFile(marker, 'utf8').catch(() => undefined);
  if (id === undefined) return;
  // Killed while the marker itself was written: nothing was made yet.
  if (isValidObjectId(id)) await removeAll(id);
  await rm(marker);
}

async function removeAll(id: string): Promise<void> {
  await CoverageDays.deleteMany({ employer: new Types.ObjectId(id) });
  await Accounts.deleteMany({ employer: new Types.ObjectId(id) });
  await Employers.deleteOne({ _id: id });
}

async function make(employer: Types.ObjectId, deps: Deps): Promise<DemoLogin[]> {
  const { now, passwords } = deps;
  const logins: DemoLogin[] = [];
  const login = (who: string, username: string) => {
    const made = { who, username, password: newPassword() };
    logins.push(made);
    return made;
  };
  await addEmployer(
    { name: 'Wekkers B.V.', contact: 'personeelszaken, 020 123 45 67' },
    // Who tries the demo meets two-factor when they choose to.
    { employee: optional, officer: optional },
    employer,
  );
  await makeOfficers(employer, login, deps);
  await makeHistory(employer, deps);
  await makeWork(employer, now());
  for (const person of withLogin) {
    const [, initials, prefix, surname] = person;
    const username = emailOf(initials, prefix, surname).replace(/@.*/, '');
    const who = `werknemer ${person.filter(Boolean).join(' ')}`;
    await addEmployee(
      { ...employee(employer, person), login: login(who, username) },
      administrator,
      now(),
      passwords,
    );
  }
  for (const person of [...invited, ...blocked, ...withoutAccess]) {
    const id = await addEmployee(employee(employer, person), administrator, now(), passwords);
    const whom = { employer, employee: id };
    if (!withoutAccess.includes(person)) await changeAccess(whom, 'grant', { by: administrator, now: now() });
    if (blocked.includes(person))
      await changeAccess(whom, 'block', { by: administrator, now: now(), reason: 'Vermoeden van misbruik' });
  }
  return logins;
}

/**
 * Fills an empty database with an employer to try the portal with.
 * @param tell makes the passwords known: until that is done, a next start makes the demo anew
 */
export async function makeDemo(deps: Deps, tell: (logins: DemoLogin[]) => Promise<void>): Promise<void> {
  const marker = join(deps.config.dataDir, 'demo.unfinished');
  await clearUnfinished(marker);
  if (await Employers.exists({})) return;
  const employer = new Types.ObjectId();
  await writeFile(marker, employer.toString());
  const logins = await make(employer, deps);
  for (const { _id } of await Accounts.find({ employer }, '_id').lean()) await deps.relay.record(_id);
  // No letters: their addresses are made up, and could be somebody's.
  await Accounts.updateMany({ employer }, { $set: { changes: [] } });
  await tell(logins);
  await rm(marker);
}
