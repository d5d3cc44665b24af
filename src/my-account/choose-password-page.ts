import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';
import { fullName } from '../models/names.js';
import { paths } from '../paths.js';
import { markKnown } from '../sign-in/known-browser.js';
import { leave } from '../sign-in/sign-out.js';
import { isSignedIn } from '../sign-in/visitor.js';
import { DeadLink } from '../web/errors.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { choosePassword, ownerOfLink, type PasswordLetter } from './choose-password.js';
import { messages } from './messages.js';
import { newPasswordRules, type NewPasswordRules } from './new-password.js';

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
  const { now, relay, passwords } = deps;
  const show = (res: Response, account: Account, { hint }: NewPasswordRules, problems: Problem[]) => {
    const t = messages(res.req)[pages[letter]];
    const { visitor } = res.req;
    res.render('my-account/choose-password', {
      t,
      intro: t.intro(fullName(account)),
      username: account.username,
      signsOut: isSignedIn(visitor) && messages(res.req).newPassword.signsOut(fullName(visitor.account)),
      passwordHint: hint,
      problems,
    });
  };

  return {
    async show(req, res) {
      const account = await owner(letter, req, now());
      show(res, account, await newPasswordRules(account, now(), req), []);
    },

    async submit(req, res) {
      const account = await owner(letter, req, now());
      const password = field(req, 'wachtwoord');
      const rules = await newPasswordRules(account, now(), req);
      const problem = rules.problemWith(password);
      if (problem !== undefined) {
        show(res.status(400), account, rules, [{ field: 'wachtwoord', text: problem }]);
        return;
      }
      const by = actorOf(req, account);
      const passwordHash = await choosePassword(letter, account, password, by, now(), passwords);
      if (passwordHash === null) throw new DeadLink(letter);
      // Somebody who is kept waiting by a stranger's guesses gets in this way, in any browser.
      markKnown(deps, res, { ...account, passwordHash });
      await relay.bring(account._id);
      // Who chose it logs in with it, and does not land at whoever was there.
      if (req.visitor.stage !== 'anonymous') await leave(req, res);
      redirectWithNotice(req, res, paths.signIn, messages(req)[pages[letter]].done, now());
    },
  };
}
