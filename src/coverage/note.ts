import { clock } from '../dates.js';
import { CoverageDays, coverageDay } from '../models/coverage-day.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { countEmployees } from '../models/employee-counts.js';
import { Employers } from '../models/employer.js';
import type { Types } from 'mongoose';

async function noteOne(employer: Types.ObjectId, day: string, now: Date): Promise<void> {
  if (await CoverageDays.exists({ _id: `${employer.toString()}:${day}` })) return;
  const counts = await countEmployees(employer, now);
  const one = coverageDay(employer, day, { active: counts.actief, withTwoFactor: counts['tweestaps-aan'] });
  try {
    await CoverageDays.create(one);
  } catch (error) {
    // Another process was first.
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Has each day noted once for every employer, as early on that day as the portal runs. */
export function coverageNotes(now: () => Date): () => Promise<void> {
  let noted = '';
  return async () => {
    const day = clock(now()).slice(0, 10);
    if (noted === day) return;
    const employers = await Employers.find({}, '_id').lean();
    for (const { _id } of employers) await noteOne(_id, day, now());
    noted = day;
  };
}
