import type { RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { fill, paths } from '../paths.js';
import { DeadLink } from '../web/errors.js';
import { redirectWithNotice } from '../web/notice.js';
import { originOf } from '../web/origin.js';
import { ownerOfLink } from './choose-password.js';
import { askLetter } from './forgotten-password-page.js';
import { messages } from './messages.js';
import { onceInvitedWith, renewInvitation } from './renew-invitation.js';

/** Where the link of an invitation works no more: offers who had it another, or who used it one for a new password, by letter. */
export const oldInvitationPage =
  ({ now }: Deps): RequestHandler =>
  async (req, res, next) => {
    const token = String(req.params.token);
    const account = (await ownerOfLink('invitation', token, now())) ? null : await onceInvitedWith(token);
    if (!account) {
      next();
      return;
    }
    const { oldInvitationPage: old, usedInvitationPage: used } = messages(req);
    const t = account.access.state === 'active' ? used : old;
    res
      .status(410)
      .render('my-account/old-invitation', { t, action: fill(paths.renewInvitation, { token }) });
  };

/** Sends a letter with another link to the address on record, whoever asks. */
export const renewInvitationPage =
  (deps: Deps): RequestHandler =>
  async (req, res) => {
    const { attempts, relay, now } = deps;
    const account = await onceInvitedWith(String(req.params.token));
    if (!account) throw new DeadLink('invitation');
    if (account.access.state === 'active') {
      await askLetter(deps, req, res, account.username ?? '');
      return;
    }
    const takeBack = await attempts.letter('invited', account._id);
    const by = { kind: 'visitor' as const, name: 'inlogpagina', from: originOf(req) };
    if (!(await renewInvitation(account, by, now()))) {
      await takeBack();
      throw new DeadLink('invitation');
    }
    await relay.bring(account._id);
    redirectWithNotice(req, res, paths.signIn, messages(req).oldInvitationPage.done, now());
  };
