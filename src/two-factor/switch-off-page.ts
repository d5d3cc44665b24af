import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { enter } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import type { Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { codeField, codeProblem } from './code-field.js';
import { codeProblems, switchOffPage as t } from './messages.js';
import { switchOff } from './switch-off.js';

const show = (res: Response, problems: Problem[]) => {
  res.render('two-factor/switch-off', { t, problems });
};

async function attempt({ attempts, now, secretBox, relay }: Deps, req: Request, code: string) {
  const { account, login } = signedInVisitor(req);
  const clear = await attempts.code(account._id);
  const outcome = await switchOff(account, login, code, now(), secretBox);
  if (outcome === 'switched-off') {
    await clear();
    await relay.bring(account._id);
  }
  req.log.info({ event: outcome }, 'two-factor switch-off');
  return outcome;
}

export const switchOffPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(_req, res) {
    show(res, []);
  },

  async submit(req, res) {
    const typed = codeField(req);
    if ('problem' in typed) {
      show(res.status(400), codeProblem(typed.problem));
      return;
    }
    switch (await attempt(deps, req, typed.code)) {
      case 'switched-off':
        await enter(req, req.session.stage);
        redirectWithNotice(req, res, paths.home, t.done, deps.now());
        return;
      case 'not-now':
        res.redirect(303, paths.twoFactor);
        return;
      case 'wrong-code':
        show(res.status(400), codeProblem(codeProblems.wrongCode));
        return;
      case 'used-code':
        show(res.status(400), codeProblem(codeProblems.usedCode));
    }
  },
});
