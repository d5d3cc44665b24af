import type { Types } from 'mongoose';
import { AuditEntries, placeOf, type AuditEntry } from '../models/audit-entry.js';
import { summaryOf } from '../models/audit-summary.js';

/** When the first entry that is still kept of an employer's log was entered; undefined of an empty one. */
export async function beginningOf(employer: Types.ObjectId): Promise<Date | undefined> {
  const summary = await summaryOf(employer);
  const place = placeOf(employer, (summary?.upTo ?? 0) + 1);
  return (await AuditEntries.findOne({ place }, 'at').lean<Pick<AuditEntry, 'at'>>())?.at;
}
