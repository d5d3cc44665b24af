import { change } from '../changes/change.js';
import { askColleague } from '../four-eyes/ask.js';
import { waitsAs } from '../four-eyes/waiting.js';
import { findOldLink } from '../mail/links.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { invited } from '../models/invitation.js';
import { emailKey } from '../models/names.js';
import { isLockedByBirthDate } from './birth-date-tries.js';

/**
 * Who was once invited with this link, at the address that is on record now, and still is, or came in since: they may ask
 * for a letter. Null for everybody else: a link that went to a mistyped address has a reader too.
 */
export async function onceInvitedWith(token: string): Promise<Account | null> {
  const link = await findOldLink('invitation', token);
  if (link?.email === undefined) return null;
  const account = await Accounts.findOne({
    _id: link.account,
    emailKey: emailKey(link.email),
    'access.state': { $in: ['invited', 'active'] },
  }).lean<Account>();
  return account && !isLockedByBirthDate(account) ? account : null;
}

/**
 * Sends a new invitation to the address on record; earlier links end. Where an officer just changed that address, a
 * colleague decides first. @returns false when somebody was first
 */
export async function renewInvitation(account: Account, by: Actor, now: Date): Promise<boolean> {
  const { _id, version } = account;
  if (waitsAs(account, 'send-invitation-again', now)) {
    await askColleague(account, 'send-invitation-again', { by, now });
    return true;
  }
  const { modifiedCount } = await Accounts.updateOne(
    { _id, version, 'access.state': 'invited' },
    {
      $set: { access: invited(now) },
      $inc: { version: 1 },
      $push: { changes: change('invitation-renewed', by, now, { version: version + 1 }) },
    },
  );
  return modifiedCount === 1;
}
