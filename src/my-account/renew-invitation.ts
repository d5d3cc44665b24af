import { change } from '../changes/change.js';
import { askColleague } from '../four-eyes/ask.js';
import { waitsAs } from '../four-eyes/waiting.js';
import { findOldLink } from '../mail/links.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { isLockedByBirthDate } from './birth-date-tries.js';

/** Who was once invited with this link, and still is: they may ask for a new letter. Null for everybody else. */
export async function invitedWith(token: string): Promise<Account | null> {
  const link = await findOldLink('invitation', token);
  const account =
    link && (await Accounts.findOne({ _id: link.account, 'access.state': 'invited' }).lean<Account>());
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
      $set: { access: { state: 'invited', since: now } },
      $inc: { version: 1 },
      $push: { changes: change('invitation-renewed', by, now, { version: version + 1 }) },
    },
  );
  return modifiedCount === 1;
}
