import { finished } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { originOf } from '../web/origin.js';
import { answerRequests, askForPassword } from './forgotten-password.js';
import { messages } from './messages.js';

const show = (res: Response, problems: Problem[]) => {
  res.render('my-account/forgotten-password', { t: messages(res.req).forgottenPage, problems });
};

/** Asks the letter for whoever has this name, and says the same to everybody. */
export async function askLetter(deps: Deps, req: Request, res: Response, name: string): Promise<void> {
  await deps.attempts.passwordRequest(req.ip ?? '');
  await askForPassword(deps, name, originOf(req));
  redirectWithNotice(req, res, paths.signIn, messages(req).forgottenPage.done, deps.now());
  // The session is kept before the answer leaves, and only then is looked whom this is about: its time does not tell.
  const left = finished(res).catch(() => undefined);
  void deps.background.run(left.then(() => answerRequests(deps)));
}

/** "Wachtwoord vergeten": one answer, whoever asks. */
export const forgottenPasswordPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(_req: Request, res) {
    show(res, []);
  },

  async submit(req, res) {
    const t = messages(req).forgottenPage;
    const typed = field(req, 'naam');
    if (typed.trim() === '') {
      show(res.status(400), [{ field: 'naam', text: t.empty }]);
      return;
    }
    await askLetter(deps, req, res, typed);
  },
});
