import type { Types } from 'mongoose';
import { AuditEntries, type AuditEntry } from './audit-entry.js';
import type { Action } from './change.js';
import type { Listing, Read } from './keyset.js';

/** What somebody looks for in an employer's log. */
export interface AuditSearch {
  account?: Types.ObjectId | undefined;
  actor?: Types.ObjectId | undefined;
  action?: Action | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  until?: Date | undefined;
}

/** The query of a page of the log, the newest first; `audit-entry.ts` has an index for each first thing that is asked. */
export const auditListing = (
  employer: Types.ObjectId,
  { account, actor, action, from, until }: AuditSearch,
): Listing => ({
  condition: {
    employer,
    ...(account && { account }),
    ...(actor && { 'actor.id': actor }),
    ...(action && { action }),
    ...((from ?? until) && { at: { ...(from && { $gte: from }), ...(until && { $lt: until }) } }),
  },
  sort: 'at',
  newestFirst: true,
});

export const readEntries: Read<AuditEntry> = (condition, sort, limit) =>
  AuditEntries.find(condition).sort(sort).limit(limit).lean<AuditEntry[]>();
