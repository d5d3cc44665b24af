import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Config } from '../config.js';

/** Hashes passwords: argon2id, in the PHC string format, at the cost of the settings. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether it is the password of this hash; takes as long, and says no, where there is none. */
  isRight(password: string, passwordHash: string | undefined): Promise<boolean>;
  /** Whether the hash was made at a lower cost than that of the settings. */
  isOutdated(passwordHash: string): boolean;
}

/** One form for what different keyboards make of the same password: one composes é, another does not. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

const unpadded = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');

/** @param cost of one hash: memory in KiB, and passes over it */
export function createPasswords({ memory, passes }: Config['argon2']): Passwords {
  // Somebody who does not exist costs the same time as somebody who does; nothing hashes to this.
  const nobody = `$argon2id$v=19$m=${memory},t=${passes},p=1$${unpadded(16)}$${unpadded(32)}`;
  return {
    // argon2id is the library's default.
    hash: (password) =>
      hash(normalisePassword(password), { memoryCost: memory, timeCost: passes, parallelism: 1 }),
    async isRight(password, passwordHash) {
      const matches = await verify(passwordHash ?? nobody, normalisePassword(password));
      return matches && passwordHash !== undefined;
    },
    isOutdated(passwordHash) {
      const [, m, t] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(passwordHash) ?? [];
      return !(Number(m) >= memory && Number(t) >= passes);
    },
  };
}
