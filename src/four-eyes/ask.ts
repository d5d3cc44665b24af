import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import type { WaitingAction } from '../models/waiting.js';

/**
 * Keeps what was asked until a colleague decides: of each action one, for the account as it is now.
 * @returns false when it waits already, or the account changed since it was read
 */
export async function askColleague(
  { _id, employer, version, unconfirmedEmail }: Account,
  action: WaitingAction,
  { by, now, reason, id }: { by: Actor; now: Date; reason?: string; id?: Types.ObjectId },
): Promise<boolean> {
  const asked = change('approval-asked', by, now, {
    ...(id && { _id: id }),
    asks: action,
    ...(reason && { reason }),
  });
  const request = { _id: asked._id, by, at: now, version, ...(reason && { reason }) };
  const { modifiedCount } = await Accounts.updateOne(
    { _id, employer, version, [`waiting.${action}.version`]: { $ne: version } },
    {
      $set: { [`waiting.${action}`]: request, waitsUntil: unconfirmedEmail?.until },
      $push: { changes: asked },
    },
  );
  return modifiedCount === 1;
}
