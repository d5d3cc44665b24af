import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { paths } from '../paths.js';
import { startSetup } from '../two-factor/start-setup.js';
import { field, type Problem } from '../web/form.js';
import { originOf } from '../web/origin.js';
import { addLogin } from './add-login.js';
import { checkPassword, type PasswordOutcome } from './check-password.js';
import { messages } from './messages.js';
import { markKnown, passwordTry } from './known-browser.js';
import { enter, passwordAccepted } from './stage.js';
import { landing } from './wanted-page.js';

const show = (req: Request, res: Response, problems: Problem[]) => {
  const t = messages(req).passwordPage;
  const { stage } = req.session;
  const ended = stage && (stage.stage === 'signed-in' ? t.loginEnded : t.pendingEnded);
  const isPending = req.visitor.stage === 'password-accepted';
  res.render('sign-in/password', {
    t,
    username: field(req, 'gebruikersnaam'),
    problems,
    // What they just did, such as choosing a password, says more than that a login of before has ended.
    ...(ended && !isPending && res.locals.notice === undefined && { notice: ended }),
  });
};

function missing(req: Request): Problem[] {
  const words = messages(req).problems;
  return [
    ...(field(req, 'gebruikersnaam').trim() === ''
      ? [{ field: 'gebruikersnaam', text: words.noUsername }]
      : []),
    ...(field(req, 'wachtwoord') === '' ? [{ field: 'wachtwoord', text: words.noPassword }] : []),
  ];
}

async function check(deps: Deps, req: Request): Promise<PasswordOutcome> {
  const username = field(req, 'gebruikersnaam');
  const takeBack = await deps.attempts.password(await passwordTry(deps, req, username));
  const result = await checkPassword(username, field(req, 'wachtwoord'), deps.passwords, deps.now());
  if (result.outcome !== 'refused') await takeBack();
  return result;
}

/** Where the right password leads: to the code page, or inside. Null when the account changed while it was checked. */
async function proceed(
  deps: Deps,
  req: Request,
  res: Response,
  { account, isTooShort }: Extract<PasswordOutcome, { outcome: 'accepted' }>,
): Promise<string | null> {
  const { now, secretBox } = deps;
  const password = { at: now(), isTooShort };
  if (account.twoFactor.state === 'on') {
    await enter(req, passwordAccepted(account, password));
    return paths.code;
  }
  const stage = await addLogin(account, originOf(req).device, password, now());
  if (!stage) return null;
  const next = landing(req, secretBox);
  markKnown(deps, res, account);
  await enter(req, stage);
  req.session.setup = startSetup(account, secretBox, now(), false);
  return next;
}

/** The login form: always there for who is not signed in, also while a code is asked. */
export const passwordPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(req, res) {
    show(req, res, []);
  },

  async submit(req, res) {
    const problems = missing(req);
    if (problems.length > 0) {
      show(req, res.status(400), problems);
      return;
    }
    const result = await check(deps, req);
    const next = result.outcome === 'accepted' ? await proceed(deps, req, res, result) : null;
    const event = next === paths.code ? 'code-asked' : result.outcome;
    // What was typed as a username is not logged: it may be a password in the wrong field.
    const account = result.outcome === 'accepted' ? result.account._id : undefined;
    req.log.info({ event, account }, 'password checked');
    if (next !== null) {
      res.redirect(303, next);
      return;
    }
    const words = messages(req).problems;
    const text =
      result.outcome === 'blocked' || result.outcome === 'revoked' ? words[result.outcome] : words.wrongLogin;
    show(req, res.status(400), [{ field: 'gebruikersnaam', text }]);
  },
});
