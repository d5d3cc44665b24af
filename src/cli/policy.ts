import { startOfDay } from '../dates.js';
import { Fatal } from '../fatal.js';
import { usualDaysAfterLeaving } from '../models/leaving.js';
import { mostDaysAfterLeaving, readDays } from '../policy/policy-form.js';
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

/** "employees required from 2026-11-30T23:00:00.000Z, officers optional, access for 30 days after leaving". */
export function tellPolicy({ employee, officer, daysAfterLeaving = usualDaysAfterLeaving }: Policy): string {
  const one = (policy: TwoFactorPolicy) =>
    policy.state === 'required' && policy.from ? `required from ${policy.from.toISOString()}` : policy.state;
  return `employees ${one(employee)}, officers ${one(officer)}, access for ${daysAfterLeaving} days after leaving`;
}
