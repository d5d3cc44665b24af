import type { Types } from 'mongoose';
import type { Deps } from '../deps.js';
import { AuditEntries, placeOf, type AuditEntry } from '../models/audit-entry.js';
import { AuditSummaries, summaryOf, type AuditSummary } from '../models/audit-summary.js';
import { isCreated } from '../models/duplicate-key.js';
import { Employers } from '../models/employer.js';
import { logMonthsOf, monthsBefore } from '../models/log-period.js';
import { readHead } from './append.js';
import type { Seal } from './seal.js';

/** So many of an employer go at a time: what else the portal does every minute waits for it. */
const mostAtOnce = 200;

const at = (employer: Types.ObjectId, number: number) =>
  AuditEntries.findOne({ place: placeOf(employer, number) }).lean<AuditEntry>();

/** Deletes what the summary speaks for, also what a killed process left of it. */
async function removeUpTo(employer: Types.ObjectId, number: number): Promise<void> {
  let lowest = number + 1;
  while (await AuditEntries.exists({ place: placeOf(employer, lowest - 1) })) lowest--;
  // The lowest first: who is killed, or works beside another, leaves no hole below what is left.
  for (let one = lowest; one <= number; one++)
    await AuditEntries.deleteOne({ place: placeOf(employer, one) });
}

/** Adds an entry to what was cut off. @returns null where it is not the one that was entered there */
function withEntry(
  sum: Omit<AuditSummary, 'mac'> | null,
  entry: AuditEntry,
  seal: Seal,
): Omit<AuditSummary, 'mac'> | null {
  if (!seal.isWhole(entry) || entry.previous !== (sum?.hash ?? '')) return null;
  const { employer, number, hash, action } = entry;
  const { from = entry.at, counts = {} } = sum ?? {};
  return {
    _id: employer,
    upTo: number,
    hash,
    from,
    until: entry.at,
    counts: { ...counts, [action]: (counts[action] ?? 0) + 1 },
  };
}

/**
 * Cuts off what happened before this moment, some of it: first the summary, then the entries, so that the log holds
 * together whenever a process is killed. The last entry stays.
 * @returns up to where it was cut off; undefined where nothing was. A fault in it stays to be found
 */
async function cutOff(employer: Types.ObjectId, before: Date, seal: Seal) {
  const { head, summary } = await readHead(seal, employer);
  if (summary) {
    if (!seal.isSummary(summary)) return { isWhole: false };
    await removeUpTo(employer, summary.upTo);
  }
  if (!head) return { isWhole: summary === null && !(await at(employer, 1)) };
  let sum: Omit<AuditSummary, 'mac'> | null = summary;
  const start = summary?.upTo ?? 0;
  let isWhole = true;
  for (let number = start + 1; number < head.count && number <= start + mostAtOnce; number++) {
    const entry = await at(employer, number);
    if (entry && entry.at >= before) break;
    const more: typeof sum = entry && withEntry(sum, entry, seal);
    isWhole = more !== null;
    if (!more) break;
    sum = more;
  }
  // Another process cut this off meanwhile.
  if (!isWhole && (await summaryOf(employer))?.mac !== summary?.mac) return { isWhole: true };
  if (!sum || sum.upTo === start) return { isWhole };
  const sealed = seal.summary(sum);
  // Of several processes one cuts.
  const isMine = summary
    ? (await AuditSummaries.replaceOne({ _id: employer, mac: summary.mac }, sealed)).modifiedCount === 1
    : await isCreated(AuditSummaries.create(sealed));
  if (!isMine) return { isWhole };
  await removeUpTo(employer, sealed.upTo);
  return { isWhole, upTo: sealed.upTo };
}

/** Cuts off of each employer's log what is older than the employer keeps it. */
export async function cutOffLogs({ audit, now, log }: Pick<Deps, 'audit' | 'now' | 'log'>): Promise<void> {
  // Not lean: an employer from before there were policies gets the default.
  for (const { _id: employer, policy } of await Employers.find({}, 'policy')) {
    try {
      const before = monthsBefore(now(), logMonthsOf(policy));
      const { isWhole, upTo } = await cutOff(employer, before, audit.seal);
      if (!isWhole) log.error({ employer }, 'an audit log was tampered with: run "loket audit verify"');
      if (upTo !== undefined) log.info({ employer, upTo }, 'what is too old was cut off of an audit log');
    } catch (error) {
      log.error({ err: error, employer }, 'audit log not cut off, will be tried again');
    }
  }
}
