import { change } from '../changes/change.js';
import { findLink } from '../mail/links.js';
import { Accounts, type Access, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { Links } from '../models/link.js';
import { emailKey } from '../models/names.js';
import { switchedOff } from '../two-factor/switch-off.js';
import { restorableEmails } from './change-email.js';

/** Whose letter had this link; null when it was used or is too old. */
export async function ownerOf(token: string, now: Date): Promise<Account | null> {
  const link = await findLink('close', token, now);
  const account = link && (await Accounts.findById(link.account).lean<Account>());
  // A letter that is sent again brings its link back.
  return account && !(account.closedAt && link.at <= account.closedAt) ? account : null;
}

// Whoever was at work in the account may have put their own address there, more than once.
function formerEmail(account: Account, now: Date) {
  const [oldest] = restorableEmails(account, now);
  if (!oldest || emailKey(oldest.address) === account.emailKey) return undefined;
  return { email: oldest.address, emailKey: emailKey(oldest.address) };
}

// To any other address a colleague looks before an invitation goes out.
const isAsBefore = ({ unconfirmedEmail }: Account, key: string): boolean =>
  unconfirmedEmail !== undefined && emailKey(unconfirmedEmail.from) === key;

/** What an officer decided before stands: who, and why. */
function closed({ access }: Account, now: Date): Access {
  const { by, reason } = access.state === 'blocked' ? access : {};
  return { state: 'blocked', since: now, before: 'closed', ...(by && { by }), ...(reason && { reason }) };
}

/**
 * Blocks an account for its owner, who has seen somebody else at work in it: ends its sessions, and voids its password,
 * two-factor, recovery codes and every open link, and restores the address from before the changes of the last 9 days.
 * @returns false when the account changed since it was read
 */
export async function closeAccess(account: Account, by: Actor, now: Date): Promise<boolean> {
  const access = closed(account, now);
  const former = formerEmail(account, now);
  const isConfirmed = isAsBefore(account, former?.emailKey ?? account.emailKey);
  const changes = [
    change('access-closed', by, now),
    ...(former ? [change('email-restored', by, now, { email: account.email })] : []),
  ];
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version },
    {
      $set: { ...switchedOff.$set, ...former, access, closedAt: now, logins: [] },
      $unset: {
        ...switchedOff.$unset,
        passwordHash: 1,
        previousEmails: 1,
        ...(isConfirmed && { unconfirmedEmail: 1 }),
      },
      $inc: { version: 1 },
      $push: { changes: { $each: changes } },
    },
  );
  // The others are for a version that is past; these only close, whatever the version.
  if (modifiedCount === 1) await Links.deleteMany({ account: account._id });
  return modifiedCount === 1;
}
