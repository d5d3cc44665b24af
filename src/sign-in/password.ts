import { hash, verify } from '@node-rs/argon2';

// OWASP password storage: argon2id (the library's default), 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longest password that counts; all of it does. */
export const longestPassword = 128;
/** Shortest, in code points: NIST SP 800-63B-4 where a password alone can be enough. */
export const shortestPassword = 15;

// One person's keyboard composes é, another's does not.
const normalise = (password: string) => password.normalize('NFKC');

/** `'too-short' | 'too-long'`, or undefined for a password that will do. */
export function passwordFault(password: string): 'too-short' | 'too-long' | undefined {
  const { length } = Array.from(normalise(password));
  if (length < shortestPassword) return 'too-short';
  return length > longestPassword ? 'too-long' : undefined;
}

/** argon2id in the PHC string format. */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), cost);

// Somebody who does not exist costs the same time as somebody who does.
const nobody = hashPassword('nobody has this password');

/** Whether it is the password of this hash; takes as long, and says no, where there is none. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), normalise(password));
  return matches && passwordHash !== undefined;
}
