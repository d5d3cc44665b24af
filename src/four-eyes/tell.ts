import type { Reading } from '../language.js';
import type { Employee, Officer } from '../models/account.js';
import { messages } from './messages.js';
import { mayDecide, waitingAt, waitingOf, whoCanDecide, type Waiting } from './waiting.js';

/** The colleagues who can decide, by name. */
export const namesOf = async (waiting: Waiting): Promise<string[]> =>
  (await whoCanDecide(waiting)).map(({ name }) => name);

/** What an officer reads who asked something that waits for a colleague; undefined where nothing does. */
export async function tellWaiting(
  employee: Employee,
  action: string,
  outcome: string,
  now: Date,
  reader: Reading,
): Promise<string | undefined> {
  if (outcome !== 'waits' && outcome !== 'waits-already') return undefined;
  const waiting = waitingOf(employee, now).find((one) => one.action === action);
  if (!waiting) return undefined;
  const { waits, waitsAlready } = messages(reader).asked;
  const names = await namesOf(waiting);
  return outcome === 'waits' ? waits(names) : waitsAlready(names);
}

/** On the page of an employee: a line for each request that waits. */
export const waitingLines = (employee: Employee, now: Date, reader: Reading): Promise<string[]> =>
  Promise.all(
    waitingOf(employee, now).map(async (waiting) => {
      const { onEmployee, actionNames } = messages(reader);
      return onEmployee(actionNames[waiting.action], await namesOf(waiting));
    }),
  );

/** On the first page of an officer: how many requests they can decide; undefined where there are none. */
export async function toDecide(officer: Officer, now: Date, reader: Reading): Promise<string | undefined> {
  const waiting = await waitingAt({ employer: officer.employer }, now);
  const may = await Promise.all(waiting.map((one) => mayDecide(officer, one)));
  const mine = may.filter(Boolean).length;
  return mine > 0 ? messages(reader).toDecide(mine) : undefined;
}
