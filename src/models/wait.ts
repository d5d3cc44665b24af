import { model, Schema } from 'mongoose';

/** Wrong passwords for a username, existing or not, and until when the next has to wait. */
export interface Wait {
  /** The username, hidden by an HMAC. */
  _id: string;
  failures: number;
  until: Date;
  expires: Date;
}

const schema = new Schema<Wait>(
  { _id: String, failures: Number, until: Date, expires: Date },
  { versionKey: false },
);
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

export const Waits = model('Wait', schema, 'waits');
