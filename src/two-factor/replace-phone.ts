import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { onlyLogin } from '../sign-in/add-login.js';
import { confirmed } from './confirm-setup.js';
import type { SecretBox } from './secret-box.js';
import type { RightCode } from './second-factor.js';

/**
 * Puts the secret of a new phone in the place of the old one, in one update: two-factor is never off. Other logins end.
 * @returns the login that is left; null when the old phone's code was spent, or the account changed since it was read
 */
export async function replacePhone(
  account: Account,
  login: string,
  old: RightCode,
  fresh: { secret: string; timeStep: number },
  by: Actor,
  now: Date,
  secretBox: SecretBox,
): Promise<string | null> {
  const only = onlyLogin(account, login);
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'logins.id': login, ...old.filter },
    {
      $set: {
        twoFactor: confirmed(account, fresh.secret, fresh.timeStep, now, secretBox),
        codeTries: old.set.codeTries,
        logins: only.logins,
      },
      ...(old.pull && { $pull: old.pull }),
      $inc: { version: 1 },
      $push: { changes: { $each: [...old.changes, change('two-factor-replaced', by, now)] } },
    },
  );
  return modifiedCount === 1 ? only.login : null;
}
