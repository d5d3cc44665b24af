import type { OutgoingMail } from '../models/outgoing-mail.js';

const minutes = 60_000;
const longestWait = 4 * 60 * minutes;
const longest = 24 * 60 * minutes;
/** As many as come of a day of trying. */
const leastTries = 12;

/** When a letter is tried again that was tried so often: after 2 minutes, then ever later. */
export const retryAt = (tries: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(minutes * 2 ** tries, longestWait));

/** Whether a letter was tried for a day: where the portal itself was down that day, it was not. */
export const isTriedForADay = ({ since, tries }: OutgoingMail, now: Date): boolean =>
  now.getTime() - since.getTime() >= longest && tries >= leastTries;

// What nodemailer's errors say.
const told = (error: unknown) =>
  error as { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown };

/**
 * The mail server says that this address does not exist, or takes no mail: it will say so again. What it refuses for
 * another reason, such as a portal that may not send by it, an administrator can mend within the day.
 */
export function isFinal(error: unknown): boolean {
  const { command, responseCode, response } = told(error);
  if (command !== 'RCPT TO' || Number(responseCode) < 500) return false;
  // RFC 3463: 5.1 is about the address, 5.2 about the mailbox.
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3})\.\d{1,3}\b/.exec(String(response)) ?? [];
  return enhanced === undefined
    ? [550, 551, 553].includes(Number(responseCode))
    : ['5.1', '5.2'].includes(enhanced);
}

/** The mail server was not reached, or answered no more: it has not looked at the letter. */
export const isServerAway = (error: unknown): boolean =>
  ['EABORT', 'ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS'].includes(
    String(told(error).code),
  );
