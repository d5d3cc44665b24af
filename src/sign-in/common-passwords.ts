import { dictionary } from '@zxcvbn-ts/language-common';

// The 49,000 commonest from breaches, in lower case.
const common = new Set(dictionary['passwords-common']);

/** Whether it is a common password, or two of them in a row: most on the list are too short to be one alone. */
export function isCommonPassword(password: string): boolean {
  const typed = password.toLowerCase();
  if (common.has(typed)) return true;
  return Array.from(typed).some((_, at) => common.has(typed.slice(0, at)) && common.has(typed.slice(at)));
}
