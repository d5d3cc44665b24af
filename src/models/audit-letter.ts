import { model, Schema, type Types } from 'mongoose';
import type { LogLetter } from './change.js';

/** The last weekly letter about an employer's log: whoever claims a week writes what every process then sends. */
export interface AuditLetter {
  /** The employer. */
  _id: Types.ObjectId;
  /** Its Monday, "2026-11-23". */
  week: string;
  /** The id of the letter, so that it is the same when it is written again. */
  letter: Types.ObjectId;
  action: LogLetter;
  at: Date;
  /** Of the log's head then; both are absent where it was tampered with. */
  count?: number;
  mac?: string;
  /** Whether it is in the outbox, for everybody. */
  isPosted: boolean;
}

const schema = new Schema(
  {
    week: { type: String, required: true },
    letter: { type: Schema.Types.ObjectId, required: true },
    action: { type: String, required: true },
    at: { type: Date, required: true },
    count: Number,
    mac: String,
    isPosted: { type: Boolean, required: true },
  },
  { versionKey: false },
);

export const AuditLetters = model('AuditLetter', schema, 'audit-letters');
