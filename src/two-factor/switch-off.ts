import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { onlyLogin } from '../sign-in/add-login.js';
import { noTries } from './code-tries.js';
import type { RightCode } from './second-factor.js';

/** Two-factor as it is when it is off; what belonged to the old phone goes. */
export const switchedOff = {
  $set: { twoFactor: { state: 'off' as const }, codeTries: noTries },
  $unset: { recovery: 1 as const },
};

/**
 * Switches two-factor off with a right code, and ends all other logins.
 * @returns the login that is left; null when the code was spent, or the account changed since it was read
 */
export async function switchOff(
  account: Account,
  login: string,
  code: RightCode,
  by: Actor,
  now: Date,
): Promise<string | null> {
  const only = onlyLogin(account, login);
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'logins.id': login, ...code.filter },
    {
      $set: { ...switchedOff.$set, logins: only.logins },
      $unset: switchedOff.$unset,
      $inc: { version: 1 },
      $push: { changes: { $each: [...code.changes, change('two-factor-off', by, now)] } },
    },
  );
  return modifiedCount === 1 ? only.login : null;
}
