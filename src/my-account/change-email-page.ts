import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { emailKey } from '../models/names.js';
import { paths } from '../paths.js';
import { isOwnPassword } from '../sign-in/own-password.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { messages as twoFactor } from '../two-factor/messages.js';
import { refuseCode, type Refusal } from '../two-factor/refuse-code.js';
import { secondFactor, whyRefused } from '../two-factor/second-factor.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { askForEmail } from './change-email.js';
import { messages } from './messages.js';

const address = z.email().max(254);

const typedEmail = (req: Request) => field(req, 'e-mailadres').trim();

const show = (req: Request, res: Response, problems: Problem[]) => {
  const { account } = signedInVisitor(req);
  const t = messages(req).changeEmailPage;
  res.render('my-account/change-email', {
    t,
    recoveryField: twoFactor(req).recoveryField,
    problems,
    current: t.current(account.email),
    email: typedEmail(req),
    username: account.username,
    asksCode: account.twoFactor.state === 'on',
  });
};

function emailProblem(req: Request): string | undefined {
  const t = messages(req).changeEmailPage;
  const typed = typedEmail(req);
  if (!address.safeParse(typed).success) return t.noEmail;
  return emailKey(typed) === emailKey(signedInVisitor(req).account.email) ? t.sameEmail : undefined;
}

async function passwordProblem(deps: Deps, req: Request): Promise<string | undefined> {
  const t = messages(req).changeEmailPage;
  const typed = field(req, 'wachtwoord');
  if (typed === '') return t.noPassword;
  return (await isOwnPassword(deps, req, typed)) ? undefined : t.wrongPassword;
}

async function problemsOf(deps: Deps, req: Request): Promise<Problem[]> {
  const email = emailProblem(req);
  const password = await passwordProblem(deps, req);
  return [
    ...(email === undefined ? [] : [{ field: 'e-mailadres', text: email }]),
    ...(password === undefined ? [] : [{ field: 'wachtwoord', text: password }]),
  ];
}

/** Asks the code where two-factor is on; 'changed' when the account changed meanwhile. */
async function apply(deps: Deps, req: Request): Promise<'asked' | 'changed' | Refusal> {
  const { account } = signedInVisitor(req);
  const answer = account.twoFactor.state === 'on' ? await secondFactor(deps, req, account) : undefined;
  if (answer && !('right' in answer)) return answer;
  const takeBack = await deps.attempts.letter('person', account._id);
  const by = actorOf(req, account);
  const isAsked = await askForEmail(account, typedEmail(req), by, deps.now(), answer?.right);
  await deps.relay.bring(account._id);
  if (isAsked) return 'asked';
  await takeBack();
  return (answer && (await whyRefused(account, answer.right, deps.now(), req))) ?? 'changed';
}

/** Asks for another e-mail address: the password always, and a code where two-factor is on. */
export const changeEmailPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    show(req, res, []);
  },

  async submit(req, res) {
    const problems = await problemsOf(deps, req);
    if (problems.length > 0) {
      show(req, res.status(400), problems);
      return;
    }
    const outcome = await apply(deps, req);
    if (outcome === 'changed') res.redirect(303, paths.changeEmail);
    else if (outcome === 'asked')
      redirectWithNotice(
        req,
        res,
        paths.security,
        messages(req).changeEmailPage.done(typedEmail(req)),
        deps.now(),
      );
    else show(req, res, refuseCode(res, outcome, deps.now()));
  },
});
