import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { withoutLink } from '../models/invitation.js';

/** Wrong birth dates, over all links of an account, after which only the employer can invite again. */
export const mostBirthDateTries = 5;

export const isLockedByBirthDate = ({ birthDateTries = 0 }: Pick<Account, 'birthDateTries'>): boolean =>
  birthDateTries >= mostBirthDateTries;

/** Part of a filter: nobody tried a birth date meanwhile. So each count is good for one answer, right or wrong. */
export const atThisCount = ({ birthDateTries = null }: { birthDateTries?: number | null }) => ({
  birthDateTries,
});

/** Counts a wrong birth date; the last one ends the invitation. @returns how many are left; null when somebody was first */
export async function countWrongBirthDate(account: Account, by: Actor, now: Date): Promise<number | null> {
  const { _id, version, birthDateTries = 0 } = account;
  const tries = birthDateTries + 1;
  const isLast = isLockedByBirthDate({ birthDateTries: tries });
  const { modifiedCount } = await Accounts.updateOne(
    { _id, version, 'access.state': 'invited', ...atThisCount(account) },
    {
      $set: { birthDateTries: tries, ...(isLast && { access: withoutLink(account.access, now) }) },
      ...(isLast && { $inc: { version: 1 }, $push: { changes: change('invitation-locked', by, now) } }),
    },
  );
  return modifiedCount === 1 ? mostBirthDateTries - tries : null;
}
