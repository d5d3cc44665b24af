import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import { askColleague } from '../four-eyes/ask.js';
import { waitsAs } from '../four-eyes/waiting.js';
import { Employees, type Employee } from '../models/account.js';
import type { Change } from '../models/change.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { usernameFields, usernamesFor } from '../models/names.js';
import { NotOfEmployer } from '../web/errors.js';
import {
  doesNeed,
  effects,
  possibleActions,
  type Asked,
  type Effect,
  type OfficerAction,
} from './officer-actions.js';

/** An employee, as an officer names one: always by way of the employer. */
export interface Whom {
  employer: Types.ObjectId;
  employee: Types.ObjectId;
}

/** @throws NotOfEmployer where this employer has no such employee */
export async function findEmployee({ employer, employee }: Whom): Promise<Employee> {
  const found = await Employees.findOne({ _id: employee, employer }).lean<Employee>();
  if (!found) throw new NotOfEmployer();
  return found;
}

/** What an action does, with the change that says so. */
export interface Changed extends Pick<Effect, 'set' | 'unset'> {
  change: Change;
}

/** What becomes of an employee in whose state the action is possible, and the change that says so. */
export function changedBy(employee: Employee, wanted: OfficerAction, asked: Asked): Changed {
  const { by, now, reason, id } = asked;
  const { records, set, unset } = effects[wanted](employee, asked);
  const version = employee.version + (set ? 1 : 0);
  // The page of such an action lets nobody through without.
  const identified = doesNeed(wanted, 'identified') && { identified: true };
  return {
    ...(set && { set }),
    ...(unset && { unset }),
    change: change(records, by, now, {
      ...(id && { _id: id }),
      ...(reason && { reason }),
      ...identified,
      version,
    }),
  };
}

async function apply(employee: Employee, wanted: OfficerAction, asked: Asked, username?: string) {
  const { set, unset, change } = changedBy(employee, wanted, asked);
  const { modifiedCount } = await Employees.updateOne(
    // Whatever happened to the account since it was read raised its version.
    { _id: employee._id, employer: employee.employer, version: employee.version },
    {
      ...(set && {
        $set: { ...set, ...(username !== undefined && usernameFields(username)) },
        $inc: { version: 1 },
      }),
      ...(unset && { $unset: unset }),
      $push: { changes: change },
    },
  );
  return modifiedCount === 1 ? 'done' : 'not-now';
}

async function applyWithNewUsername(employee: Employee, wanted: OfficerAction, asked: Asked) {
  for (const username of usernamesFor(employee)) {
    try {
      return await apply(employee, wanted, asked, username);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  throw new Error('no free username was found');
}

/**
 * Does what an officer wants, unless the employee's state does not, or no longer, allow it (`'not-now'`), or a colleague
 * has to confirm it (`'waits'`; `'waits-already'` when it was asked before).
 */
export async function changeAccess(
  whom: Whom,
  wanted: OfficerAction,
  asked: Asked,
): Promise<'done' | 'not-now' | 'waits' | 'waits-already'> {
  const employee = await findEmployee(whom);
  if (!possibleActions(employee).includes(wanted)) return 'not-now';
  const waits = waitsAs(employee, wanted, asked.now);
  if (waits) return (await askColleague(employee, waits, asked)) ? 'waits' : 'waits-already';
  return wanted === 'grant' && employee.username === undefined
    ? applyWithNewUsername(employee, wanted, asked)
    : apply(employee, wanted, asked);
}
