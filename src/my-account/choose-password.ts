import { change } from '../changes/change.js';
import { findLink } from '../mail/links.js';
import { Accounts, type Access, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import type { Passwords } from '../sign-in/password.js';

/** Who was invited with this link; null when it was used, replaced or is too old. */
export async function invitedBy(token: string, now: Date): Promise<Account | null> {
  const link = await findLink('invitation', token, now);
  return (
    link &&
    Accounts.findOne({ _id: link.account, version: link.version, 'access.state': 'invited' }).lean<Account>()
  );
}

/** Gives an invited account its password, and access with it. False when somebody used the link first. */
export async function choosePassword(
  account: Account,
  password: string,
  by: Actor,
  now: Date,
  passwords: Passwords,
): Promise<boolean> {
  const access: Access = { state: 'active', since: now };
  const passwordHash = await passwords.hash(password);
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'access.state': 'invited' },
    {
      $set: { passwordHash, access },
      $inc: { version: 1 },
      $push: { changes: change('password-chosen', by, now) },
    },
  );
  return modifiedCount === 1;
}
