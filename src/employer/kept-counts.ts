import type { Types } from 'mongoose';
import { countEmployees, type Counts } from '../models/employee-counts.js';

/** Milliseconds for which counts are kept: a click through the filters counts once. */
const kept = 10_000;

/** The counts of each filter, a few seconds old at most. */
export function keptCounts(now: () => Date): (employer: Types.ObjectId) => Promise<Counts> {
  const all = new Map<string, { until: number; counts: Promise<Counts> }>();
  return (employer) => {
    const at = now().getTime();
    for (const [key, { until }] of all) if (until <= at) all.delete(key);
    const key = employer.toString();
    const found = all.get(key);
    if (found) return found.counts;
    const counts = countEmployees(employer, now());
    all.set(key, { until: at + kept, counts });
    counts.catch(() => all.delete(key));
    return counts;
  };
}
