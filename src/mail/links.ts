import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '../models/account.js';
import { Links, type Link } from '../models/link.js';

const fourDays = 4 * 24 * 60 * 60 * 1000;

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a link's token (256 bits) for the account as it is now; only its hash is kept. */
export async function createLink(account: Account, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await Links.create({
    _id: hash(token),
    account: account._id,
    version: account.version,
    expires: new Date(now.getTime() + fourDays),
  });
  return token;
}

/** The link of this token, unless it expired. Whether it was used shows in the account's `version`. */
export const findLink = (token: string, now: Date): Promise<Link | null> =>
  Links.findOne({ _id: hash(token), expires: { $gt: now } }).lean<Link>();
