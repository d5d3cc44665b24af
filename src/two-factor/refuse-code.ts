import type { Response } from 'express';
import { duration } from '../dates.js';
import type { Reading } from '../language.js';
import type { Problem } from '../web/form.js';
import { codeProblem, recoveryProblem } from './code-field.js';
import { messages } from './messages.js';
import type { CodeLock } from './code-tries.js';
import type { Answer } from './second-factor.js';

export type Refusal = Exclude<Answer, { right: unknown }>;

const secondsUntil = (until: Date, now: Date) => Math.ceil((until.getTime() - now.getTime()) / 1000);

/** Why no code works, and for how long. */
export function lockText(
  lock: CodeLock,
  now: Date,
  reader: Reading,
  which: 'locked' | 'lockedSetup' = 'locked',
): string {
  const words = messages(reader).codeProblems;
  if (lock === 'for-good') return words.lockedForGood;
  return words[which](duration(secondsUntil(lock.until, now), reader));
}

/** The same beside the field that does work: the one for a recovery code. */
export const lockProblem = (lock: CodeLock, now: Date, reader: Reading): Problem[] =>
  recoveryProblem(lockText(lock, now, reader));

const setLocked = (res: Response, lock: CodeLock, now: Date) => {
  res.status(429);
  if (lock !== 'for-good') res.set('Retry-After', String(secondsUntil(lock.until, now)));
};

/** Sets the status of an answer that refuses a code, and says what stands beside the field. */
export function refuseCode(res: Response, refusal: Refusal, now: Date): Problem[] {
  if ('locked' in refusal) {
    setLocked(res, refusal.locked, now);
    return lockProblem(refusal.locked, now, res.req);
  }
  res.status(400);
  return refusal.problems;
}

/** The same for the first code of a new key, for which no recovery code stands in. */
export function refuseFirstCode(res: Response, refusal: Refusal, now: Date): Problem[] {
  if (!('locked' in refusal)) return refuseCode(res, refusal, now);
  setLocked(res, refusal.locked, now);
  return codeProblem(lockText(refusal.locked, now, res.req, 'lockedSetup'));
}
