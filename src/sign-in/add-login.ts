import { randomBytes } from 'node:crypto';
import { Accounts, mostLogins, type Account, type Login } from '../models/account.js';
import { signedIn, type Stage } from './stage.js';

/** What must hold of two-factor at the moment of signing in, and what is spent by it. */
export type Proof = { twoFactor: 'off' } | { twoFactor: 'on'; timeStep: number };

const condition = (proof: Proof) =>
  proof.twoFactor === 'off'
    ? { 'twoFactor.state': 'off' }
    : { 'twoFactor.state': 'on', 'twoFactor.lastStep': { $lt: proof.timeStep } };

/**
 * Adds a live login to the account, and spends the code's time step, in one update.
 * @returns the stage to enter; null when the account changed since it was read, or the step was spent
 */
export async function addLogin(account: Account, proof: Proof, now: Date): Promise<Stage | null> {
  const login = randomBytes(16).toString('base64url');
  const before = await Accounts.findOneAndUpdate(
    { _id: account._id, version: account.version, 'access.state': 'active', ...condition(proof) },
    {
      $push: { logins: { $each: [{ id: login, since: now, seen: now }], $slice: -mostLogins } },
      $set: { lastLoginAt: now, ...(proof.twoFactor === 'on' && { 'twoFactor.lastStep': proof.timeStep }) },
    },
    { returnDocument: 'before' },
  ).lean<Account>();
  return before && signedIn(before, login, before.lastLoginAt);
}

const oneMinute = 60_000;

/** Notes that somebody is still there. To the minute: not every click is worth a write. */
export async function markSeen(account: Account, { id, seen }: Login, now: Date): Promise<void> {
  if (now.getTime() - seen.getTime() < oneMinute) return;
  await Accounts.updateOne({ _id: account._id, 'logins.id': id }, { $set: { 'logins.$.seen': now } });
}

/** Ends one login: from now on its session is worth nothing, whatever is still running in it. */
export async function endLogin(account: Account, login: string): Promise<void> {
  await Accounts.updateOne({ _id: account._id }, { $pull: { logins: { id: login } } });
}
