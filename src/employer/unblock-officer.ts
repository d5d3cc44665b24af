import type { Types } from 'mongoose';
import { administrator, change } from '../changes/change.js';
import { Officers, type Access, type Officer } from '../models/account.js';
import { normaliseUsername } from '../models/names.js';

/**
 * Invites an officer again who blocked their own access. Their colleagues do not: an administrator says why.
 * @returns the account, or why not
 */
export async function unblockOfficer(
  typedUsername: string,
  reason: string,
  now: Date,
): Promise<Types.ObjectId | 'unknown' | 'not-blocked'> {
  const username = normaliseUsername(typedUsername);
  const access: Access = { state: 'invited', since: now };
  const before = await Officers.findOneAndUpdate(
    { username, 'access.state': 'blocked', 'access.before': 'closed' },
    {
      $set: { access },
      $inc: { version: 1 },
      $push: { changes: change('access-granted', administrator, now, { reason, identified: true }) },
    },
  ).lean<Officer>();
  if (before) return before._id;
  return (await Officers.exists({ username })) ? 'not-blocked' : 'unknown';
}
