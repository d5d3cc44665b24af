import { Accounts, type Account } from '../models/account.js';
import type { SecretBox } from '../two-factor/secret-box.js';
import { timeStepOf } from '../two-factor/totp.js';
import { addLogin } from './add-login.js';
import type { Stage } from './stage.js';

export type CodeOutcome =
  | { outcome: 'signed-in'; stage: Stage }
  | { outcome: 'wrong-code' | 'used-code' | 'login-ended' };

/** Checks the code of somebody whose password was right, and signs them in with it. */
export async function checkCode(
  account: Account,
  code: string,
  now: Date,
  secretBox: SecretBox,
): Promise<CodeOutcome> {
  if (account.twoFactor.state === 'off') return { outcome: 'login-ended' };
  const timeStep = timeStepOf(secretBox.open(account.twoFactor.secret, account._id, 'confirmed'), code, now);
  if (timeStep === undefined) return { outcome: 'wrong-code' };
  const stage = await addLogin(account, { twoFactor: 'on', timeStep }, now);
  if (stage) return { outcome: 'signed-in', stage };
  const unchanged = await Accounts.exists({ _id: account._id, version: account.version });
  return { outcome: unchanged ? 'used-code' : 'login-ended' };
}
