import { administrator, change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import { normaliseUsername } from '../models/names.js';
import type { Types } from 'mongoose';
import { switchedOff } from './switch-off.js';

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
  const before = await Accounts.findOneAndUpdate(
    { username, 'twoFactor.state': 'on' },
    {
      $set: { ...switchedOff.$set, logins: [] },
      $unset: switchedOff.$unset,
      $inc: { version: 1 },
      $push: { changes: change('two-factor-reset', administrator, now, { reason }) },
    },
  ).lean<Account>();
  if (before) return before._id;
  return (await Accounts.exists({ username })) ? 'off-already' : 'unknown';
}
