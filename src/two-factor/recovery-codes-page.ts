import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import { dateTime, timeLeft } from '../dates.js';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import type { Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { messages } from './messages.js';
import { refuseCode, type Refusal } from './refuse-code.js';
import { keepRecoveryCodes, renewRecoveryCodes } from './renew-recovery-codes.js';
import { secondFactor, whyRefused } from './second-factor.js';
import { codesToShow, rememberCodes } from './shown-codes.js';

/** Shows the codes that were just made, until the person says that they keep them. */
export const recoveryCodesPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    const { account } = signedInVisitor(req);
    const shown = codesToShow(req, deps, account);
    if (!shown) {
      res.redirect(303, paths.renewRecoveryCodes);
      return;
    }
    const { codes, since, until, isLastStep } = shown;
    res.render('two-factor/recovery-codes', {
      t: messages(req).recoveryCodesPage,
      codes,
      isLastStep,
      username: account.username,
      madeOn: dateTime(since, req),
      timeLeft: timeLeft(until, deps.now(), req),
    });
  },

  async submit(req, res) {
    await keepRecoveryCodes(signedInVisitor(req).account);
    delete req.session.shownCodes;
    redirectWithNotice(req, res, paths.home, messages(req).recoveryCodesPage.kept, deps.now());
  },
});

async function renew(deps: Deps, req: Request): Promise<string[] | Refusal | undefined> {
  const { account, login } = signedInVisitor(req);
  const answer = await secondFactor(deps, req, account);
  const codes =
    'right' in answer
      ? await renewRecoveryCodes(account, login, answer.right, actorOf(req, account), deps.now())
      : null;
  await deps.relay.bring(account._id);
  if (codes) return codes;
  return 'right' in answer ? whyRefused(account, answer.right, deps.now(), req) : answer;
}

const show = (req: Request, res: Response, problems: Problem[]) => {
  const { account } = signedInVisitor(req);
  const { renewPage: t, recoveryField } = messages(req);
  res.render('two-factor/renew-recovery-codes', {
    t,
    recoveryField,
    problems,
    left: t.left(account.recovery?.hashes.length ?? 0),
  });
};

/** New recovery codes, after a code; the old ones end. */
export const renewRecoveryCodesPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    show(req, res, []);
  },

  async submit(req, res) {
    const result = await renew(deps, req);
    if (result === undefined) {
      res.redirect(303, paths.twoFactor);
    } else if (Array.isArray(result)) {
      rememberCodes(req, deps, signedInVisitor(req).account, result);
      res.redirect(303, paths.recoveryCodes);
    } else {
      show(req, res, refuseCode(res, result, deps.now()));
    }
  },
});
