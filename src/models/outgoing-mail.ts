import { model, Schema, type Types } from 'mongoose';
import { changeFields, type News } from './change.js';

/** Whom a letter is for: the person, at their address or at the other one that a change is about, or an officer. */
export type Reader = 'person' | 'officer' | 'other-address';

/**
 * A letter on its way. It holds the facts, not the text: links in it are made when it is sent, so nothing here opens an
 * account.
 */
export interface OutgoingMail {
  /** The ids of the change that it tells of and of who is told, so that it is posted once. */
  _id: string;
  employer: Types.ObjectId;
  /** Whose account changed. */
  account: Types.ObjectId;
  /** That account's `version` with the change: a link in the letter is for the account as it was. */
  version: number;
  /** Other accounts at the same address, that the same letter is about. */
  others?: { account: Types.ObjectId; version: number }[];
  reader: Reader;
  /** The officer who reads it. */
  officer?: Types.ObjectId;
  to: string;
  change: News;
  state: 'waiting' | 'sent' | 'failed';
  tries: number;
  /** When it is tried next: whoever takes it on moves this first, so that no other does. */
  due: Date;
  since: Date;
  /** What came of the last try, without the mail server's own words. */
  refusal?: string;
  expires?: Date;
}

const newsSchema = new Schema({ ...changeFields, version: Number, log: Schema.Types.Mixed });

const schema = new Schema<OutgoingMail>(
  {
    _id: String,
    employer: { type: Schema.Types.ObjectId, required: true },
    account: { type: Schema.Types.ObjectId, required: true },
    version: { type: Number, required: true },
    others: { type: Schema.Types.Mixed },
    reader: { type: String, required: true },
    officer: Schema.Types.ObjectId,
    to: { type: String, required: true },
    change: { type: newsSchema, required: true },
    state: { type: String, required: true },
    tries: { type: Number, required: true },
    due: { type: Date, required: true },
    since: { type: Date, required: true },
    refusal: String,
    expires: Date,
  },
  { versionKey: false },
);
schema.index({ state: 1, due: 1 });
schema.index({ employer: 1, account: 1, state: 1 });
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

export const OutgoingMails = model('OutgoingMail', schema, 'outgoing-mail');
