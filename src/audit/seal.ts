import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Types } from 'mongoose';
import type { AuditEntry } from '../models/audit-entry.js';
import type { AuditHead } from '../models/audit-head.js';
import type { AuditSummary } from '../models/audit-summary.js';

/** What makes an entry that was altered, and one that is missing, show. */
export interface Seal {
  /** An entry with its hash and its seal. */
  entry(content: Omit<AuditEntry, 'hash' | 'mac'>): AuditEntry;
  /** Whether an entry is as it was entered. */
  isWhole(entry: AuditEntry): boolean;
  head(employer: Types.ObjectId, count: number, hash: string): AuditHead;
  isHead(head: AuditHead): boolean;
  summary(content: Omit<AuditSummary, 'mac'>): AuditSummary;
  isSummary(summary: AuditSummary): boolean;
}

// One spelling, whatever order the database keeps fields in; with its type, which queries go by. What is stored under
// "$oid" or "$date" is no id and no date: it is spelled otherwise.
function spelled(value: unknown): unknown {
  if (value instanceof Types.ObjectId) return { $oid: value.toString() };
  if (value instanceof Date) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .map(([key, one]): [string, unknown] => [key.startsWith('$') ? `$${key}` : key, spelled(one)])
    .filter(([, one]) => one !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// What stands in the database may have been made into anything.
const isSame = (a: string, b: unknown) =>
  typeof b === 'string' && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function hashOf(entry: Omit<AuditEntry, 'hash' | 'mac'>): string {
  const { hash: _hash, mac: _mac, ...content } = entry as AuditEntry;
  return createHash('sha256')
    .update(JSON.stringify(spelled(content)))
    .digest('hex');
}

/** Seals under this key. @param key 32 bytes, that are not in the database */
export function createSeal(key: Buffer): Seal {
  const macOf = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  const headMac = ({ _id, count, hash }: Omit<AuditHead, 'mac'>) =>
    macOf(`head ${_id.toString()} ${count} ${hash}`);
  const summaryMac = (summary: Omit<AuditSummary, 'mac'>) => {
    const { mac: _mac, ...content } = summary as AuditSummary;
    return macOf(`summary ${JSON.stringify(spelled(content))}`);
  };
  return {
    entry(content) {
      const hash = hashOf(content);
      return { ...content, hash, mac: macOf(`entry ${hash}`) };
    },
    isWhole: (entry) => isSame(hashOf(entry), entry.hash) && isSame(macOf(`entry ${entry.hash}`), entry.mac),
    head: (_id, count, hash) => ({ _id, count, hash, mac: headMac({ _id, count, hash }) }),
    summary(sum) {
      const { mac: _mac, ...content } = sum as AuditSummary;
      return { ...content, mac: summaryMac(content) };
    },
    isSummary: (summary) => isSame(summaryMac(summary), summary.mac),
    isHead: (head) => isSame(headMac(head), head.mac),
  };
}
