import { Accounts, type Account } from '../models/account.js';
import { normaliseUsername } from '../models/names.js';
import { policyFor } from '../policy/policy-for.js';
import type { Passwords } from './password.js';
import { passwordLength, shortestPassword } from './password-rules.js';

export type PasswordOutcome =
  | { outcome: 'refused' }
  | { outcome: 'blocked' | 'revoked' }
  | { outcome: 'accepted'; account: Account; isTooShort: boolean };

// The password is at hand only now. It stays the same, so no version rises and no login ends.
async function withFreshHash(account: Account, password: string, passwords: Passwords): Promise<Account> {
  const { _id, passwordHash } = account;
  if (passwordHash === undefined || !passwords.isOutdated(passwordHash)) return account;
  const renewed = await passwords.hash(password);
  // The old hash in the filter: a password that was changed meanwhile stays changed.
  await Accounts.updateOne({ _id, passwordHash }, { $set: { passwordHash: renewed } });
  return { ...account, passwordHash: renewed };
}

/** Only who knows the password hears that the account is blocked or has no access any more; for all others every account looks the same. */
export async function checkPassword(
  typedUsername: string,
  password: string,
  passwords: Passwords,
  now: Date,
): Promise<PasswordOutcome> {
  const found = await Accounts.findOne({ username: normaliseUsername(typedUsername) }).lean<Account>();
  const isRight = await passwords.isRight(password, found?.passwordHash);
  if (!found || !isRight) return { outcome: 'refused' };
  const account = await withFreshHash(found, password, passwords);
  if (account.access.state === 'active') {
    const shortest = shortestPassword(await policyFor(account), now);
    return { outcome: 'accepted', account, isTooShort: passwordLength(password) < shortest };
  }
  const { state } = account.access;
  return { outcome: state === 'blocked' || state === 'revoked' ? state : 'refused' };
}
