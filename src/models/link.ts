import { model, Schema, type Types } from 'mongoose';

/** What a link in a letter opens. `close` can only close. */
export type LinkUse = 'invitation' | 'password' | 'email' | 'close';

/** Milliseconds for which the link of an invitation works. */
export const invitationWorks = 4 * 24 * 60 * 60_000;

/** Milliseconds for which an invitation that works no more is known. */
export const invitationKnown = 90 * 24 * 60 * 60_000;

/** A single-use link in a letter, found by the SHA-256 of its token: the token itself is nowhere. */
export interface Link {
  _id: string;
  /** What it opens: a link for one thing is worth nothing for another. */
  use: LinkUse;
  account: Types.ObjectId;
  /** The account's `version` when it changed; any change since then ends the link, unless it can only close. */
  version: number;
  /** The change of which the letter tells, and when it was. */
  change: Types.ObjectId;
  at: Date;
  /** The address that the letter went to, where it counts: it is confirmed, or an old invitation asks for another. */
  email?: string;
  /** Until when it opens what it is for. */
  works: Date;
  /** When it is forgotten. Of an invitation later: who comes with an old one may ask for another. */
  expires: Date;
}

const schema = new Schema<Link>(
  {
    _id: String,
    account: { type: Schema.Types.ObjectId, required: true },
    use: { type: String, required: true },
    version: { type: Number, required: true },
    change: { type: Schema.Types.ObjectId, required: true },
    at: { type: Date, required: true },
    email: String,
    works: { type: Date, required: true },
    expires: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

export const Links = model('Link', schema, 'links');
