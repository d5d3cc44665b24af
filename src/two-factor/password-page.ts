import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { isPassword } from '../sign-in/password.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { field, type Problem } from '../web/form.js';
import { passwordPage as t } from './messages.js';
import { startSetup } from './start-setup.js';

const show = (req: Request, res: Response, problems: Problem[]) => {
  const { account } = signedInVisitor(req);
  res.render('two-factor/password', { t, problems, username: account.username, hadBarcode: req.session.setup !== undefined });
};

async function problemWith({ attempts }: Deps, req: Request): Promise<string | undefined> {
  const { account } = signedInVisitor(req);
  const password = field(req, 'wachtwoord');
  if (password === '') return t.noPassword;
  const takeBack = await attempts.password(account.username ?? '', req.ip ?? '');
  if (!(await isPassword(password, account.passwordHash))) return t.wrongPassword;
  await takeBack();
  return undefined;
}

/** Asks the password, and gives a new secret to set two-factor up with. */
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
    req.session.setup = startSetup(signedInVisitor(req).account, deps.secretBox, deps.now());
    res.redirect(303, paths.twoFactorSetup);
  },
});
