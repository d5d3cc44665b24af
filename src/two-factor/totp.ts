import { generateSecret as randomSecret, generateURI, verifySync } from 'otplib';

/** Seconds in a time step (RFC 6238, X). */
const period = 30;

/** A new secret: 160 random bits (RFC 4226, R6), in base32. */
export const newSecret = (): string => randomSecret({ length: 20 });

/** The six digits that somebody typed, without spaces; undefined where it is anything else. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/\s/g, '');
  return /^[0-9]{6}$/.test(code) ? code : undefined;
}

function find(secret: string, code: string, now: Date, steps: number) {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, period, epoch, epochTolerance: steps * period });
  return result.valid && 'timeStep' in result ? result : undefined;
}

/** The time step for which this code is right, or undefined. */
export const timeStepOf = (secret: string, code: string, now: Date): number | undefined =>
  // One step either way: phones drift, and typing takes time (RFC 6238, 5.2).
  find(secret, code, now, 1)?.timeStep;

/** How many steps a phone's clock is off (10 minutes at the most), for a code that is not right; below zero it is slow. */
export const clockOffset = (secret: string, code: string, now: Date): number | undefined =>
  find(secret, code, now, 20)?.delta;

/** What the QR code says to the app, which shows it as "Werknemerloket (EMPLOYER):USERNAME". */
export const keyUri = (secret: string, employer: string, username: string): string =>
  generateURI({
    // A colon would end the issuer in the label.
    issuer: `Werknemerloket (${employer.replaceAll(':', ' ')})`,
    label: username,
    secret,
  });
