import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { goOnAs } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import type { Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { messages } from './messages.js';
import { refuseCode, type Refusal } from './refuse-code.js';
import { secondFactor, whyRefused } from './second-factor.js';
import { switchOff } from './switch-off.js';

const show = (res: Response, problems: Problem[]) => {
  const { switchOffPage: t, more, recoveryField } = messages(res.req);
  res.render('two-factor/switch-off', { t, more, recoveryField, problems });
};

async function apply(deps: Deps, req: Request): Promise<{ login: string } | Refusal | undefined> {
  const { account, login } = signedInVisitor(req);
  const answer = await secondFactor(deps, req, account);
  const left =
    'right' in answer
      ? await switchOff(account, login, answer.right, actorOf(req, account), deps.now())
      : null;
  await deps.relay.bring(account._id);
  if (left !== null) return { login: left };
  return 'right' in answer ? whyRefused(account, answer.right, deps.now(), req) : answer;
}

export const switchOffPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(_req, res) {
    show(res, []);
  },

  async submit(req, res) {
    const result = await apply(deps, req);
    if (result === undefined) {
      res.redirect(303, paths.twoFactor);
    } else if ('login' in result) {
      await goOnAs(req, result.login);
      redirectWithNotice(req, res, paths.home, messages(req).switchOffPage.done, deps.now());
    } else {
      show(res, refuseCode(res, result, deps.now()));
    }
  },
});
