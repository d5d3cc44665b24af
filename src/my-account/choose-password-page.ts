import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';
import { fullName, normaliseUsername } from '../models/names.js';
import { paths } from '../paths.js';
import { markKnown } from '../sign-in/known-browser.js';
import { leave } from '../sign-in/sign-out.js';
import { isSignedIn } from '../sign-in/visitor.js';
import { wantTwoFactor } from '../sign-in/wanted-page.js';
import { DeadLink } from '../web/errors.js';
import type { Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { countWrongBirthDate } from './birth-date-tries.js';
import { choosePassword, ownerOfLink, type PasswordLetter } from './choose-password.js';
import { asksBirthDate, isOthersBirthDate, problemsOf, readChoice, type Choice } from './choice.js';
import { messages } from './messages.js';
import { newPasswordRules } from './new-password.js';

const pages = { invitation: 'choosePasswordPage', password: 'resetPasswordPage' } as const;

async function owner(letter: PasswordLetter, req: Request, now: Date): Promise<Account> {
  const account = await ownerOfLink(letter, String(req.params.token), now);
  if (!account) throw new DeadLink(letter);
  return account;
}

/** The page that the link in a letter opens, to choose a password. Looking at it uses nothing up. */
export function choosePasswordPageOf(
  deps: Deps,
  letter: PasswordLetter,
): Record<'show' | 'submit', RequestHandler> {
  const { now, relay, passwords, attempts } = deps;
  const show = async (res: Response, account: Account, choice: Choice, problems: Problem[]) => {
    const { req } = res;
    const t = messages(req)[pages[letter]];
    const { hint } = await newPasswordRules(account, now(), req);
    res.render('my-account/choose-password', {
      t,
      intro: t.intro(fullName(account)),
      choice,
      isNew: letter === 'invitation',
      asksBirthDate: asksBirthDate(letter, account),
      signsOut: isSignedIn(req.visitor) && messages(req).newPassword.signsOut(fullName(req.visitor.account)),
      passwordHint: hint,
      problems,
    });
  };
  const wrong = async (res: Response, account: Account, choice: Choice, problem: Problem) => {
    await show(res.status(400), account, choice, [problem]);
  };

  return {
    async show(req, res) {
      const account = await owner(letter, req, now());
      await show(res, account, { username: account.username ?? '', birthDate: '', password: '' }, []);
    },

    async submit(req, res) {
      const account = await owner(letter, req, now());
      const t = messages(req).choosePasswordPage;
      const choice = readChoice(letter, account, req);
      const problems = await problemsOf(letter, account, choice, now(), req);
      if (problems.length > 0) {
        await show(res.status(400), account, choice, problems);
        return;
      }
      const by = actorOf(req, account);
      const username = normaliseUsername(choice.username);
      if (isOthersBirthDate(letter, account, choice, now())) {
        const left = await countWrongBirthDate(account, by, now());
        await relay.bring(account._id);
        if (left === null || left === 0) throw new DeadLink(letter);
        await wrong(res, account, choice, { field: 'geboortedatum', text: t.otherBirthDate(left) });
        return;
      }
      const result = await choosePassword(
        letter,
        account,
        { username, password: choice.password },
        by,
        now(),
        passwords,
      );
      if (result.outcome === 'late') throw new DeadLink(letter);
      if (result.outcome === 'taken') {
        await attempts.takenUsername(account._id);
        await wrong(res, account, choice, { field: 'gebruikersnaam', text: t.taken });
        return;
      }
      // Somebody who is kept waiting by a stranger's guesses gets in this way, in any browser.
      markKnown(deps, res, { ...account, username, passwordHash: result.passwordHash });
      await relay.bring(account._id);
      // Who chose it logs in with it, and does not land at whoever was there.
      if (req.visitor.stage !== 'anonymous') await leave(req, res);
      if (letter === 'invitation' && account.twoFactor.state === 'off') wantTwoFactor(req);
      redirectWithNotice(req, res, paths.signIn, messages(req)[pages[letter]].done, now());
    },
  };
}
