import { employerStories } from './employer.js';
import { errorStories } from './errors.js';
import { houseStyleStories } from './house-style.js';
import { myAccountStories } from './my-account.js';
import { coverageStories } from './coverage.js';
import { leavingStories } from './leaving.js';
import { batchStories } from './batches.js';
import { importStories } from './import.js';
import { officerStories } from './officers.js';
import { policyStories } from './policy.js';
import { signInStories } from './sign-in.js';
import type { Story } from './story.js';
import { twoFactorStories } from './two-factor.js';

/** Every page, in every state: what checks pages checks all of these, and there is a picture of each. */
export const tour: Story[] = [
  ...signInStories,
  ...twoFactorStories,
  ...myAccountStories,
  ...policyStories,
  ...employerStories,
  ...officerStories,
  ...importStories,
  ...batchStories,
  ...leavingStories,
  ...coverageStories,
  ...houseStyleStories,
  ...errorStories,
];
