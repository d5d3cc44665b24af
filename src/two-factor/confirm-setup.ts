import { change } from '../changes/change.js';
import { onlyLogin } from '../sign-in/add-login.js';
import { Accounts, type Account, type TwoFactor } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { codeLock, countWrong, noTries, notLocked, type CodeLimits, type CodeLock } from './code-tries.js';
import { newRecoveryCodes } from './recovery-codes.js';
import type { SecretBox } from './secret-box.js';
import { clockOffset, timeStepOf } from './totp.js';

/** The answer to a code for a secret that waits for its first one. */
export type FirstCode =
  | { timeStep: number }
  | { locked: CodeLock }
  /** By how many steps the phone's clock seems off, where the code shows that. */
  | { wrong: true; offset: number | undefined };

/**
 * Checks the first code of a secret. Wrong ones count, also where they show that the phone's clock is off.
 * @param despiteLock beside a recovery code, which works while codes are locked
 */
export async function checkFirstCode(
  account: Account,
  secret: string,
  code: string,
  by: Actor,
  now: Date,
  limits: CodeLimits,
  { despiteLock = false } = {},
): Promise<FirstCode> {
  const before = despiteLock ? undefined : codeLock(account, now);
  if (before) return { locked: before };
  const timeStep = timeStepOf(secret, code, now);
  if (timeStep !== undefined) return { timeStep };
  const locked = await countWrong(account, limits, by, now);
  return locked ? { locked } : { wrong: true, offset: clockOffset(secret, code, now) };
}

/** A confirmed secret as the account keeps it; the code that proved it is spent. */
export const confirmed = (
  account: Account,
  secret: string,
  timeStep: number,
  now: Date,
  secretBox: SecretBox,
): TwoFactor => ({
  state: 'on',
  secret: secretBox.seal(secret, account._id, 'confirmed'),
  since: now,
  lastStep: timeStep,
});

/**
 * Switches two-factor on, and ends all other logins.
 * @returns the recovery codes, to be shown once, and the login that is left; null when two-factor is on already, or the account changed since it was read
 */
export async function confirmSetup(
  account: Account,
  login: string,
  secret: string,
  timeStep: number,
  by: Actor,
  now: Date,
  secretBox: SecretBox,
): Promise<{ codes: string[]; login: string } | null> {
  const { codes, kept } = await newRecoveryCodes();
  const only = onlyLogin(account, login);
  const { modifiedCount } = await Accounts.updateOne(
    {
      _id: account._id,
      version: account.version,
      'twoFactor.state': 'off',
      'logins.id': login,
      ...notLocked(now),
    },
    {
      $set: {
        twoFactor: confirmed(account, secret, timeStep, now, secretBox),
        codeTries: noTries,
        recovery: kept,
        logins: only.logins,
      },
      $inc: { version: 1 },
      $push: { changes: change('two-factor-on', by, now) },
    },
  );
  return modifiedCount === 1 ? { codes, login: only.login } : null;
}
