import type { Policy } from './policy.js';

/** Months for which the log is kept, where the employer's policy does not say. */
const usual = 24;
/** Shorter would make the log worth little, longer is more than the law lets keep without a reason. */
export const leastLogMonths = 12;
export const mostLogMonths = 120;

/** For how many months an employer keeps its log: never less than the least, whatever the database says. */
export const logMonthsOf = ({ logMonths = usual }: Pick<Policy, 'logMonths'>): number =>
  Math.max(logMonths, leastLogMonths);

/** The day this many months ago: what happened before is no longer kept. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  // A month that is too short for the day ends sooner.
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
