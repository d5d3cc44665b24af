import { isoDay, startOfDay } from '../dates.js';

// Nobody at work was born before.
const earliest = '1900-01-01';

/** A day of birth as people write it, "31-1-1980" or "1980-01-31". @returns "1980-01-31"; undefined when nobody was born then */
export function readBirthDate(typed: string, now: Date): string | undefined {
  const day = isoDay(typed.trim());
  const start = startOfDay(day);
  return start !== undefined && day >= earliest && start < now ? day : undefined;
}
