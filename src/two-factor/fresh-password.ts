import type { RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { signedInVisitor } from '../sign-in/visitor.js';

declare module 'express-session' {
  interface SessionData {
    /** The page that asked for the password. */
    afterPassword?: string;
  }
}

const toSee = 5 * 60_000;
// Whoever saw the page in time may take a while to fill it in.
const toSubmit = 30 * 60_000;

/** For pages that change two-factor: first asks the password, when it was last given over 5 minutes ago. */
export const requireFreshPassword =
  ({ now }: Deps, page: string): RequestHandler =>
  (req, res, next) => {
    const age = now().getTime() - signedInVisitor(req).password.at.getTime();
    if (age < (req.method === 'GET' ? toSee : toSubmit)) {
      next();
      return;
    }
    req.session.afterPassword = page;
    res.redirect(303, paths.twoFactorPassword);
  };
