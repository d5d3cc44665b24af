import { model, Schema, type Types } from 'mongoose';
import { changeFields, type Change } from './change.js';

/** A change as it comes to the employer's log. `_id` is the change's own, so that it is entered once. */
export interface AuditRecord extends Change {
  employer: Types.ObjectId;
  /** Absent where the policy or the style of the employer changed. */
  account?: Types.ObjectId;
}

/** The same in its place: each entry seals the one before it. */
export interface AuditEntry extends AuditRecord {
  /** 1 for the employer's first. */
  number: number;
  /** `employer:number`: no place is taken twice, whoever writes at the same moment. */
  place: string;
  /** Of the entry before it; of the first, nothing. */
  previous: string;
  /** SHA-256 of all of the above, in hexadecimal. */
  hash: string;
  /** HMAC-SHA-256 of the hash, under a key that is not in the database. */
  mac: string;
}

/** What stands in `place`: the way to an entry that every database has an index for. */
export const placeOf = (employer: Types.ObjectId, number: number): string =>
  `${employer.toString()}:${number}`;

const text = { type: String, required: true };

const schema = new Schema(
  {
    ...changeFields,
    employer: { type: Schema.Types.ObjectId, required: true },
    account: Schema.Types.ObjectId,
    number: { type: Number, required: true },
    place: text,
    previous: { type: String, default: '' },
    hash: text,
    mac: text,
  },
  { versionKey: false },
);
schema.index({ place: 1 }, { unique: true });
schema.index({ employer: 1, number: 1 });
// For the pages of the log: all of an employer, of one account, by one officer, of one action.
schema.index({ employer: 1, at: 1, _id: 1 });
schema.index({ employer: 1, account: 1, at: 1, _id: 1 });
schema.index({ employer: 1, 'actor.id': 1, at: 1, _id: 1 });
schema.index({ employer: 1, action: 1, at: 1, _id: 1 });

export const AuditEntries = model('AuditEntry', schema, 'audit');
