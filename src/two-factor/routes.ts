import { Router, type RequestHandler } from 'express';
import type { Deps } from '../deps.js';
import { below, paths } from '../paths.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { passwordPage } from './password-page.js';
import { setupPage } from './setup-page.js';
import { switchOffPage } from './switch-off-page.js';

/** Only while two-factor is in this state; otherwise the page for the other state. */
const whileTwoFactorIs =
  (state: 'on' | 'off'): RequestHandler =>
  (req, res, next) => {
    if (signedInVisitor(req).account.twoFactor.state === state) next();
    else res.redirect(303, paths.twoFactor);
  };

const at = (path: string) => below(paths.twoFactor, path);

/** The menu's one entry leads here: to setting up while two-factor is off, to switching off while it is on. */
export function twoFactorRoutes(deps: Deps): Router {
  const setup = setupPage(deps);
  const password = passwordPage(deps);
  const switchingOff = switchOffPage(deps);
  const router = Router();

  router.get('/', (req, res, next) => {
    const isOn = signedInVisitor(req).account.twoFactor.state === 'on';
    return (isOn ? switchingOff : setup).show(req, res, next);
  });
  router.use([at(paths.twoFactorSetup), at(paths.twoFactorPassword)], whileTwoFactorIs('off'));
  router.route(at(paths.twoFactorSetup)).get(setup.show).post(setup.submit);
  router.route(at(paths.twoFactorPassword)).get(password.show).post(password.submit);
  router.use(at(paths.twoFactorSwitchOff), whileTwoFactorIs('on'));
  router.route(at(paths.twoFactorSwitchOff)).get(switchingOff.show).post(switchingOff.submit);
  return router;
}
