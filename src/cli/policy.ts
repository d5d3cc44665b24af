import { startOfDay } from '../dates.js';
import { Fatal } from '../fatal.js';
import { usualDaysAfterLeaving } from '../models/leaving.js';
import { leastLogMonths, logMonthsOf, mostLogMonths } from '../models/log-period.js';
import { mostDaysAfterLeaving, readDays, readMonths } from '../policy/policy-form.js';
import { optional, required, type Policy, type TwoFactorPolicy } from '../models/policy.js';

/** How the options of the command line name a policy. */
export const policyHelp = '"optional", "required", or the day from which it is required, such as 2026-12-01';

/** @throws Fatal when the text names no policy */
export function readPolicy(text: string): TwoFactorPolicy {
  if (text === 'optional') return optional;
  if (text === 'required') return required;
  const from = startOfDay(text);
  if (!from) throw new Fatal(`${text} is no policy: say ${policyHelp}`);
  return { state: 'required', from };
}

/** @throws Fatal when the text is no number of days */
export function readDaysAfterLeaving(text: string): number {
  const days = readDays(text);
  if (days === undefined) throw new Fatal(`${text} is no number of days: say 0 to ${mostDaysAfterLeaving}`);
  return days;
}

/** @throws Fatal when the text is no number of months for which a log can be kept */
export function readLogMonths(text: string): number {
  const months = readMonths(text);
  if (months === undefined)
    throw new Fatal(`${text} is no number of months: say ${leastLogMonths} to ${mostLogMonths}`);
  return months;
}

/** "employees required from 2026-11-30T23:00:00.000Z, officers optional, access for 30 days after leaving, …". */
export function tellPolicy(policy: Policy): string {
  const { employee, officer, daysAfterLeaving = usualDaysAfterLeaving } = policy;
  const one = (asked: TwoFactorPolicy) =>
    asked.state === 'required' && asked.from ? `required from ${asked.from.toISOString()}` : asked.state;
  return [
    `employees ${one(employee)}`,
    `officers ${one(officer)}`,
    `access for ${daysAfterLeaving} days after leaving`,
    `log kept for ${logMonthsOf(policy)} months`,
  ].join(', ');
}
