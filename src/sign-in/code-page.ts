import type { Request, RequestHandler, Response } from 'express';
import { timeLeft } from '../dates.js';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import { paths } from '../paths.js';
import { codeLock } from '../two-factor/code-tries.js';
import { messages as twoFactor } from '../two-factor/messages.js';
import { lockProblem, lockText, refuseCode, type Refusal } from '../two-factor/refuse-code.js';
import { few } from '../two-factor/recovery-codes.js';
import { isVerificationCode, secondFactor, whyRefused } from '../two-factor/second-factor.js';
import type { Problem } from '../web/form.js';
import { redirectWithFailure, redirectWithNotice } from '../web/notice.js';
import { originOf } from '../web/origin.js';
import { addLogin } from './add-login.js';
import { markKnown } from './known-browser.js';
import { messages } from './messages.js';
import { codeWithin, enter, type Stage } from './stage.js';
import { pendingVisitor } from './visitor.js';
import { landing } from './wanted-page.js';

const show = ({ now }: Deps, req: Request, res: Response, problems: Problem[]) => {
  const until = new Date(pendingVisitor(req).password.at.getTime() + codeWithin);
  res.render('sign-in/code', {
    t: messages(req).codePage,
    recoveryField: twoFactor(req).recoveryField,
    problems,
    timeLeft: timeLeft(until, now(), req),
  });
};

interface SignedIn {
  stage: Stage;
  usedRecoveryCode: boolean;
}

/** Checks the code and signs in with it, or says why not; undefined when the account changed meanwhile. */
async function signIn(deps: Deps, req: Request): Promise<SignedIn | Refusal | undefined> {
  const { account, password } = pendingVisitor(req);
  const answer = await secondFactor(deps, req, account);
  const { device } = originOf(req);
  const code = 'right' in answer ? answer.right : undefined;
  const stage = code ? await addLogin(account, device, password, deps.now(), code) : null;
  await deps.relay.bring(account._id);
  if (code && stage) return { stage, usedRecoveryCode: code.isRecoveryCode };
  return 'right' in answer ? whyRefused(account, answer.right, deps.now(), req) : answer;
}

const withTriesLeft = (problems: Problem[], left: number, reader: Reading): Problem[] =>
  left > 2
    ? problems
    : problems.map(({ field, text }) => ({
        field,
        text: `${text} ${twoFactor(reader).codeProblems.triesLeft(left)}`,
      }));

/** Lets somebody in, and tells who used up a recovery code how many are left. */
async function letIn(deps: Deps, req: Request, res: Response, { stage, usedRecoveryCode }: SignedIn) {
  const { account } = pendingVisitor(req);
  const next = landing(req, deps.secretBox);
  markKnown(deps, res, account);
  await enter(req, stage);
  if (!usedRecoveryCode) {
    res.redirect(303, next);
    return;
  }
  const left = (account.recovery?.hashes.length ?? 1) - 1;
  const text = messages(req).codePage.usedRecoveryCode(left, left <= few);
  redirectWithNotice(req, res, next, text, deps.now());
}

/** Ends the pending login after too many wrong codes: the next guess costs another password. */
async function endPending(
  { now }: Deps,
  req: Request,
  res: Response,
  text = messages(req).codePage.tooManyCodes,
): Promise<void> {
  await enter(req, undefined);
  redirectWithFailure(req, res, paths.signIn, text, now());
}

/** Asks the verification code of who gave the right password. */
export const codePage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    const locked = codeLock(pendingVisitor(req).account, deps.now());
    show(deps, req, res, locked ? lockProblem(locked, deps.now(), req) : []);
  },

  async submit(req, res) {
    const { id } = pendingVisitor(req);
    const left = isVerificationCode(req) ? await deps.attempts.code(id) : undefined;
    if (left !== undefined && left < 0) {
      await endPending(deps, req, res);
      return;
    }
    const result = await signIn(deps, req);
    req.log.info({ event: result === undefined ? 'changed' : Object.keys(result)[0] }, 'code checked');
    if (result === undefined) {
      res.redirect(303, paths.signIn);
    } else if ('stage' in result) {
      await letIn(deps, req, res, result);
    } else if (left === 0) {
      const text = 'locked' in result ? lockText(result.locked, deps.now(), req) : undefined;
      await endPending(deps, req, res, text);
    } else {
      const problems = refuseCode(res, result, deps.now());
      show(
        deps,
        req,
        res,
        left === undefined || 'locked' in result ? problems : withTriesLeft(problems, left, req),
      );
    }
  },
});
