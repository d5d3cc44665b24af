import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { codeField, codeProblem } from '../two-factor/code-field.js';
import { codeProblems } from '../two-factor/messages.js';
import type { Problem } from '../web/form.js';
import { checkCode, type CodeOutcome } from './check-code.js';
import { codePage as t } from './messages.js';
import { enter } from './stage.js';
import { pendingVisitor } from './visitor.js';
import { landing } from './wanted-page.js';

const show = (res: Response, problems: Problem[]) => {
  res.render('sign-in/code', { t, problems });
};

async function check({ attempts, now, secretBox }: Deps, req: Request, code: string): Promise<CodeOutcome> {
  const { account } = pendingVisitor(req);
  const clear = await attempts.code(account._id);
  const result = await checkCode(account, code, now(), secretBox);
  if (result.outcome === 'signed-in') await clear();
  return result;
}

/** Asks the verification code of who gave the right password. */
export const codePage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(_req, res) {
    show(res, []);
  },

  async submit(req, res) {
    const typed = codeField(req);
    if ('problem' in typed) {
      show(res.status(400), codeProblem(typed.problem));
      return;
    }
    const result = await check(deps, req, typed.code);
    req.log.info({ event: result.outcome }, 'code checked');
    switch (result.outcome) {
      case 'signed-in': {
        const next = landing(req);
        await enter(req, result.stage);
        res.redirect(303, next);
        return;
      }
      case 'login-ended':
        res.redirect(303, paths.signIn);
        return;
      case 'wrong-code':
      case 'used-code':
        show(
          res.status(400),
          codeProblem(result.outcome === 'used-code' ? codeProblems.usedCode : codeProblems.wrongCode),
        );
    }
  },
});
