import { change, portal } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { blocked } from '../employer/officer-actions.js';
import { Employees, type Employee } from '../models/account.js';
import type { Leaving } from '../models/leaving.js';

const atOnce = 100;

const has = ({ access }: Employee, ...states: Employee['access']['state'][]) => states.includes(access.state);

function remind(employee: Employee, { on, until }: Leaving, now: Date) {
  const made = change('leaving-reminded', portal, now, { leaving: { on, until } });
  return {
    $set: { 'leaving.next': 'end', 'leaving.due': until },
    ...(has(employee, 'invited', 'active') && { $push: { changes: made } }),
  };
}

function end(employee: Employee, { on, until }: Leaving, now: Date) {
  const made = change('access-ended', portal, now, { leaving: { on, until } });
  const blocks = has(employee, 'invited', 'active');
  return {
    $unset: { 'leaving.next': 1, 'leaving.due': 1 },
    // Also where there is nothing to block: what waits for a colleague ends with it.
    $inc: { version: 1 },
    ...(blocks && {
      $set: {
        access: blocked(employee.access, { by: portal, now }),
        logins: [],
        'leaving.hasBlocked': true,
      },
      $push: { changes: made },
    }),
  };
}

/** Does what is due for one employee, unless another process did. */
async function carryOut(employee: Employee, leaving: Leaving, now: Date): Promise<void> {
  const { _id, employer, version } = employee;
  // After a week in which nothing ran there is nothing to remind of.
  const isOver = leaving.next === 'end' || leaving.until <= now;
  await Employees.updateOne(
    { _id, employer, version, 'leaving.id': leaving.id, 'leaving.next': leaving.next },
    isOver ? end(employee, leaving, now) : remind(employee, leaving, now),
  );
}

/** Ends access at once where the time of this employee is over already. */
export async function endIfOver({ _id, employer }: Employee, now: Date): Promise<void> {
  for (;;) {
    const employee = await Employees.findOne({
      _id,
      employer,
      'leaving.until': { $lte: now },
    }).lean<Employee>();
    if (!employee?.leaving?.next) return;
    await carryOut(employee, employee.leaving, now);
  }
}

/** Reminds who has a week left, and ends the access of whose time is over. */
export async function carryOutLeavings({ now, relay }: Pick<Deps, 'now' | 'relay'>): Promise<void> {
  let due: Employee[];
  do {
    due = await Employees.find({ 'leaving.due': { $lte: now() } })
      .limit(atOnce)
      .lean<Employee[]>();
    for (const employee of due) {
      if (!employee.leaving) continue;
      await carryOut(employee, employee.leaving, now());
      await relay.keep(employee._id);
    }
  } while (due.length === atOnce);
}
