import type { OutgoingMail } from '../models/outgoing-mail.js';

const minutes = 60_000;
const longestWait = 4 * 60 * minutes;
const longest = 24 * 60 * minutes;

/** When a letter is tried again: after 2 minutes, which is longer than a try can take, then ever later. */
export const retryAt = (tries: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(2 * minutes * 2 ** tries, longestWait));

/** Whether a letter was tried for a day. */
export const triedFor = ({ since }: OutgoingMail, now: Date): boolean =>
  now.getTime() - since.getTime() >= longest;

// What nodemailer's errors say.
const told = (error: unknown) => error as { code?: unknown; command?: unknown; responseCode?: unknown };

/** The mail server says that this address does not exist, or takes no mail: it will say so again. */
export const isFinal = (error: unknown): boolean =>
  told(error).command === 'RCPT TO' && Number(told(error).responseCode) >= 500;

/** The mail server was not reached, or answered no more: it has not looked at the letter. */
export const isServerAway = (error: unknown): boolean =>
  ['EABORT', 'ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS'].includes(
    String(told(error).code),
  );
