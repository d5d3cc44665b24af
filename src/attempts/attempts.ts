import type { Config } from '../config.js';
import { createHide } from './hide.js';
import { createLetterLimits, type LetterLimits } from './letters.js';
import { createOfficerLimits, type OfficerLimits } from './officers.js';
import { createSignInAttempts, type SignInAttempts } from './sign-in.js';

/** Tries, counted in MongoDB before they are checked, so that those at the same moment all count. */
export type Attempts = SignInAttempts & LetterLimits & OfficerLimits;

/** @param hidingKey keys the names in the database */
export function createAttempts(hidingKey: Buffer, tries: Config['tries'], now: () => Date): Attempts {
  const hide = createHide(hidingKey);
  return {
    ...createSignInAttempts(hide, tries, now),
    ...createLetterLimits(hide, tries),
    ...createOfficerLimits(tries),
  };
}
