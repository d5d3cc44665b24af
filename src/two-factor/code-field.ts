import type { Request } from 'express';
import { field, type Problem } from '../web/form.js';
import { messages } from './messages.js';
import { readCode } from './totp.js';

/** Name of the field on every page that asks a verification code. */
const name = 'verificatiecode';

/** The typed code, or in words why it cannot be one: such a try is not checked and does not count. */
export function codeField(req: Request): { code: string } | { problem: string } {
  const typed = field(req, name);
  const code = readCode(typed);
  if (code !== undefined) return { code };
  const words = messages(req).codeProblems;
  return { problem: typed.trim() === '' ? words.noCode : words.notSixDigits };
}

/** What is wrong with the code, for beside its field and on top of the page. */
export const codeProblem = (text: string): Problem[] => [{ field: name, text }];

/** The same for a recovery code. */
export const recoveryProblem = (text: string): Problem[] => [{ field: 'herstelcode', text }];
