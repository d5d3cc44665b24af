import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import { timeLeft } from '../dates.js';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import { paths } from '../paths.js';
import { goOnAs } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import type { Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { codeField, codeProblem } from './code-field.js';
import { checkFirstCode, confirmSetup } from './confirm-setup.js';
import { helpWithClock } from './clock-help.js';
import { messages } from './messages.js';
import { keyOf } from './key.js';
import { refuseCode, refuseFirstCode } from './refuse-code.js';
import { rememberCodes } from './shown-codes.js';
import { mayBeShown, waitingSecret, waitsUntil } from './start-setup.js';

// That is all that can be known: who sends a code has been through the first two.
function stepStates(reader: Reading, sentCode: boolean) {
  const t = messages(reader).setupPage;
  const done = { state: 'done', words: t.stepDone };
  const toDo = { state: 'to-do', words: '' };
  return sentCode
    ? [done, done, { state: 'now', words: t.here }]
    : [{ state: 'now', words: t.start }, toDo, toDo];
}

/** @param secret absent where the password was given too long ago to show it */
async function show(
  req: Request,
  res: Response,
  secret: string | undefined,
  problems: Problem[],
  now: Date,
): Promise<void> {
  const { account } = signedInVisitor(req);
  const { setup } = req.session;
  res.render('two-factor/setup', {
    t: messages(req).setupPage,
    problems,
    shown: secret === undefined ? undefined : await keyOf(account, secret, req),
    timeLeft: setup && timeLeft(waitsUntil(setup), now, req),
    steps: stepStates(req, problems.length > 0),
  });
}

const waiting = ({ secretBox, now }: Deps, req: Request) =>
  waitingSecret(req.session.setup, signedInVisitor(req).account, secretBox, now());

/** Switches two-factor on with a right first code. @returns what is wrong; undefined when nothing is */
async function apply(
  deps: Deps,
  req: Request,
  res: Response,
  secret: string,
): Promise<Problem[] | undefined> {
  const typed = codeField(req);
  if ('problem' in typed) return refuseCode(res, { problems: codeProblem(typed.problem) }, deps.now());
  const { account, login } = signedInVisitor(req);
  const by = actorOf(req, account);
  const checked = await checkFirstCode(account, secret, typed.code, by, deps.now(), deps.config.codeLimits);
  req.log.info({ event: Object.keys(checked)[0] }, 'two-factor set-up');
  if ('locked' in checked) return refuseFirstCode(res, checked, deps.now());
  if ('wrong' in checked)
    return refuseCode(res, { problems: helpWithClock(req, checked.offset, deps.now()) }, deps.now());
  const done = await confirmSetup(account, login, secret, checked.timeStep, by, deps.now(), deps.secretBox);
  await deps.relay.bring(account._id);
  if (done) {
    await goOnAs(req, done.login);
    rememberCodes(req, deps, account, done.codes, true);
  }
  return undefined;
}

/** The three steps. Without a secret that waits for its first code, the password page comes first. */
export const setupPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const secret = mayBeShown(req.session.setup, deps.now()) ? waiting(deps, req) : undefined;
    if (secret === undefined) res.redirect(303, paths.twoFactorPassword);
    else await show(req, res, secret, [], deps.now());
  },

  async submit(req, res) {
    const secret = waiting(deps, req);
    if (secret === undefined) {
      res.redirect(303, paths.twoFactorPassword);
      return;
    }
    const problems = await apply(deps, req, res, secret);
    if (problems)
      await show(
        req,
        res,
        mayBeShown(req.session.setup, deps.now()) ? secret : undefined,
        problems,
        deps.now(),
      );
    else redirectWithNotice(req, res, paths.recoveryCodes, messages(req).setupPage.done, deps.now());
  },
});
