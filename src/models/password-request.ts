import { model, Schema, type Types } from 'mongoose';
import type { Origin } from './change.js';

/** Somebody forgot their password. Kept whoever they are, so that the answer takes as long for a name that nobody has. */
export interface PasswordRequest {
  _id: Types.ObjectId;
  /** What they typed, sealed: it may be anything, a password too. */
  name: string;
  from: Origin;
  at: Date;
  /** Nobody takes it on before. */
  due: Date;
  /** Who gets a letter, once that was counted. */
  accounts?: Types.ObjectId[];
}

const schema = new Schema<PasswordRequest>(
  {
    name: { type: String, required: true },
    from: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    due: { type: Date, required: true },
    accounts: { type: [Schema.Types.ObjectId], default: undefined },
  },
  { versionKey: false },
);

export const PasswordRequests = model('PasswordRequest', schema, 'password-requests');
