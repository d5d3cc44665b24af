import type { Request, RequestHandler, Response } from 'express';
import { isLanguage, languages, type Language } from '../language.js';
import { cookie, cookieName } from './cookies.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** In which whoever asks reads the answer. */
    language: Language;
  }
}

const oneYear = 365 * 24 * 60 * 60_000;
const languageCookie = (secure: boolean) => cookieName('taal', secure);

/** Dutch for everybody whose browser does not say that English would be better. */
const asBrowserAsks = (req: Request): Language => {
  const accepted = req.acceptsLanguages([...languages]);
  return isLanguage(accepted) ? accepted : languages[0];
};

/** The language of a browser: as was chosen in it, or else as it asks. */
export const readBrowserLanguage =
  (secure: boolean): RequestHandler =>
  (req, _res, next) => {
    const chosen = cookie(req, languageCookie(secure));
    req.language = isLanguage(chosen) ? chosen : asBrowserAsks(req);
    next();
  };

/** Keeps what was chosen in this browser, for who is not signed in. */
export function rememberLanguage(res: Response, language: Language, secure: boolean): void {
  res.cookie(languageCookie(secure), language, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: oneYear,
  });
}
