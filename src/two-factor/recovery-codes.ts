import { randomBytes, randomInt } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { RecoveryCodes } from '../models/account.js';

/** So many that are left, or fewer, are a reason to make new ones. */
export const few = 3;

const howMany = 10;
const length = 16;
// Without letters and digits that look alike: I, L, O, U, 0 and 1.
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

// 16 of 30 letters make 78 bits: hashed as a password is, with argon2id (ASVS 6.5.2 asks that below 112 bits).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const hash = async (code: string, salt: string): Promise<string> =>
  (await hashRaw(code, { ...cost, salt: Buffer.from(salt, 'base64') })).toString('base64');

const newCode = () => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Ten new codes: as the person sees them, once, and as the account keeps them. */
export async function newRecoveryCodes(): Promise<{ codes: string[]; kept: RecoveryCodes }> {
  const codes = Array.from({ length: howMany }, newCode);
  const salt = randomBytes(16).toString('base64');
  const hashes = await Promise.all(codes.map((code) => hash(code, salt)));
  return { codes, kept: { salt, hashes, kept: false } };
}

/** What somebody typed, as a recovery code: spaces, hyphens and small letters do not matter; or why it cannot be one. */
export function readRecoveryCode(typed: string): { code: string } | 'not-16' | 'look-alike' {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  if (code.length !== length) return 'not-16';
  return Array.from(code).every((letter) => alphabet.includes(letter)) ? { code } : 'look-alike';
}

/** The hash under which the account has this code, or undefined. */
export async function findRecoveryCode(
  kept: RecoveryCodes | undefined,
  code: string,
): Promise<string | undefined> {
  const found = await hash(code, kept?.salt ?? randomBytes(16).toString('base64'));
  return kept?.hashes.includes(found) ? found : undefined;
}
