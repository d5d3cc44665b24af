import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { goOnAs } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { helpWithClock } from './clock-help.js';
import { checkFirstCode } from './confirm-setup.js';
import { keyOf } from './key.js';
import { messages } from './messages.js';
import { refuseCode, refuseFirstCode } from './refuse-code.js';
import { replacePhone } from './replace-phone.js';
import { secondFactor, typingProblems, whyRefused, type RightCode } from './second-factor.js';
import { passwordAge, toSee } from './fresh-password.js';
import { startSetup, waitingSecret } from './start-setup.js';
import { readCode } from './totp.js';

const newCodeField = 'nieuwe-code';
const besideNewCode = (problems: Problem[]) => problems.map(({ text }) => ({ field: newCodeField, text }));

function newCodeProblems(req: Request): Problem[] {
  const typed = field(req, newCodeField);
  if (readCode(typed) !== undefined) return [];
  const { noCode, notSixDigits } = messages(req).codeProblems;
  return [{ field: newCodeField, text: typed.trim() === '' ? noCode : notSixDigits }];
}

const waiting = ({ secretBox, now }: Deps, req: Request) =>
  req.session.setup?.asked
    ? waitingSecret(req.session.setup, signedInVisitor(req).account, secretBox, now())
    : undefined;

/** A new secret, where the password was just given at login: it waits as long as when it is asked here. */
function startWithFreshPassword(deps: Deps, req: Request): void {
  if (passwordAge(deps, req) >= toSee) return;
  const { account, password } = signedInVisitor(req);
  req.session.setup = startSetup(account, deps.secretBox, password.at, true);
}

const askPassword = (req: Request, res: Response) => {
  req.session.afterPassword = paths.twoFactorReplace;
  res.redirect(303, paths.twoFactorPassword);
};

async function show(req: Request, res: Response, secret: string, problems: Problem[]): Promise<void> {
  const { replacePage: t, recoveryField } = messages(req);
  const whose: Record<string, (text: string) => string> = {
    verificatiecode: t.ofOldPhone,
    [newCodeField]: t.ofNewPhone,
  };
  res.render('two-factor/replace', {
    t,
    recoveryField,
    problems: problems.map(({ field, text }) => ({ field, text: whose[field]?.(text) ?? text })),
    shown: await keyOf(signedInVisitor(req).account, secret, req),
  });
}

/** The code of the new phone. It is looked at last: only who has the old phone learns whether it is right. */
async function replace(
  deps: Deps,
  req: Request,
  res: Response,
  secret: string,
  old: RightCode,
): Promise<Problem[] | undefined> {
  const { account, login } = signedInVisitor(req);
  const by = actorOf(req, account);
  const at = deps.now();
  const code = readCode(field(req, newCodeField)) ?? '';
  const checked = await checkFirstCode(account, secret, code, by, at, deps.config.codeLimits, {
    despiteLock: old.isRecoveryCode,
  });
  if ('locked' in checked) return besideNewCode(refuseFirstCode(res, checked, at));
  if ('wrong' in checked)
    return besideNewCode(refuseCode(res, { problems: helpWithClock(req, checked.offset, at) }, at));
  const left = await replacePhone(
    account,
    login,
    old,
    { secret, timeStep: checked.timeStep },
    by,
    at,
    deps.secretBox,
  );
  if (left !== null) {
    await goOnAs(req, left);
    return undefined;
  }
  return refuseCode(res, (await whyRefused(account, old, at, req)) ?? { problems: [] }, at);
}

/** "Nieuwe telefoon": a code of the old phone and one of the new, and two-factor is never off. */
export const replacePage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    if (waiting(deps, req) === undefined) startWithFreshPassword(deps, req);
    const secret = waiting(deps, req);
    if (secret === undefined) askPassword(req, res);
    else await show(req, res, secret, []);
  },

  async submit(req, res) {
    const secret = waiting(deps, req);
    if (secret === undefined) {
      askPassword(req, res);
      return;
    }
    const { account } = signedInVisitor(req);
    const unfinished = newCodeProblems(req);
    if (unfinished.length > 0) {
      await show(req, res.status(400), secret, [...typingProblems(req), ...unfinished]);
      return;
    }
    const answer = await secondFactor(deps, req, account);
    const problems =
      'right' in answer
        ? await replace(deps, req, res, secret, answer.right)
        : refuseCode(res, answer, deps.now());
    await deps.relay.bring(account._id);
    if (problems) {
      await show(req, res, secret, problems);
      return;
    }
    redirectWithNotice(req, res, paths.home, messages(req).replacePage.done, deps.now());
  },
});
