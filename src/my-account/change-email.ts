import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import { unconfirmedEmail } from '../four-eyes/waiting.js';
import { findLink, restorable } from '../mail/links.js';
import { Accounts, type Access, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { emailKey } from '../models/names.js';
import type { RightCode } from '../two-factor/second-factor.js';

/** The addresses that can still be restored, the oldest first. */
export const restorableEmails = ({ previousEmails = [] }: Account, now: Date) =>
  previousEmails.filter(({ until }) => now < until);

const letsIn = (access: Access) =>
  access.state === 'active' || (access.state === 'blocked' && access.before === 'active');

/**
 * The same once the present address is replaced. That one is restored only where somebody could be in from it: an
 * address that was never let in, or that an officer just entered, may be a stranger's.
 */
export const restorableAfter = (account: Account, now: Date) => [
  ...restorableEmails(account, now),
  ...(letsIn(account.access) && !unconfirmedEmail(account, now)
    ? [{ address: account.email, until: new Date(now.getTime() + restorable) }]
    : []),
];

/**
 * Asks for another address, which is to be confirmed from a letter there.
 * @param code absent where two-factor is off
 * @returns false when the code was spent, or the account changed since it was read
 */
export async function askForEmail(
  account: Account,
  email: string,
  by: Actor,
  now: Date,
  code?: RightCode,
): Promise<boolean> {
  const { version } = account;
  const asked = change('email-change-asked', by, now, { email, version });
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version, ...(code?.filter ?? { 'twoFactor.state': 'off' }) },
    {
      $set: { ...code?.set, emailAsked: asked._id },
      ...(code?.pull && { $pull: code.pull }),
      $push: { changes: { $each: [...(code?.changes ?? []), asked] } },
    },
  );
  return modifiedCount === 1;
}

/** Who asked for which address, and the change that did. */
export interface AskedEmail {
  account: Account;
  email: string;
  asked: Types.ObjectId;
}

/** What a link is to confirm; null when it was used, replaced or is too old, or another address was asked since. */
export async function askedEmail(token: string, now: Date): Promise<AskedEmail | null> {
  const link = await findLink('email', token, now);
  const account =
    link &&
    (await Accounts.findOne({
      _id: link.account,
      version: link.version,
      'access.state': 'active',
      emailAsked: link.change,
    }).lean<Account>());
  return account && link.email !== undefined ? { account, email: link.email, asked: link.change } : null;
}

/** Changes the address. Links and logins that wait end with it. False when somebody used the link first. */
export async function confirmEmail(
  { account, email, asked }: AskedEmail,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'access.state': 'active', emailAsked: asked },
    {
      $set: {
        email,
        emailKey: emailKey(email),
        previousEmails: restorableAfter(account, now),
      },
      $unset: { emailAsked: 1 },
      $inc: { version: 1 },
      $push: { changes: change('email-changed', by, now, { email: account.email }) },
    },
  );
  return modifiedCount === 1;
}
