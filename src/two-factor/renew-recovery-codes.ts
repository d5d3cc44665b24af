import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { newRecoveryCodes } from './recovery-codes.js';
import type { RightCode } from './second-factor.js';

/**
 * Replaces the recovery codes with new ones.
 * @returns them, to be shown once; null when the code was spent, or the account changed since it was read
 */
export async function renewRecoveryCodes(
  account: Account,
  login: string,
  code: RightCode,
  by: Actor,
  now: Date,
): Promise<string[] | null> {
  const { codes, kept } = await newRecoveryCodes();
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'logins.id': login, ...code.filter },
    {
      $set: { ...code.set, recovery: kept },
      $inc: { version: 1 },
      $push: { changes: { $each: [...code.changes, change('recovery-codes-renewed', by, now)] } },
    },
  );
  return modifiedCount === 1 ? codes : null;
}

/** The person keeps the codes that were shown. */
export async function keepRecoveryCodes(account: Account): Promise<void> {
  await Accounts.updateOne(
    { _id: account._id, 'recovery.salt': account.recovery?.salt },
    { $set: { 'recovery.kept': true } },
  );
}
