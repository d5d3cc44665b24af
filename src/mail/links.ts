import { createHash, createHmac } from 'node:crypto';
import type { Types } from 'mongoose';
import type { Account } from '../models/account.js';
import { Links, type Link } from '../models/link.js';

const fourDays = 4 * 24 * 60 * 60 * 1000;

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a link's token (256 bits) for the account as it is now; only its hash is kept. A letter that is sent again has
 * the same one.
 * @param secret without it nobody can make the token from what the database has
 * @param change the change that the letter tells of
 */
export async function createLink(
  account: Account,
  change: Types.ObjectId,
  secret: string,
  now: Date,
): Promise<string> {
  const token = createHmac('sha256', secret).update(`link ${change.toString()}`).digest('base64url');
  const link = {
    account: account._id,
    version: account.version,
    expires: new Date(now.getTime() + fourDays),
  };
  await Links.updateOne({ _id: hash(token) }, link, { upsert: true });
  return token;
}

/** The link of this token, unless it expired. Whether it was used shows in the account's `version`. */
export const findLink = (token: string, now: Date): Promise<Link | null> =>
  Links.findOne({ _id: hash(token), expires: { $gt: now } }).lean<Link>();
