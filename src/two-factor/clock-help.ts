import type { Request } from 'express';
import { dateTime } from '../dates.js';
import type { Problem } from '../web/form.js';
import { codeProblem } from './code-field.js';
import { messages } from './messages.js';

// One step is what every code may be off.
const notable = 2;

/**
 * What to say of a wrong first code. Two in a row that are off by the same time show that the phone's clock is.
 * @param offset in steps, where the code is right at another time
 */
export function helpWithClock(req: Request, offset: number | undefined, now: Date): Problem[] {
  const { setup } = req.session;
  const words = messages(req).codeProblems;
  if (!setup) return codeProblem(words.wrongCode);
  const before = setup.offset;
  delete setup.offset;
  if (offset !== undefined) setup.offset = offset;
  if (offset === undefined || Math.abs(offset) < notable) return codeProblem(words.wrongCode);
  if (before === undefined || Math.abs(offset - before) > 1) return codeProblem(words.oldCode);
  return codeProblem(
    words.clockIsOff(Math.max(1, Math.round(Math.abs(offset) / 2)), offset < 0, dateTime(now, req)),
  );
}
