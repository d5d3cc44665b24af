import type { Request, RequestHandler } from 'express';
import { cameWithoutCookie } from './errors.js';
import { csrfToken } from './csrf.js';
import { layout } from './messages.js';
import { noticeFor } from './notice.js';

/** Who is signed in, as the head of the page shows them. */
export interface Person {
  name: string;
  menu: { path: string; name: string }[];
  /** Something has to be done first, and there is no way around it. */
  isHeldUp: boolean;
  /** What the employer asks, under the title of every page. */
  reminder: string | undefined;
}

/** What the layout needs before, or without, a session: an error page has no more. */
export const withoutSession = { person: undefined, notice: undefined, problems: [], staleForm: [] };

/** What every page may use. Nothing else writes res.locals. */
export const locals =
  (personOf: (req: Request) => Person | undefined, now: () => Date): RequestHandler =>
  (req, res, next) => {
    res.locals = {
      ...res.locals,
      person: personOf(req),
      notice: noticeFor(req, now()),
      staleForm: req.staleForm
        ? [layout.staleForm, ...(cameWithoutCookie(req) ? [layout.noCookies] : [])]
        : [],
      csrfToken: () => csrfToken(req, res),
    };
    next();
  };
