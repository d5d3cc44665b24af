import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { signedInVisitor } from '../sign-in/visitor.js';

declare module 'express-session' {
  interface SessionData {
    /** The page that asked for the password. */
    afterPassword?: string;
  }
}

/** Milliseconds for which the password counts as just given. */
export const toSee = 5 * 60_000;
// Whoever saw the page in time may take a while to fill it in.
const toSubmit = 30 * 60_000;

/** Milliseconds since the password was last given. */
export const passwordAge = ({ now }: Deps, req: Request): number =>
  now().getTime() - signedInVisitor(req).password.at.getTime();

/**
 * For what changes who can get in: first asks the password, when it was last given over 5 minutes ago.
 * @param page where to go then
 * @param submitWithin other than for a page that asks it itself
 */
export const requireFreshPassword =
  (deps: Deps, page: string, submitWithin = toSubmit): RequestHandler =>
  (req, res, next) => {
    const age = passwordAge(deps, req);
    if (age < (req.method === 'GET' ? toSee : submitWithin)) {
      next();
      return;
    }
    req.session.afterPassword = page;
    res.redirect(303, paths.twoFactorPassword);
  };
