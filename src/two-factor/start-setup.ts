import type { Account } from '../models/account.js';
import type { SecretBox } from './secret-box.js';
import { newSecret } from './totp.js';

declare module 'express-session' {
  interface SessionData {
    /** The secret that waits for its first code; it is nowhere else. */
    setup?: Setup;
  }
}

export interface Setup {
  box: string;
  since: Date;
}

/** Milliseconds for which a secret waits for its first code. */
const waits = 30 * 60_000;

/** A new secret for who just gave their password. */
export const startSetup = (account: Account, secretBox: SecretBox, now: Date): Setup => ({
  box: secretBox.seal(newSecret(), account._id, 'unconfirmed'),
  since: now,
});

/** The secret that still waits, or undefined: then the password is asked again. */
export function waitingSecret(
  setup: Setup | undefined,
  account: Account,
  secretBox: SecretBox,
  now: Date,
): string | undefined {
  if (!setup || now.getTime() - setup.since.getTime() >= waits) return undefined;
  return secretBox.open(setup.box, account._id, 'unconfirmed');
}
