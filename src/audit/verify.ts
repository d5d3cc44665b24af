import type { Types } from 'mongoose';
import { AuditEntries, type AuditEntry } from '../models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../models/audit-head.js';
import type { Seal } from './seal.js';

/** How far a log had come, as a letter told it. */
export interface Told {
  count: number;
  /** The seal of the head then. */
  mac: string;
}

/** What came of going through an employer's log. */
export type Verdict =
  | { isWhole: true; entries: number; hash: string }
  | {
      isWhole: false;
      number: number;
      why: 'altered' | 'missing' | 'out-of-order' | 'cut-short' | 'no-head' | 'not-as-told';
    };

const fault = (number: number, why: Extract<Verdict, { isWhole: false }>['why']): Verdict => ({
  isWhole: false,
  number,
  why,
});

/**
 * Goes through the whole log of an employer: whether each entry is as it was entered, and follows the one before it.
 * @param told what was known of it elsewhere
 * @returns the first place where it is not so
 */
export async function verify(employer: Types.ObjectId, seal: Seal, told?: Told): Promise<Verdict> {
  // Read before the entries: what is entered meanwhile only makes the log longer than its head.
  const head = await AuditHeads.findById(employer).lean<AuditHead>();
  const entries = AuditEntries.find({ employer })
    .sort({ number: 1 })
    .lean<AuditEntry>()
    .cursor() as AsyncIterable<AuditEntry>;
  let end = { number: 0, hash: '' };
  let atHead = '';
  const isAsTold = (hash: string) => !told || seal.head(employer, told.count, hash).mac === told.mac;
  if (told?.count === 0 && !isAsTold('')) return fault(0, 'not-as-told');
  for await (const entry of entries) {
    const number = end.number + 1;
    if (entry.number > number) return fault(number, 'missing');
    if (!seal.isWhole(entry)) return fault(number, 'altered');
    if (entry.number < number || entry.previous !== end.hash) return fault(number, 'out-of-order');
    if (number === told?.count && !isAsTold(entry.hash)) return fault(number, 'not-as-told');
    end = { number, hash: entry.hash };
    if (number === head?.count) atHead = entry.hash;
  }
  if (!head) return fault(end.number, 'no-head');
  if (end.number < head.count) return fault(end.number + 1, 'cut-short');
  if (!seal.isHead(head) || (head.count > 0 && atHead !== head.hash)) return fault(head.count, 'altered');
  return { isWhole: true, entries: end.number, hash: end.hash };
}
