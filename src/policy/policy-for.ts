import type { Account } from '../models/account.js';
import { Employers } from '../models/employer.js';
import type { TwoFactorPolicy } from '../models/policy.js';

/** What the employer of an account asks of people like them. */
export async function policyFor({ employer, kind }: Account): Promise<TwoFactorPolicy> {
  // Not lean: an employer from before there were policies gets the default.
  const { policy } = await Employers.findById(employer, 'policy').orFail();
  return policy[kind];
}
