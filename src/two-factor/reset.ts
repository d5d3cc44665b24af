import { administrator, change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import { withoutLink } from '../models/invitation.js';
import { normaliseUsername } from '../models/names.js';
import type { Types } from 'mongoose';
import { switchedOff } from './switch-off.js';

/** @returns false when the account changed since it was read */
async function reset({ _id, version, access }: Account, reason: string, now: Date): Promise<boolean> {
  const { modifiedCount } = await Accounts.updateOne(
    { _id, version, 'twoFactor.state': 'on' },
    {
      $set: { ...switchedOff.$set, access: withoutLink(access, now), logins: [] },
      $unset: switchedOff.$unset,
      $inc: { version: 1 },
      $push: { changes: change('two-factor-reset', administrator, now, { reason }) },
    },
  );
  return modifiedCount === 1;
}

/**
 * Switches two-factor off for somebody who lost their phone, as an administrator. All their logins end.
 * @returns the account, or why not
 */
export async function resetTwoFactor(
  typedUsername: string,
  reason: string,
  now: Date,
): Promise<Types.ObjectId | 'unknown' | 'off-already'> {
  const username = normaliseUsername(typedUsername);
  for (;;) {
    const account = await Accounts.findOne({ username }).lean<Account>();
    if (!account) return 'unknown';
    if (account.twoFactor.state === 'off') return 'off-already';
    if (await reset(account, reason, now)) return account._id;
  }
}
