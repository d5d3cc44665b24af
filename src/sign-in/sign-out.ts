import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { redirectWithNotice } from '../web/notice.js';
import { endLogin } from './add-login.js';
import { messages } from './messages.js';
import { enter } from './stage.js';
import { isSignedIn } from './visitor.js';

/** Ends the login of whoever is there, or the one that waits for its code, and the session with it. */
export async function leave(req: Request, res: Response): Promise<void> {
  const { visitor } = req;
  if (isSignedIn(visitor)) await endLogin(visitor.account, visitor.login);
  await enter(req, undefined);
  req.log.info('signed out');
  // Who has the browser next finds nothing by going back. Not the cookies: one keeps guesses of others away.
  res.set('Clear-Site-Data', '"cache", "storage"');
}

export const signOut =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    await leave(req, res);
    redirectWithNotice(req, res, paths.signIn, messages(req).passwordPage.signedOut, now());
  };

/** Leaves the code page: the password counts for nothing any more. */
export const cancelSignIn: RequestHandler = async (req, res) => {
  await enter(req, undefined);
  res.redirect(303, paths.signIn);
};
