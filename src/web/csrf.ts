import csurf from 'csurf';
import type { Request, RequestHandler, Response } from 'express';
import { field } from './form.js';
import { Forbidden } from './errors.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** A form came with a token that is not this session's, and is shown again. */
    staleForm?: true;
  }
}

// From the body only: a token in an address ends up in logs and histories.
const protect = csurf({ value: (req) => field(req, '_csrf') });

const changes = (req: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(req.method);

/** Where the browser says the request came from; undefined where it does not say. */
function cameFromHere(req: Request, baseUrl: URL): boolean | undefined {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = req.get('Origin');
  return origin === undefined ? undefined : origin === baseUrl.origin;
}

/** Refuses forms that another site sent; a form whose token grew old comes back, as its own page with a fresh token. */
export const csrf =
  (baseUrl: URL): RequestHandler =>
  (req, res, next) => {
    if (!changes(req)) {
      next();
      return;
    }
    if (cameFromHere(req, baseUrl) === false) {
      req.log.warn({ event: 'other-site' }, 'form refused');
      throw new Forbidden();
    }
    protect(req, res, (error?: unknown) => {
      if (error !== undefined) {
        req.log.warn({ event: 'token' }, 'form refused');
        // As a GET it changes nothing, and ends at the page that the form stands on.
        req.method = 'GET';
        req.staleForm = true;
        res.status(403);
      }
      next();
    });
  };

/** Whether a form stands on a page of this session. */
export const hasToken = (req: Request): boolean => 'csrfSecret' in req.session;

/** The token for a form on this page. Made when a page asks for it: a page without a form needs no session. */
export function csrfToken(req: Request, res: Response): string {
  protect(req, res, () => undefined);
  return req.csrfToken();
}
