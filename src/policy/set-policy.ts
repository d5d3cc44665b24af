import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import type { Actor } from '../models/change.js';
import { Employers, type Employer } from '../models/employer.js';
import type { Policy } from '../models/policy.js';

/**
 * Sets what an employer asks of employees, of officers, or of both, for how long who left has access, and for how long the log is kept. It counts from the next click.
 * @returns the employer as it is now; null when there is none
 */
export async function setPolicy(
  employer: Types.ObjectId,
  wanted: Partial<Policy>,
  by: Actor,
  now: Date,
): Promise<Employer | null> {
  const { employee, officer, daysAfterLeaving, logMonths } = wanted;
  return Employers.findOneAndUpdate(
    { _id: employer },
    {
      $set: {
        ...(employee && { 'policy.employee': employee }),
        ...(officer && { 'policy.officer': officer }),
        ...(daysAfterLeaving !== undefined && { 'policy.daysAfterLeaving': daysAfterLeaving }),
        ...(logMonths !== undefined && { 'policy.logMonths': logMonths }),
      },
      $push: { changes: change('policy-changed', by, now, { policy: wanted }) },
    },
    { returnDocument: 'after' },
  );
}
