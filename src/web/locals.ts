import type { Request, RequestHandler } from 'express';
import { cameWithoutCookie } from './errors.js';
import { csrfToken, hasToken } from './csrf.js';
import { languages, type Reading } from '../language.js';
import { messages } from './messages.js';
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

/** The employer whose pages these are. */
export interface House {
  name: string;
  /** Whom to call, as a line to read. */
  contact: string | undefined;
  /** The address of its colour, for behind the portal's own sheet. */
  styleSheet: string | undefined;
  logo: { address: string; width: number; height: number } | undefined;
}

/** What the layout needs before, or without, a session: an error page has no more. */
export const withoutSession = {
  person: undefined,
  house: undefined,
  notice: undefined,
  problems: [],
  failures: [],
};

/** What a page has in the language of its reader. */
export function readingLocals(req: Request) {
  const { layout } = messages(req);
  const others = languages
    .filter((code) => code !== req.language)
    .map((code) => ({ code, name: messages({ language: code }).layout.ownName }));
  return { layout, language: req.language, otherLanguages: others };
}

/** What every page may use. Nothing else writes res.locals. */
export const locals =
  (
    personOf: (req: Request) => Person | undefined,
    houseOf: (req: Request) => Promise<House | undefined>,
    timeLimit: (reader: Reading) => string,
    now: () => Date,
  ): RequestHandler =>
  async (req, res, next) => {
    const { layout } = messages(req);
    const notice = noticeFor(req, now());
    res.locals = {
      ...res.locals,
      ...readingLocals(req),
      // Where who chooses another language comes back. A page without a form starts no session for it.
      here: () => (hasToken(req) ? req.originalUrl : undefined),
      timeLimit: timeLimit(req),
      person: personOf(req),
      house: await houseOf(req),
      notice: notice?.isFailure === false ? notice.text : undefined,
      failures: [
        ...(notice?.isFailure ? [notice.text] : []),
        // Who sends no cookies would fill the form in again for nothing.
        ...(req.staleForm ? [cameWithoutCookie(req) ? layout.noCookies : layout.staleForm] : []),
      ],
      csrfToken: () => csrfToken(req, res),
    };
    next();
  };
