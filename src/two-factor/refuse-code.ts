import type { Response } from 'express';
import { duration } from '../dates.js';
import type { Problem } from '../web/form.js';
import { codeProblem } from './code-field.js';
import { codeProblems as words } from './messages.js';
import type { CodeLock } from './code-tries.js';
import type { Answer } from './second-factor.js';

export type Refusal = Exclude<Answer, { right: unknown }>;

function lockProblem(res: Response, lock: CodeLock, now: Date, say: (wait: string) => string): Problem[] {
  res.status(429);
  if (lock === 'for-good') return codeProblem(words.lockedForGood);
  const seconds = Math.ceil((lock.until.getTime() - now.getTime()) / 1000);
  res.set('Retry-After', String(seconds));
  return codeProblem(say(duration(seconds)));
}

/** Sets the status of an answer that refuses a code, and says what stands beside the field. */
export function refuseCode(
  res: Response,
  refusal: Refusal,
  now: Date,
  lockedWords = words.locked,
): Problem[] {
  if ('locked' in refusal) return lockProblem(res, refusal.locked, now, lockedWords);
  res.status(400);
  return refusal.problems;
}
