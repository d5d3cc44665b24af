import { change } from '../changes/change.js';
import { changedBy, type Changed } from '../employer/change-access.js';
import { Employees } from '../models/account.js';
import type { Actor } from '../models/change.js';
import type { Waiting } from './waiting.js';

export type Decision = 'confirm' | 'refuse';

/** What is asked, as it is done once somebody confirms it. */
function carriedOut({ employee, action, request }: Waiting, now: Date): Partial<Changed> {
  const { by, reason } = request;
  return action === 'password-letter'
    ? { change: change('password-forgotten', by, now, { version: employee.version }) }
    : changedBy(employee, action, { by, now, ...(reason && { reason }) });
}

/**
 * Confirms or refuses what waits, once; what was asked is done in the same update.
 * @param by somebody who may decide
 * @returns false when somebody decided first, or the account changed since it was read
 */
export async function decide(waiting: Waiting, decision: Decision, by: Actor, now: Date): Promise<boolean> {
  const { employee, action, request } = waiting;
  const decided = change(decision === 'confirm' ? 'approval-given' : 'approval-refused', by, now, {
    asks: action,
  });
  const done = decision === 'confirm' ? carriedOut(waiting, now) : {};
  const { modifiedCount } = await Employees.updateOne(
    {
      _id: employee._id,
      employer: employee.employer,
      version: employee.version,
      [`waiting.${action}._id`]: request._id,
    },
    {
      ...(done.set && { $set: done.set, $inc: { version: 1 } }),
      $unset: { [`waiting.${action}`]: 1, ...done.unset },
      $push: { changes: { $each: [decided, ...(done.change ? [done.change] : [])] } },
    },
  );
  return modifiedCount === 1;
}
