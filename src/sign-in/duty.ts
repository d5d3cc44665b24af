import type { Account } from '../models/account.js';
import { isRequired } from '../models/policy.js';
import { policyFor } from '../policy/policy-for.js';
import type { PasswordProof } from './stage.js';

/** What somebody has to do before anything else. */
export type Duty = 'set-up-two-factor' | 'choose-password';

/** What the employer's policy makes of who is signed in. */
export type Standing =
  | { stage: 'signed-in'; /** When two-factor becomes a duty. */ twoFactorFrom?: Date | undefined }
  | { stage: 'held-up'; duty: Duty };

export async function standingOf(account: Account, password: PasswordProof, now: Date): Promise<Standing> {
  if (account.twoFactor.state === 'off') {
    const policy = await policyFor(account);
    if (isRequired(policy, now)) return { stage: 'held-up', duty: 'set-up-two-factor' };
    if (!password.isTooShort && policy.state === 'required')
      return { stage: 'signed-in', twoFactorFrom: policy.from };
  }
  return password.isTooShort ? { stage: 'held-up', duty: 'choose-password' } : { stage: 'signed-in' };
}
