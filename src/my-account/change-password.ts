import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { onlyLogin } from '../sign-in/add-login.js';
import type { Passwords } from '../sign-in/password.js';
import type { RightCode } from '../two-factor/second-factor.js';

/**
 * Gives an account another password, and ends all other logins.
 * @param code absent where two-factor is off
 * @returns the login that is left, and the new hash; null when the code was spent, or the account changed since it was read
 */
export async function changePassword(
  account: Account,
  login: string,
  password: string,
  by: Actor,
  now: Date,
  passwords: Passwords,
  code?: RightCode,
): Promise<{ login: string; passwordHash: string } | null> {
  const only = onlyLogin(account, login);
  const passwordHash = await passwords.hash(password);
  const { modifiedCount } = await Accounts.updateOne(
    {
      _id: account._id,
      version: account.version,
      'logins.id': login,
      ...(code?.filter ?? { 'twoFactor.state': 'off' }),
    },
    {
      $set: { ...code?.set, passwordHash, logins: only.logins },
      ...(code?.pull && { $pull: code.pull }),
      $inc: { version: 1 },
      $push: {
        changes: { $each: [...(code?.changes ?? []), change('password-changed', by, now)] },
      },
    },
  );
  return modifiedCount === 1 ? { login: only.login, passwordHash } : null;
}
