import { Router } from 'express';
import type { Deps } from '../deps.js';
import { below, paths } from '../paths.js';
import { requireFreshPassword, toSee } from '../two-factor/fresh-password.js';
import { changeEmailPage } from './change-email-page.js';
import { changePasswordPage } from './change-password-page.js';
import { choosePasswordPageOf } from './choose-password-page.js';
import { accessClosedPage, closeAccessPage } from './close-access-page.js';
import { confirmEmailPage, emailConfirmedPage } from './confirm-email-page.js';
import { forgottenPasswordPage } from './forgotten-password-page.js';
import { logDownload } from './log-download.js';
import { oldInvitationPage, renewInvitationPage } from './old-invitation-page.js';
import { endLoginPage, securityPage } from './security-page.js';

export function welcomeRoutes(deps: Deps): Router {
  const page = choosePasswordPageOf(deps, 'invitation');
  const router = Router();
  const choosing = below(paths.welcome, paths.choosePassword);
  router.get(choosing, oldInvitationPage(deps), page.show);
  router.post(choosing, page.submit);
  router.post(below(paths.welcome, paths.renewInvitation), renewInvitationPage(deps));
  return router;
}

export function forgottenPasswordRoutes(deps: Deps): Router {
  const asking = forgottenPasswordPage(deps);
  const choosing = choosePasswordPageOf(deps, 'password');
  const router = Router();
  router.route('/').get(asking.show).post(asking.submit);
  router.route(below(paths.forgottenPassword, paths.resetPassword)).get(choosing.show).post(choosing.submit);
  return router;
}

export function changePasswordRoutes(deps: Deps): Router {
  const page = changePasswordPage(deps);
  const router = Router();
  router.route('/').get(page.show).post(page.submit);
  return router;
}

export function changeEmailRoutes(deps: Deps): Router {
  const page = changeEmailPage(deps);
  const router = Router();
  router.route('/').get(page.show).post(page.submit);
  return router;
}

export function confirmEmailRoutes(deps: Deps): Router {
  const page = confirmEmailPage(deps);
  const router = Router();
  router.get('/', emailConfirmedPage);
  router.route(below(paths.confirmNewEmail, paths.confirmEmail)).get(page.show).post(page.submit);
  return router;
}

export function closeAccessRoutes(deps: Deps): Router {
  const page = closeAccessPage(deps);
  const router = Router();
  router.get('/', accessClosedPage);
  router.route(below(paths.notMe, paths.closeAccess)).get(page.show).post(page.submit);
  return router;
}

export function securityRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/', securityPage(deps));
  router.get(below(paths.security, paths.downloadLog), logDownload);
  const fresh = requireFreshPassword(deps, paths.security, toSee);
  router.post(below(paths.security, paths.endLogin), fresh, endLoginPage(deps));
  return router;
}
