import { Router } from 'express';
import type { Deps } from '../deps.js';
import { below, paths } from '../paths.js';
import { accessPage, actionPaths } from './access-page.js';
import { employeesPage } from './employees-page.js';
import type { OfficerAction } from './officer-actions.js';
import { perform } from './perform.js';
import { requireIdentified, resetTwoFactorPage } from './reset-two-factor-page.js';

const at = (path: string) => below(paths.employer, path);

export function employerRoutes(deps: Deps): Router {
  const router = Router();
  router.get(at(paths.employees), employeesPage);
  router.get(at(paths.employee), accessPage);
  router.get(at(paths.resetTwoFactor), resetTwoFactorPage(deps));
  router.post(at(paths.resetTwoFactor), requireIdentified(deps));
  for (const action of Object.keys(actionPaths) as OfficerAction[]) {
    router.post(at(actionPaths[action]), perform(deps, action));
  }
  return router;
}
