import type { Types } from 'mongoose';
import { AuditEntries, type AuditEntry, type AuditRecord } from '../models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../models/audit-head.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import type { Seal } from './seal.js';

const nothing = { count: 0, hash: '' };
type End = Pick<AuditHead, 'count' | 'hash'>;

export const placeOf = (employer: Types.ObjectId, number: number): string =>
  `${employer.toString()}:${number}`;

async function create(entry: AuditEntry): Promise<boolean> {
  try {
    await AuditEntries.create(entry);
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

// The entries are what counts; the head follows them. Whoever finds it behind moves it on.
async function moveHead(
  seal: Seal,
  employer: Types.ObjectId,
  from: number,
  { count, hash }: End,
): Promise<void> {
  if (count === from) return;
  const { _id, ...head } = seal.head(employer, count, hash);
  if (from > 0) await AuditHeads.updateOne({ _id, count: from }, { $set: head });
  else
    await AuditHeads.create({ _id, ...head }).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
}

/** Enters these in one employer's log, in their order, each once. @returns those that were not in it yet */
export async function append(
  seal: Seal,
  employer: Types.ObjectId,
  records: AuditRecord[],
): Promise<AuditRecord[]> {
  const head = (await AuditHeads.findById(employer).lean<AuditHead>()) ?? nothing;
  let end: End = head;
  const entered: AuditRecord[] = [];
  for (let i = 0; i < records.length;) {
    const record = records[i];
    if (!record) break;
    const number = end.count + 1;
    const place = placeOf(employer, number);
    // As it will be read: a field that the log does not keep is not sealed either.
    const kept = new AuditEntries({ ...record, number, place, previous: end.hash }).toObject();
    const entry = seal.entry(kept as AuditEntry);
    if (await create(entry)) {
      end = { count: number, hash: entry.hash };
      entered.push(record);
      i++;
      continue;
    }
    const taken = await AuditEntries.findOne({ place }).lean<AuditEntry>();
    // Another process has the place, or had it when it was killed. Without one, the record is in the log already.
    if (taken) end = { count: number, hash: taken.hash };
    if (!taken || taken._id.equals(record._id)) i++;
  }
  await moveHead(seal, employer, head.count, end);
  return entered;
}
