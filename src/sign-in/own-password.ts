import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { passwordTry } from './known-browser.js';
import { signedInVisitor } from './visitor.js';

/** Whether this is the password of who is signed in. Wrong ones count as they do at login. */
export async function isOwnPassword(deps: Deps, req: Request, typed: string): Promise<boolean> {
  const { username = '', passwordHash } = signedInVisitor(req).account;
  const takeBack = await deps.attempts.password(await passwordTry(deps, req, username));
  const isRight = await deps.passwords.isRight(typed, passwordHash);
  if (isRight) await takeBack();
  return isRight;
}
