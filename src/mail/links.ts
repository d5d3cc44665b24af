import { createHash, createHmac } from 'node:crypto';
import type { News } from '../models/change.js';
import { invitationKnown, invitationWorks, Links, type Link, type LinkUse } from '../models/link.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';
import { fill, paths } from '../paths.js';

const minutes = 60_000;

/** How long a former e-mail address can be restored: a letter is tried for more than a day, and its link works for 7. */
export const restorable = 9 * 24 * 60 * minutes;

/** Where each link leads, and for how long, in milliseconds. */
const uses: Record<LinkUse, { path: string; works: number }> = {
  invitation: { path: paths.choosePassword, works: invitationWorks },
  password: { path: paths.resetPassword, works: 30 * minutes },
  email: { path: paths.confirmEmail, works: 24 * 60 * minutes },
  close: { path: paths.closeAccess, works: 7 * 24 * 60 * minutes },
};

/** Where letters lead to, and what their links are made with. */
export interface LinkMaking {
  baseUrl: URL;
  /** Without it nobody can make a token from what the database has. */
  key: Buffer;
}

/** Until when a link works that is made now, in a letter about this change. */
export function worksUntil(use: LinkUse, { at }: News, now: Date): Date {
  const until = now.getTime() + uses[use].works;
  // As long as the employer's page says: a letter that was late is for the same invitation.
  if (use === 'invitation') return new Date(at.getTime() + uses[use].works);
  // Where the portal was down for days, its letters are late. No link outlives what closing restores.
  return new Date(use === 'close' ? Math.min(until, at.getTime() + restorable) : until);
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes the link of a letter, with a token of 256 bits; only its hash is kept. A letter that is sent again has the same one. */
export async function createLink(
  use: LinkUse,
  { account, version, change, to }: Pick<OutgoingMail, 'account' | 'version' | 'change' | 'to'>,
  { baseUrl, key }: LinkMaking,
  now: Date,
): Promise<string> {
  const seed = `link ${use} ${change._id.toString()} ${account.toString()}`;
  const token = createHmac('sha256', key).update(seed).digest('base64url');
  const works = worksUntil(use, change, now);
  const link = {
    use,
    account,
    version,
    change: change._id,
    at: change.at,
    ...((use === 'email' || use === 'invitation') && { email: to }),
    works,
    expires: use === 'invitation' ? new Date(works.getTime() + invitationKnown) : works,
  };
  await Links.updateOne({ _id: hash(token) }, link, { upsert: true });
  return new URL(fill(uses[use].path, { token }), baseUrl).href;
}

/** The link of this token, while it works. */
export const findLink = (use: LinkUse, token: string, now: Date): Promise<Link | null> =>
  Links.findOne({ _id: hash(token), use, works: { $gt: now } }).lean<Link>();

/** The same, also when it works no more: it says who had it, and opens nothing. */
export const findOldLink = (use: LinkUse, token: string): Promise<Link | null> =>
  Links.findOne({ _id: hash(token), use }).lean<Link>();
