import { model, Schema, type Types } from 'mongoose';

/** A single-use link in a letter, found by the SHA-256 of its token: the token itself is nowhere. */
export interface Link {
  _id: string;
  account: Types.ObjectId;
  /** The account's `version` when the letter was written; any change since then ends the link. */
  version: number;
  expires: Date;
}

const schema = new Schema<Link>(
  {
    _id: String,
    account: { type: Schema.Types.ObjectId, required: true },
    version: { type: Number, required: true },
    expires: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

export const Links = model('Link', schema, 'links');
