import { Router, type RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { below, paths } from '../paths.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { redirectWithFailure } from '../web/notice.js';
import { requireFreshPassword } from './fresh-password.js';
import { messages } from './messages.js';
import { passwordPage } from './password-page.js';
import { recoveryCodesPage, renewRecoveryCodesPage } from './recovery-codes-page.js';
import { replacePage } from './replace-page.js';
import { setupPage } from './setup-page.js';
import { switchOffPage } from './switch-off-page.js';
import { unlessRequired } from './unless-required.js';

/** Only while two-factor is in this state; otherwise the page for the other state. A form that was meant for it is told so. */
const whileTwoFactorIs =
  ({ now }: Deps, state: 'on' | 'off'): RequestHandler =>
  (req, res, next) => {
    const { account, stage } = signedInVisitor(req);
    const isForm = req.method !== 'GET' || req.staleForm;
    if (account.twoFactor.state === state) next();
    else if (!isForm || stage === 'held-up') res.redirect(303, paths.twoFactor);
    else redirectWithFailure(req, res, paths.home, messages(req).changedMeanwhile[state], now());
  };

const at = (path: string) => below(paths.twoFactor, path);

/** The menu's one entry leads here: to setting up while two-factor is off, to switching off while it is on. */
export function twoFactorRoutes(deps: Deps): Router {
  const setup = setupPage(deps);
  const password = passwordPage(deps);
  const switchingOff = switchOffPage(deps);
  const replacing = replacePage(deps);
  const codes = recoveryCodesPage(deps);
  const renewing = renewRecoveryCodesPage(deps);
  const fresh = (page: string) => requireFreshPassword(deps, page);
  const router = Router();

  router.get('/', (req, res, next) => {
    if (signedInVisitor(req).account.twoFactor.state === 'on') next('route');
    else return setup.show(req, res, next);
  });
  router.get('/', unlessRequired(deps), fresh(paths.twoFactorSwitchOff), switchingOff.show);
  router.route(at(paths.twoFactorPassword)).get(password.show).post(password.submit);
  router.use(at(paths.twoFactorSetup), whileTwoFactorIs(deps, 'off'));
  router.route(at(paths.twoFactorSetup)).get(setup.show).post(setup.submit);

  const whileOn = [
    paths.twoFactorSwitchOff,
    paths.twoFactorReplace,
    paths.recoveryCodes,
    paths.renewRecoveryCodes,
  ];
  router.use(whileOn.map(at), whileTwoFactorIs(deps, 'on'));
  router
    .route(at(paths.twoFactorSwitchOff))
    .all(unlessRequired(deps), fresh(paths.twoFactorSwitchOff))
    .get(switchingOff.show)
    .post(switchingOff.submit);
  router.route(at(paths.twoFactorReplace)).get(replacing.show).post(replacing.submit);
  router.route(at(paths.recoveryCodes)).get(codes.show).post(codes.submit);
  router
    .route(at(paths.renewRecoveryCodes))
    .all(fresh(paths.renewRecoveryCodes))
    .get(renewing.show)
    .post(renewing.submit);
  return router;
}
