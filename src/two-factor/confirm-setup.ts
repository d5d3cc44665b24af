import { change, self } from '../changes/change.js';
import { Accounts, type Account, type TwoFactor } from '../models/account.js';
import type { SecretBox } from './secret-box.js';
import { timeStepOf } from './totp.js';

/**
 * Switches two-factor on, when the code proves that the app has the secret. The code is spent, all other logins end.
 * `'not-now'`: two-factor is on already, or the account changed since it was read.
 */
export async function confirmSetup(
  account: Account,
  login: string,
  secret: string,
  code: string,
  now: Date,
  secretBox: SecretBox,
): Promise<'confirmed' | 'wrong-code' | 'not-now'> {
  const lastStep = timeStepOf(secret, code, now);
  if (lastStep === undefined) return 'wrong-code';
  const twoFactor: TwoFactor = {
    state: 'on',
    secret: secretBox.seal(secret, account._id, 'confirmed'),
    since: now,
    lastStep,
  };
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'twoFactor.state': 'off', 'logins.id': login },
    {
      $set: { twoFactor, logins: account.logins.filter(({ id }) => id === login) },
      $inc: { version: 1 },
      $push: { changes: change('two-factor-on', self(account), now) },
    },
  );
  return modifiedCount === 1 ? 'confirmed' : 'not-now';
}
