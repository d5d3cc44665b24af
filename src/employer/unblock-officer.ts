import type { Types } from 'mongoose';
import { administrator, change } from '../changes/change.js';
import { Officers, type Officer } from '../models/account.js';
import { invited } from '../models/invitation.js';
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
  const officer = await Officers.findOne({ username }).lean<Officer>();
  if (!officer) return 'unknown';
  const version = officer.version + 1;
  const { modifiedCount } = await Officers.updateOne(
    { _id: officer._id, version: officer.version, 'access.state': 'blocked', 'access.before': 'closed' },
    {
      $set: { access: invited(now) },
      $inc: { version: 1 },
      $push: { changes: change('access-granted', administrator, now, { reason, identified: true, version }) },
    },
  );
  return modifiedCount === 1 ? officer._id : 'not-blocked';
}
