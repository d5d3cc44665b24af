import type { RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { redirectWithNotice } from '../web/notice.js';
import { endLogin } from './add-login.js';
import { messages } from './messages.js';
import { enter } from './stage.js';
import { signedInVisitor } from './visitor.js';

/** Ends this login, and the session with it. */
export const signOut =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    const { account, login } = signedInVisitor(req);
    await endLogin(account, login);
    await enter(req, undefined);
    req.log.info('signed out');
    // Who has the browser next finds nothing by going back. Not the cookies: one keeps guesses of others away.
    res.set('Clear-Site-Data', '"cache", "storage"');
    redirectWithNotice(req, res, paths.signIn, messages(req).passwordPage.signedOut, now());
  };

/** Leaves the code page: the password counts for nothing any more. */
export const cancelSignIn: RequestHandler = async (req, res) => {
  await enter(req, undefined);
  res.redirect(303, paths.signIn);
};
