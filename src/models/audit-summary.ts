import { model, Schema, type Types } from 'mongoose';
import type { Action } from './change.js';

/** What was cut off of an employer's log, once it was older than the employer keeps it. */
export interface AuditSummary {
  /** The employer. */
  _id: Types.ObjectId;
  /** The number and the hash of the last entry that was cut off: the log goes on from there. */
  upTo: number;
  hash: string;
  /** When the first and the last of them happened. */
  from: Date;
  until: Date;
  /** How often each action was among them. */
  counts: Partial<Record<Action, number>>;
  /** HMAC-SHA-256 of all of the above, under the key of the log. */
  mac: string;
}

const schema = new Schema(
  {
    upTo: { type: Number, required: true },
    hash: { type: String, required: true },
    from: { type: Date, required: true },
    until: { type: Date, required: true },
    counts: { type: Schema.Types.Mixed, required: true },
    mac: { type: String, required: true },
  },
  { versionKey: false },
);

export const AuditSummaries = model('AuditSummary', schema, 'audit-summaries');

/** Of an employer of whose log nothing was cut off there is none. */
export const summaryOf = (employer: Types.ObjectId): Promise<AuditSummary | null> =>
  AuditSummaries.findById(employer).lean<AuditSummary>();
