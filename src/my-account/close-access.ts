import { change } from '../changes/change.js';
import { findLink } from '../mail/links.js';
import { Accounts, type Access, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { Links } from '../models/link.js';
import { switchedOff } from '../two-factor/switch-off.js';

/** Whose letter had this link; null when it was used or is too old. */
export async function ownerOf(token: string, now: Date): Promise<Account | null> {
  const link = await findLink('close', token, now);
  return link && Accounts.findById(link.account).lean<Account>();
}

/**
 * Blocks an account for its owner, who has seen somebody else at work in it: ends its sessions, and voids its password,
 * two-factor, recovery codes and every open link.
 * @returns false when the account changed since it was read
 */
export async function closeAccess(account: Account, by: Actor, now: Date): Promise<boolean> {
  const access: Access = { state: 'blocked', since: now, before: 'closed' };
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version },
    {
      $set: { ...switchedOff.$set, access, logins: [] },
      $unset: { ...switchedOff.$unset, passwordHash: 1 },
      $inc: { version: 1 },
      $push: { changes: change('access-closed', by, now) },
    },
  );
  // The others are for a version that is past; these only close, whatever the version.
  if (modifiedCount === 1) await Links.deleteMany({ account: account._id });
  return modifiedCount === 1;
}
