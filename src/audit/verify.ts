import type { Types } from 'mongoose';
import { AuditEntries, type AuditEntry } from '../models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../models/audit-head.js';
import { summaryOf, type AuditSummary } from '../models/audit-summary.js';
import type { Seal } from './seal.js';

/** How far a log had come, as a letter told it. */
export interface Told {
  count: number;
  /** The seal of the head then. */
  mac: string;
}

/** What is wrong with a log. */
export type Why =
  | 'altered'
  | 'missing'
  | 'out-of-order'
  | 'cut-short'
  | 'no-head'
  | 'summary-altered'
  | 'not-as-told'
  | 'told-too-long-ago';

/** What came of going through an employer's log, that begins with entry `first`. */
export type Verdict =
  | { isWhole: true; first: number; entries: number; hash: string }
  | { isWhole: false; number: number; why: Why };

const fault = (number: number, why: Why): Verdict => ({ isWhole: false, number, why });

async function goThrough(
  employer: Types.ObjectId,
  seal: Seal,
  summary: AuditSummary | null,
  told: Told | undefined,
): Promise<Verdict> {
  // Read before the entries: what is entered meanwhile only makes the log longer than its head.
  const head = await AuditHeads.findById(employer).lean<AuditHead>();
  const { upTo, hash } = summary ?? { upTo: 0, hash: '' };
  if (summary && !seal.isSummary(summary)) return fault(upTo, 'summary-altered');
  const isAsTold = (count: number, last: string) =>
    told?.count !== count || seal.head(employer, count, last).mac === told.mac;
  if (!isAsTold(upTo, hash)) return fault(upTo, 'not-as-told');
  const entries = AuditEntries.find({ employer })
    .sort({ number: 1 })
    .lean<AuditEntry>()
    .cursor() as AsyncIterable<AuditEntry>;
  let end = { number: upTo, hash };
  let atHead = '';
  for await (const entry of entries) {
    if (entry.number <= upTo && end.number === upTo) {
      // A process was killed before it deleted this, and the next one will.
      const isLast = entry.number === upTo;
      if (!seal.isWhole(entry) || (isLast && entry.hash !== hash)) return fault(entry.number, 'altered');
      continue;
    }
    const number = end.number + 1;
    if (entry.number > number) return fault(number, 'missing');
    if (!seal.isWhole(entry)) return fault(number, 'altered');
    if (entry.number < number || entry.previous !== end.hash) return fault(number, 'out-of-order');
    if (!isAsTold(number, entry.hash)) return fault(number, 'not-as-told');
    end = { number, hash: entry.hash };
    if (number === head?.count) atHead = entry.hash;
  }
  if (!head) return fault(end.number, 'no-head');
  // What is cut off goes before the last entry, and never up to it.
  if (end.number < head.count || (summary && end.number === upTo)) return fault(end.number + 1, 'cut-short');
  if (!seal.isHead(head) || (head.count > 0 && atHead !== head.hash)) return fault(head.count, 'altered');
  if (told && told.count > 0 && told.count < upTo) return fault(told.count, 'told-too-long-ago');
  return { isWhole: true, first: upTo + 1, entries: end.number, hash: end.hash };
}

/**
 * Goes through the whole log of an employer, from what was cut off of it: whether each entry is as it was entered, and
 * follows the one before it.
 * @param told what was known of it elsewhere
 * @returns the first place where it is not so
 */
export async function verify(employer: Types.ObjectId, seal: Seal, told?: Told): Promise<Verdict> {
  for (;;) {
    const summary = await summaryOf(employer);
    const verdict = await goThrough(employer, seal, summary, told);
    // What was cut off meanwhile is not missing.
    if (verdict.isWhole || (await summaryOf(employer))?.mac === summary?.mac) return verdict;
  }
}
