import type { Types } from 'mongoose';
import { AuditEntries, placeOf, type AuditEntry, type AuditRecord } from '../models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../models/audit-head.js';
import { summaryOf, type AuditSummary } from '../models/audit-summary.js';
import { isCreated } from '../models/duplicate-key.js';
import type { Seal } from './seal.js';

type End = Pick<AuditHead, 'count' | 'hash'>;

// Others write at the same moment, but not so many.
const mostTaken = 20;

/** What speaks for an employer's log. The head is null where there is none, or it is not of this log. */
export async function readHead(
  seal: Seal,
  employer: Types.ObjectId,
): Promise<{ head: AuditHead | null; summary: AuditSummary | null }> {
  // First: what is cut off meanwhile was before the head.
  const summary = await summaryOf(employer);
  const head = await AuditHeads.findById(employer).lean<AuditHead>();
  const fits = head && seal.isHead(head) && head.count >= (summary?.upTo ?? 0);
  return { head: fits ? head : null, summary };
}

/** The head of an employer's log, made before its first entry. @returns null where it was taken away since, or forged */
export async function openHead(seal: Seal, employer: Types.ObjectId): Promise<AuditHead | null> {
  const { head, summary } = await readHead(seal, employer);
  if (head || summary || (await AuditEntries.exists({ employer }))) return head;
  const { _id, ...fresh } = seal.head(employer, 0, '');
  await isCreated(AuditHeads.create({ _id, ...fresh }));
  return (await readHead(seal, employer)).head;
}

// The entries are what counts; the head follows them, and never goes back.
async function moveHead(seal: Seal, employer: Types.ObjectId, { count, hash }: End): Promise<void> {
  const { _id, ...head } = seal.head(employer, count, hash);
  await AuditHeads.updateOne({ _id, count: { $lt: count } }, { $set: head });
}

const lastOf = (employer: Types.ObjectId) =>
  AuditEntries.findOne({ employer }).sort({ number: -1 }).lean<AuditEntry>();

/** What came of entering: the new entries, and whether what sums up the log still fits it. */
export interface Appended {
  entries: AuditEntry[];
  isSummedUp: boolean;
}

/** Enters these in one employer's log, in their order, each once. */
export async function append(
  seal: Seal,
  employer: Types.ObjectId,
  records: AuditRecord[],
): Promise<Appended> {
  const head = await openHead(seal, employer);
  let end: End = head ?? (await lastAsEnd(employer));
  const entries: AuditEntry[] = [];
  let taken = 0;
  for (const record of records) {
    for (;;) {
      const number = end.count + 1;
      const place = placeOf(employer, number);
      // As it will be read: a field that the log does not keep is not sealed either.
      const kept = new AuditEntries({ ...record, number, place, previous: end.hash }).toObject();
      const entry = seal.entry(kept as AuditEntry);
      if (await isCreated(AuditEntries.create(entry))) {
        end = { count: number, hash: entry.hash };
        entries.push(entry);
        break;
      }
      if (await AuditEntries.exists({ _id: record._id, employer })) break;
      // Another process has the place, or had it when it was killed.
      const other = await AuditEntries.findOne({ place }).lean<AuditEntry>();
      if (!other) throw new Error('this change stands in the log of another employer');
      end = ++taken < mostTaken ? { count: number, hash: other.hash } : await lastAsEnd(employer);
    }
  }
  // Who took the head away, or forged it, is not to have it made good.
  if (head && end.count > head.count) await moveHead(seal, employer, end);
  return { entries, isSummedUp: head !== null };
}

async function lastAsEnd(employer: Types.ObjectId): Promise<End> {
  const last = await lastOf(employer);
  const summary = await summaryOf(employer);
  if (last && last.number >= (summary?.upTo ?? 0)) return { count: last.number, hash: last.hash };
  return { count: summary?.upTo ?? 0, hash: summary?.hash ?? '' };
}
