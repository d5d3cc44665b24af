import { Accounts, type Account } from '../models/account.js';
import { normaliseUsername } from '../models/names.js';
import type { Passwords } from './password.js';

export type PasswordOutcome =
  { outcome: 'refused' } | { outcome: 'blocked' } | { outcome: 'accepted'; account: Account };

// The password is at hand only now. It stays the same, so no version rises and no login ends.
async function renewHash(
  { _id, passwordHash }: Account,
  password: string,
  passwords: Passwords,
): Promise<void> {
  if (passwordHash === undefined || !passwords.isOutdated(passwordHash)) return;
  // The old hash in the filter: a password that was changed meanwhile stays changed.
  await Accounts.updateOne({ _id, passwordHash }, { $set: { passwordHash: await passwords.hash(password) } });
}

/** Only who knows the password hears that the account is blocked; for all others every account looks the same. */
export async function checkPassword(
  typedUsername: string,
  password: string,
  passwords: Passwords,
): Promise<PasswordOutcome> {
  const account = await Accounts.findOne({ username: normaliseUsername(typedUsername) }).lean<Account>();
  const isRight = await passwords.isRight(password, account?.passwordHash);
  if (!account || !isRight) return { outcome: 'refused' };
  await renewHash(account, password, passwords);
  if (account.access.state === 'active') return { outcome: 'accepted', account };
  return { outcome: account.access.state === 'blocked' ? 'blocked' : 'refused' };
}
