import { change, self } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { SecretBox } from './secret-box.js';
import { timeStepOf } from './totp.js';

/**
 * Switches two-factor off with a code, once. All other logins end.
 * `'not-now'`: two-factor is off already, or the account changed since it was read.
 */
export async function switchOff(
  account: Account,
  login: string,
  code: string,
  now: Date,
  secretBox: SecretBox,
): Promise<'switched-off' | 'wrong-code' | 'used-code' | 'not-now'> {
  if (account.twoFactor.state === 'off') return 'not-now';
  const secret = secretBox.open(account.twoFactor.secret, account._id, 'confirmed');
  const timeStep = timeStepOf(secret, code, now);
  if (timeStep === undefined) return 'wrong-code';
  const { modifiedCount } = await Accounts.updateOne(
    {
      _id: account._id,
      version: account.version,
      'logins.id': login,
      'twoFactor.state': 'on',
      'twoFactor.lastStep': { $lt: timeStep },
    },
    {
      $set: { twoFactor: { state: 'off' }, logins: account.logins.filter(({ id }) => id === login) },
      $inc: { version: 1 },
      $push: { changes: change('two-factor-off', self(account), now) },
    },
  );
  if (modifiedCount === 1) return 'switched-off';
  return (await Accounts.exists({ _id: account._id, version: account.version })) ? 'used-code' : 'not-now';
}
