import { Accounts, type Account } from '../models/account.js';
import { normaliseUsername } from '../models/names.js';
import { isPassword } from './password.js';

export type PasswordOutcome =
  | { outcome: 'refused' }
  | { outcome: 'blocked' }
  | { outcome: 'accepted'; account: Account };

/** Only who knows the password hears that the account is blocked; for all others every account looks the same. */
export async function checkPassword(typedUsername: string, password: string): Promise<PasswordOutcome> {
  const account = await Accounts.findOne({ username: normaliseUsername(typedUsername) }).lean<Account>();
  const isRight = await isPassword(password, account?.passwordHash);
  if (!account || !isRight) return { outcome: 'refused' };
  if (account.access.state === 'active') return { outcome: 'accepted', account };
  return { outcome: account.access.state === 'blocked' ? 'blocked' : 'refused' };
}
