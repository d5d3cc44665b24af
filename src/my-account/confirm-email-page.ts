import type { Request, RequestHandler } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { fullName } from '../models/names.js';
import { paths } from '../paths.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { DeadLink, OthersLink } from '../web/errors.js';
import { askedEmail, confirmEmail } from './change-email.js';
import { messages } from './messages.js';

async function asked(req: Request, now: Date) {
  const found = await askedEmail(String(req.params.token), now);
  if (!found) throw new DeadLink('email');
  // An address that was mistyped has a reader too.
  if (!found.account._id.equals(signedInVisitor(req).account._id)) throw new OthersLink();
  return found;
}

/** The page that the letter to a new address opens. Looking at it confirms nothing. */
export const confirmEmailPage = ({ now, relay }: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const { account, email } = await asked(req, now());
    const t = messages(req).confirmEmailPage;
    res.render('my-account/confirm-email', { t, intro: t.intro(fullName(account), email) });
  },

  async submit(req, res) {
    const found = await asked(req, now());
    const { account } = found;
    if (!(await confirmEmail(found, actorOf(req, account), now()))) throw new DeadLink('email');
    await relay.bring(account._id);
    res.redirect(303, paths.confirmNewEmail);
  },
});

/** What its button leads to. */
export const emailConfirmedPage: RequestHandler = (req, res) => {
  res.render('my-account/email-confirmed', { t: messages(req).confirmEmailPage });
};
