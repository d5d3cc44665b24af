import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';
import { fullName } from '../models/names.js';
import { paths } from '../paths.js';
import { DeadLink } from '../web/errors.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { choosePassword, invitedBy } from './choose-password.js';
import { choosePasswordPage as t } from './messages.js';
import { newPasswordRules, type NewPasswordRules } from './new-password.js';

async function invited(req: Request, now: Date): Promise<Account> {
  const account = await invitedBy(String(req.params.token), now);
  if (!account) throw new DeadLink('invitation');
  return account;
}

const show = (res: Response, account: Account, { hint }: NewPasswordRules, problems: Problem[]) => {
  res.render('my-account/choose-password', {
    t,
    intro: t.intro(fullName(account)),
    username: account.username,
    passwordHint: hint,
    problems,
  });
};

/** The page that the link in an invitation opens. Looking at it uses nothing up. */
export const choosePasswordPage = ({
  now,
  relay,
  passwords,
}: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const account = await invited(req, now());
    show(res, account, await newPasswordRules(account, now()), []);
  },

  async submit(req, res) {
    const account = await invited(req, now());
    const password = field(req, 'wachtwoord');
    const rules = await newPasswordRules(account, now());
    const problem = rules.problemWith(password);
    if (problem !== undefined) {
      show(res.status(400), account, rules, [{ field: 'wachtwoord', text: problem }]);
      return;
    }
    if (!(await choosePassword(account, password, actorOf(req, account), now(), passwords)))
      throw new DeadLink('invitation');
    await relay.bring(account._id);
    redirectWithNotice(req, res, paths.signIn, t.done, now());
  },
});
