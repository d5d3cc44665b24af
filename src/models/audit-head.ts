import { model, Schema, type Types } from 'mongoose';

/** What an employer's log came to: a log that is cut short, or begins anew, no longer fits it. */
export interface AuditHead {
  /** The employer. */
  _id: Types.ObjectId;
  /** The number and the hash of the last entry, and their seal. */
  count: number;
  hash: string;
  mac: string;
}

const schema = new Schema(
  {
    count: { type: Number, required: true },
    // Of a log without an entry there is none.
    hash: { type: String, default: '' },
    mac: { type: String, required: true },
  },
  { versionKey: false },
);

export const AuditHeads = model('AuditHead', schema, 'audit-heads');
