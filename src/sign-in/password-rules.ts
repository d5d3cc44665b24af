import { plain } from '../models/names.js';
import { isRequired, type TwoFactorPolicy } from '../models/policy.js';
import { isCommonPassword } from './common-passwords.js';
import { normalisePassword } from './password.js';

/** Longest password that counts; all of it does. */
export const longestPassword = 128;

/** Shortest, in code points (NIST SP 800-63B-4): less where the password is never enough by itself. */
export const shortestPassword = (policy: TwoFactorPolicy, now: Date): number =>
  isRequired(policy, now) ? 8 : 15;

/** Its length in code points, as it counts. */
export const passwordLength = (typed: string): number => Array.from(normalisePassword(typed)).length;

/** What anybody can know of the person whose password it is. */
export interface PasswordOwner {
  username: string;
  email: string;
  /** The employer's name. */
  employer: string;
}

export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'common'
  | 'repeated'
  | 'like-username'
  | 'like-email'
  | 'like-employer'
  | 'like-portal';

// A piece that would be too short by itself is not longer for being typed again.
function isShortPieceRepeated(password: string, shortest: number): boolean {
  const typed = Array.from(password.toLowerCase());
  const longestPiece = Math.min(shortest - 1, Math.ceil(typed.length / 2));
  const repeatsAfter = (piece: number) =>
    typed.every((letter, i) => i < piece || letter === typed[i - piece]);
  return Array.from({ length: longestPiece }, (_, i) => i + 1).some(repeatsAfter);
}

// Without case, accents, spaces and signs; what else there is, emoji for instance, counts.
const bare = (text: string) => plain(text).replace(/[\s\p{P}]/gu, '');

// What is added to a name has to be half a password by itself.
function isHardlyMoreThan(names: string[], password: string, shortest: number): boolean {
  const typed = bare(password);
  const rest = names
    .map(bare)
    .filter((name) => name !== '')
    .reduce((left, name) => left.replaceAll(name, ''), typed);
  return rest !== typed && Array.from(rest).length <= Math.floor(shortest / 2);
}

const namesOf = ({ username, email, employer }: PasswordOwner) =>
  ({
    // A number behind it tells namesakes apart.
    'like-username': [username, username.replace(/\d+$/, '')],
    'like-email': [email, email.replace(/@.*/, '')],
    'like-employer': [employer, ...employer.split(/\s+/).filter((word) => word.length > 3)],
    'like-portal': ['Werknemerloket'],
  }) satisfies Partial<Record<PasswordFault, string[]>>;

/** Why a password will not do, or undefined for one that will. There is no rule about kinds of characters. */
export function passwordFault(
  typed: string,
  owner: PasswordOwner,
  shortest: number,
): PasswordFault | undefined {
  const password = normalisePassword(typed);
  const length = passwordLength(typed);
  if (length < shortest) return 'too-short';
  if (length > longestPassword) return 'too-long';
  if (isCommonPassword(password)) return 'common';
  if (isShortPieceRepeated(password, shortest)) return 'repeated';
  const names = namesOf(owner);
  return (Object.keys(names) as (keyof typeof names)[]).find((fault) =>
    isHardlyMoreThan(names[fault], password, shortest),
  );
}
