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
  /** Somebody asked for it, by giving the password once more. One that every login brings is shown for 5 minutes. */
  asked: boolean;
  /** How many steps the phone's clock seemed off at the last wrong code. */
  offset?: number;
}

/** Milliseconds for which a secret waits for its first code. */
const waits = 30 * 60_000;

/** Milliseconds for which the password that was given at login is enough to see the secret. */
const freshPassword = 5 * 60_000;

/** A new secret for who just gave their password. */
export const startSetup = (account: Account, secretBox: SecretBox, now: Date, asked: boolean): Setup => ({
  box: secretBox.seal(newSecret(), account._id, 'unconfirmed'),
  since: now,
  asked,
});

/** Until when the secret waits. */
export const waitsUntil = ({ since }: Setup): Date => new Date(since.getTime() + waits);

const age = (setup: Setup, now: Date) => now.getTime() - setup.since.getTime();

/** Whether the secret may be shown without asking the password once more. */
export const mayBeShown = (setup: Setup | undefined, now: Date): boolean =>
  setup !== undefined && (setup.asked || age(setup, now) < freshPassword);

/** The secret that still waits, or undefined: then the password is asked again. */
export function waitingSecret(
  setup: Setup | undefined,
  account: Account,
  secretBox: SecretBox,
  now: Date,
): string | undefined {
  if (!setup || age(setup, now) >= waits) return undefined;
  return secretBox.open(setup.box, account._id, 'unconfirmed');
}
