import type { RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { isLanguage } from '../language.js';
import { paths } from '../paths.js';
import { keepLanguage } from '../sign-in/own-language.js';
import { Unintelligible } from '../web/errors.js';
import { field } from '../web/form.js';
import { rememberLanguage } from '../web/reader.js';

/** The page on which the language was chosen; the first page when that lies elsewhere. */
export function pageIn(typed: string, baseUrl: URL): string {
  const page = URL.canParse(typed, baseUrl.href) ? new URL(typed, baseUrl) : undefined;
  // Two slashes in front would name another site.
  const isOurs = page?.origin === baseUrl.origin && !page.pathname.startsWith('//');
  return isOurs ? page.pathname + page.search : paths.home;
}

/** Changes the language, in this browser and for who is signed in, and goes back to the page. */
export const chooseLanguage =
  ({ config }: Deps): RequestHandler =>
  async (req, res) => {
    const language = field(req, 'taal');
    if (!isLanguage(language)) throw new Unintelligible();
    rememberLanguage(res, language, config.baseUrl.protocol === 'https:');
    if (req.visitor.stage !== 'anonymous') await keepLanguage(req.visitor.account, language);
    // What it says is in the other language.
    delete req.session.notice;
    res.redirect(303, pageIn(field(req, 'terug'), config.baseUrl));
  };
