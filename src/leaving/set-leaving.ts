import { change } from '../changes/change.js';
import { startOfDay } from '../dates.js';
import { Employees, type Access, type Employee } from '../models/account.js';
import type { Actor, Change } from '../models/change.js';
import type { Leaving } from '../models/leaving.js';
import { unblocked } from '../employer/officer-actions.js';

const days = 24 * 60 * 60_000;
/** Milliseconds before the end at which the letter of the last week goes out. */
const reminded = 7 * days;

const isTold = ({ access }: Employee) => access.state !== 'none' && access.state !== 'revoked';

/**
 * When access ends: as so many days after the day itself begin. Some days have 23 or 25 hours.
 * @param on such as "2026-12-01"
 */
export function endsAt(on: string, daysAfter: number): Date {
  const day = new Date(on);
  day.setUTCDate(day.getUTCDate() + daysAfter);
  const until = startOfDay(day.toISOString().slice(0, 10));
  if (!until) throw new Error(`${on} is no day`);
  return until;
}

const nextStep = (until: Date, now: Date): Pick<Leaving, 'next' | 'due'> => {
  const remindAt = new Date(until.getTime() - reminded);
  return remindAt > now ? { next: 'remind', due: remindAt } : { next: 'end', due: until };
};

/** What the portal blocked stays so where the other date is past too. */
const staysEnded = ({ leaving }: Employee, until: Date, now: Date) =>
  leaving?.hasBlocked === true && until <= now;

/** What the portal blocked is open again; what an officer blocked is not. */
const reopened = ({ leaving, access }: Employee, now: Date): { access?: Access } =>
  leaving?.hasBlocked ? { access: unblocked(access, now) } : {};

async function update(employee: Employee, leaving: Leaving | undefined, made: Change, now: Date) {
  const { _id, employer, version } = employee;
  const { access } = leaving?.hasBlocked ? {} : reopened(employee, now);
  const set = { ...(leaving && { leaving }), ...(access && { access }) };
  const { modifiedCount } = await Employees.updateOne(
    { _id, employer, version, 'leaving.id': employee.leaving?.id ?? null },
    {
      $set: set,
      ...(!leaving && { $unset: { leaving: 1 } }),
      ...(access && { $inc: { version: 1 } }),
      $push: { changes: made },
    },
  );
  return modifiedCount === 1;
}

/**
 * Notes the first day on which somebody is out of service; who has access is told.
 * @param on such as "2026-12-01"
 * @param daysAfter for which they can still log in
 * @returns false when somebody else changed the account since it was read
 */
export async function setLeaving(
  employee: Employee,
  on: string,
  daysAfter: number,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const until = endsAt(on, daysAfter);
  const made = change(isTold(employee) ? 'leaving-set' : 'leaving-noted', by, now, {
    leaving: { on, until },
  });
  const next = staysEnded(employee, until, now) ? { hasBlocked: true } : nextStep(until, now);
  return update(employee, { id: made._id, on, until, ...next }, made, now);
}

/** Takes the date back, and with it a block that came of it. @returns false when somebody else changed the account since it was read */
export async function withdrawLeaving(employee: Employee, by: Actor, now: Date): Promise<boolean> {
  const made = change(isTold(employee) ? 'leaving-withdrawn' : 'leaving-cleared', by, now);
  return update(employee, undefined, made, now);
}
