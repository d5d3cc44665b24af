import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { isOwnPassword } from '../sign-in/own-password.js';
import { giveFreshPassword } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { field, type Problem } from '../web/form.js';
import { messages } from './messages.js';
import { startSetup } from './start-setup.js';

const show = (req: Request, res: Response, problems: Problem[]) => {
  const { account } = signedInVisitor(req);
  res.render('two-factor/password', {
    t: messages(req).passwordPage,
    problems,
    username: account.username,
    hadBarcode: req.session.setup !== undefined,
  });
};

async function problemWith(deps: Deps, req: Request): Promise<string | undefined> {
  const t = messages(req).passwordPage;
  const password = field(req, 'wachtwoord');
  if (password === '') return t.noPassword;
  return (await isOwnPassword(deps, req, password)) ? undefined : t.wrongPassword;
}

/** Asks the password once more, before two-factor changes; and gives a new secret to set it up with. */
export const passwordPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    show(req, res, []);
  },

  async submit(req, res) {
    const problem = await problemWith(deps, req);
    if (problem !== undefined) {
      show(req, res.status(400), [{ field: 'wachtwoord', text: problem }]);
      return;
    }
    const next = req.session.afterPassword ?? paths.twoFactor;
    await giveFreshPassword(req, deps.now());
    req.session.setup = startSetup(signedInVisitor(req).account, deps.secretBox, deps.now(), true);
    res.redirect(303, next);
  },
});
