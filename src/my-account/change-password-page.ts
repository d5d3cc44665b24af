import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { markKnown } from '../sign-in/known-browser.js';
import { isOwnPassword } from '../sign-in/own-password.js';
import { goOnAs } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { messages as twoFactor } from '../two-factor/messages.js';
import { refuseCode, type Refusal } from '../two-factor/refuse-code.js';
import { secondFactor, whyRefused } from '../two-factor/second-factor.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { changePassword } from './change-password.js';
import { messages } from './messages.js';
import { newPasswordRules, type NewPasswordRules } from './new-password.js';

const show = (req: Request, res: Response, { hint }: NewPasswordRules, problems: Problem[]) => {
  const visitor = signedInVisitor(req);
  res.render('my-account/change-password', {
    t: messages(req).changePasswordPage,
    recoveryField: twoFactor(req).recoveryField,
    problems,
    passwordHint: hint,
    isHeldUp: visitor.stage === 'held-up',
    username: visitor.account.username,
    asksCode: visitor.account.twoFactor.state === 'on',
  });
};

async function passwordProblems(deps: Deps, req: Request, rules: NewPasswordRules): Promise<Problem[]> {
  const t = messages(req).changePasswordPage;
  const current = field(req, 'huidig-wachtwoord');
  const currentProblem =
    current === '' ? t.noCurrent : (await isOwnPassword(deps, req, current)) ? undefined : t.wrongCurrent;
  const newProblem = rules.problemWith(field(req, 'nieuw-wachtwoord'));
  return [
    ...(currentProblem === undefined ? [] : [{ field: 'huidig-wachtwoord', text: currentProblem }]),
    ...(newProblem === undefined ? [] : [{ field: 'nieuw-wachtwoord', text: newProblem }]),
  ];
}

/** Asks the code where two-factor is on, and changes the password with it; undefined when the account changed meanwhile. */
async function apply(
  deps: Deps,
  req: Request,
): Promise<{ login: string; passwordHash: string } | Refusal | undefined> {
  const { account, login } = signedInVisitor(req);
  const answer = account.twoFactor.state === 'on' ? await secondFactor(deps, req, account) : undefined;
  if (answer && !('right' in answer)) return answer;
  const password = field(req, 'nieuw-wachtwoord');
  const left = await changePassword(
    account,
    login,
    password,
    actorOf(req, account),
    deps.now(),
    deps.passwords,
    answer?.right,
  );
  await deps.relay.bring(account._id);
  if (left !== null) return left;
  return answer && whyRefused(account, answer.right, deps.now(), req);
}

/** Changes the password of who is signed in. */
export const changePasswordPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    show(req, res, await newPasswordRules(signedInVisitor(req).account, deps.now(), req), []);
  },

  async submit(req, res) {
    const rules = await newPasswordRules(signedInVisitor(req).account, deps.now(), req);
    const problems = await passwordProblems(deps, req, rules);
    if (problems.length > 0) {
      show(req, res.status(400), rules, problems);
      return;
    }
    const result = await apply(deps, req);
    if (result === undefined) {
      res.redirect(303, paths.changePassword);
    } else if ('login' in result) {
      markKnown(deps, res, { ...signedInVisitor(req).account, passwordHash: result.passwordHash });
      await goOnAs(req, result.login, { at: deps.now(), isTooShort: false });
      redirectWithNotice(req, res, paths.home, messages(req).changePasswordPage.done, deps.now());
    } else {
      show(req, res, rules, refuseCode(res, result, deps.now()));
    }
  },
});
