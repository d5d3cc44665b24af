import type { Types } from 'mongoose';
import { Accounts, type Account } from '../models/account.js';
import type { Change } from '../models/change.js';

// Longer than a mail server may take; after it, whoever had the letter was killed or refused.
const claimFor = 2 * 60_000;

/** Claims a change's letter for this process, by the change's id. @returns the account, or null when another has it */
export const claim = (account: Types.ObjectId, change: Change, now: Date): Promise<Account | null> =>
  Accounts.findOneAndUpdate(
    {
      _id: account,
      changes: {
        $elemMatch: { _id: change._id, $or: [{ claimedUntil: null }, { claimedUntil: { $lte: now } }] },
      },
    },
    { $set: { 'changes.$.claimedUntil': new Date(now.getTime() + claimFor) } },
  ).lean<Account>();
