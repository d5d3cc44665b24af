import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { Employers } from '../models/employer.js';
import { paths } from '../paths.js';
import { enter } from '../sign-in/stage.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import type { Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { codeField, codeProblem } from './code-field.js';
import { confirmSetup } from './confirm-setup.js';
import { codeProblems, setupPage as t } from './messages.js';
import { qrCode } from './qr-code.js';
import { waitingSecret } from './start-setup.js';
import { keyUri } from './totp.js';

const inGroupsOfFour = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

async function show(req: Request, res: Response, secret: string, problems: Problem[]): Promise<void> {
  const { account } = signedInVisitor(req);
  const employer = await Employers.findById(account.employer).orFail().lean();
  const uri = keyUri(secret, employer.name, account.username ?? '');
  res.render('two-factor/setup', { t, problems, uri, qrCode: await qrCode(uri), key: inGroupsOfFour(secret) });
}

const waiting = ({ secretBox, now }: Deps, req: Request) =>
  waitingSecret(req.session.setup, signedInVisitor(req).account, secretBox, now());

async function confirm({ attempts, now, secretBox, relay }: Deps, req: Request, secret: string, code: string) {
  const { account, login } = signedInVisitor(req);
  const clear = await attempts.code(account._id);
  const outcome = await confirmSetup(account, login, secret, code, now(), secretBox);
  if (outcome !== 'wrong-code') await clear();
  if (outcome === 'confirmed') await relay.bring(account._id);
  req.log.info({ event: outcome }, 'two-factor set-up');
  return outcome;
}

/** The three steps. Without a secret that waits for its first code, the password page comes first. */
export const setupPage = (deps: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const secret = waiting(deps, req);
    if (secret === undefined) res.redirect(303, paths.twoFactorPassword);
    else await show(req, res, secret, []);
  },

  async submit(req, res) {
    const secret = waiting(deps, req);
    if (secret === undefined) {
      res.redirect(303, paths.twoFactorPassword);
      return;
    }
    const typed = codeField(req);
    if ('problem' in typed) {
      await show(req, res.status(400), secret, codeProblem(typed.problem));
      return;
    }
    const outcome = await confirm(deps, req, secret, typed.code);
    if (outcome === 'wrong-code') {
      await show(req, res.status(400), secret, codeProblem(codeProblems.wrongCode));
      return;
    }
    await enter(req, req.session.stage);
    redirectWithNotice(req, res, paths.home, t.done, deps.now());
  },
});
