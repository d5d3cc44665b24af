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

/** The time step for which this code is right, or undefined. */
export function timeStepOf(secret: string, code: string, now: Date): number | undefined {
  // One step either way: phones drift, and typing takes time (RFC 6238, 5.2).
  const result = verifySync({
    secret,
    token: code,
    period,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: period,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** What the QR code says to the app, which shows it as "Werknemerloket (EMPLOYER):USERNAME". */
export const keyUri = (secret: string, employer: string, username: string): string =>
  generateURI({
    // A colon would end the issuer in the label.
    issuer: `Werknemerloket (${employer.replaceAll(':', ' ')})`,
    label: username,
    secret,
  });
