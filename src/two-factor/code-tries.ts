import { change } from '../changes/change.js';
import { Accounts, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';

const minutes = 60_000;

/** Milliseconds for which codes are locked after the first, second, third and every further row of wrong ones. */
const locks = [15 * minutes, 60 * minutes, 24 * 60 * minutes];

// Later than any clock: until a recovery code or the employer's "Nee" (NIST SP 800-63B, 3.2.2).
const forGood = new Date('9999-01-01');

/** How many wrong codes in a row lock codes for a time, and how many disable them. */
export interface CodeLimits {
  inARow: number;
  atMost: number;
}

export type CodeLock = { until: Date } | 'for-good';

/** Whether codes of this account are locked; recovery codes are not. */
export function codeLock({ codeTries: { lockedUntil } }: Account, now: Date): CodeLock | undefined {
  if (!lockedUntil || lockedUntil <= now) return undefined;
  return lockedUntil.getTime() === forGood.getTime() ? 'for-good' : { until: lockedUntil };
}

/** The condition that codes are not locked, for the update that accepts one. */
export const notLocked = (now: Date) => ({
  $or: [{ 'codeTries.lockedUntil': null }, { 'codeTries.lockedUntil': { $lte: now } }],
});

/** The count after a right code, a recovery code, or "Nee". */
export const noTries = { wrong: 0 };

function lockAfter(
  wrong: number,
  { twoFactor }: Account,
  { inARow, atMost }: CodeLimits,
  now: Date,
): Date | undefined {
  // While it is being set up there are no recovery codes, and no "Nee", to lift a lock with.
  if (wrong >= atMost && twoFactor.state === 'on') return forGood;
  if (wrong % inARow !== 0) return undefined;
  const length = locks[Math.min(wrong / inARow, locks.length) - 1] ?? 0;
  return new Date(now.getTime() + length);
}

const isLongerThanBefore = (wrong: number, { inARow, atMost }: CodeLimits) =>
  wrong === atMost || wrong / inARow <= locks.length;

/**
 * Counts a wrong code, and locks codes with it after so many in a row: the answer "wrong" is not given before it counts.
 * @returns the lock, when codes are locked: then the code was not looked at
 */
export async function countWrong(
  account: Account,
  limits: CodeLimits,
  by: Actor,
  now: Date,
): Promise<CodeLock | undefined> {
  for (let current: Account | null = account; current;) {
    const lock = codeLock(current, now);
    if (lock) return lock;
    const before = current.codeTries.wrong;
    const lockedUntil = lockAfter(before + 1, current, limits, now);
    const action = isLongerThanBefore(before + 1, limits) ? 'codes-locked' : 'codes-locked-again';
    const { modifiedCount } = await Accounts.updateOne(
      { _id: account._id, 'codeTries.wrong': before, ...notLocked(now) },
      {
        $set: { codeTries: { wrong: before + 1, ...(lockedUntil && { lockedUntil }) } },
        ...(lockedUntil && { $push: { changes: change(action, by, now) } }),
      },
    );
    if (modifiedCount === 1) return undefined;
    // Another try at the same moment came first.
    current = await Accounts.findById(account._id).lean<Account>();
  }
  return undefined;
}
