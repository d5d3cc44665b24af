import { hkdfSync } from 'node:crypto';

const uses = ['links', 'attempts', 'known-browser', 'answers'] as const;

/** A key for each thing that the session secret is for, beside the cookie of a session. */
export type Keys = Record<(typeof uses)[number], Buffer>;

/**
 * Derives them (HKDF-SHA-256, RFC 5869), each 256 bits. One key for all would let one use make what another trusts: a name
 * that is hidden in the count of tries could be that of a link.
 */
export const keysFrom = (sessionSecret: string): Keys =>
  Object.fromEntries(
    uses.map((use) => [use, Buffer.from(hkdfSync('sha256', sessionSecret, '', use, 32))]),
  ) as Keys;
