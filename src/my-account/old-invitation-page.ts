import type { RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { fill, paths } from '../paths.js';
import { DeadLink } from '../web/errors.js';
import { redirectWithNotice } from '../web/notice.js';
import { originOf } from '../web/origin.js';
import { ownerOfLink } from './choose-password.js';
import { messages } from './messages.js';
import { invitedWith, renewInvitation } from './renew-invitation.js';

/** Where the link of an invitation works no more: offers who had it another one, by letter. */
export const oldInvitationPage =
  ({ now }: Deps): RequestHandler =>
  async (req, res, next) => {
    const token = String(req.params.token);
    if ((await ownerOfLink('invitation', token, now())) || !(await invitedWith(token))) {
      next();
      return;
    }
    const t = messages(req).oldInvitationPage;
    res
      .status(410)
      .render('my-account/old-invitation', { t, action: fill(paths.renewInvitation, { token }) });
  };

/** Sends another invitation to the address on record, whoever asks. */
export const renewInvitationPage =
  ({ attempts, relay, now }: Deps): RequestHandler =>
  async (req, res) => {
    const account = await invitedWith(String(req.params.token));
    if (!account) throw new DeadLink('invitation');
    const takeBack = await attempts.letter('invited', account._id);
    const by = { kind: 'visitor' as const, name: 'inlogpagina', from: originOf(req) };
    if (!(await renewInvitation(account, by, now()))) {
      await takeBack();
      throw new DeadLink('invitation');
    }
    await relay.bring(account._id);
    redirectWithNotice(req, res, paths.signIn, messages(req).oldInvitationPage.done, now());
  };
