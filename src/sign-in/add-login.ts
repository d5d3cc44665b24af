import { randomBytes } from 'node:crypto';
import { Accounts, mostLogins, type Account, type Login } from '../models/account.js';
import type { RightCode } from '../two-factor/second-factor.js';
import { signedIn, type PasswordProof, type Stage } from './stage.js';

const newLoginId = () => randomBytes(16).toString('base64url');

/**
 * Adds a live login to the account, and spends the code, in one update.
 * @param code absent where two-factor is off
 * @returns the stage to enter; null when the account changed since it was read, or the code was spent
 */
export async function addLogin(
  account: Account,
  device: string | undefined,
  password: PasswordProof,
  now: Date,
  code?: RightCode,
): Promise<Stage | null> {
  const login = newLoginId();
  const before = await Accounts.findOneAndUpdate(
    {
      _id: account._id,
      version: account.version,
      'access.state': 'active',
      ...(code?.filter ?? { 'twoFactor.state': 'off' }),
    },
    {
      $push: {
        logins: { $each: [{ id: login, since: now, seen: now, device }], $slice: -mostLogins },
        changes: { $each: code?.changes ?? [] },
      },
      $set: { lastLoginAt: now, ...code?.set },
      ...(code?.pull && { $pull: code.pull }),
    },
    { returnDocument: 'before' },
  ).lean<Account>();
  return before && signedIn(before, login, password);
}

const oneMinute = 60_000;

/** Notes that somebody is still there. To the minute: not every click is worth a write. */
export async function markSeen(account: Account, { id, seen }: Login, now: Date): Promise<void> {
  if (now.getTime() - seen.getTime() < oneMinute) return;
  await Accounts.updateOne({ _id: account._id, 'logins.id': id }, { $set: { 'logins.$.seen': now } });
}

/**
 * What becomes of the logins when two-factor changes: this one goes on under a new id, all others end. The session that
 * had the old id is worth nothing, whatever is still running in it.
 */
export function onlyLogin({ logins }: Account, login: string): { logins: Login[]; login: string } {
  const id = newLoginId();
  return { logins: logins.filter((one) => one.id === login).map((one) => ({ ...one, id })), login: id };
}

/** Ends all logins of an account but this one. */
export async function endOtherLogins(account: Account, login: string): Promise<void> {
  await Accounts.updateOne({ _id: account._id }, { $pull: { logins: { id: { $ne: login } } } });
}

/** Ends one login: from now on its session is worth nothing, whatever is still running in it. */
export async function endLogin(account: Account, login: string): Promise<void> {
  await Accounts.updateOne({ _id: account._id }, { $pull: { logins: { id: login } } });
}
