import type { Reading } from '../language.js';
import type { Account } from '../models/account.js';
import { Employers } from '../models/employer.js';
import { passwordFault, shortestPassword } from '../sign-in/password-rules.js';
import { messages } from './messages.js';

export interface NewPasswordRules {
  /** What the page asks for, in words. */
  hint: string;
  /** What is wrong with a password, in words; undefined when nothing is. */
  problemWith(typed: string): string | undefined;
}

/** What a new password of somebody has to be, as the policy of their employer is now. */
export async function newPasswordRules(
  { username = '', email, employer, kind }: Account,
  now: Date,
  reader: Reading,
): Promise<NewPasswordRules> {
  const { newPassword: t, passwordFaults } = messages(reader);
  const { name, policy } = await Employers.findById(employer).orFail();
  const shortest = shortestPassword(policy[kind], now);
  return {
    hint: t.hint(shortest),
    problemWith(typed) {
      if (typed === '') return t.empty;
      const fault = passwordFault(typed, { username, email, employer: name }, shortest);
      return fault && passwordFaults(shortest)[fault];
    },
  };
}
