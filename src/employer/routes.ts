import { Router } from 'express';
import type { Deps } from '../deps.js';
import { below, paths } from '../paths.js';
import { accessPage, actionPaths } from './access-page.js';
import { employeesPage } from './employees-page.js';
import { identifiedPage, requireIdentified } from './identified-page.js';
import { logFilePage, logPage } from './log-page.js';
import type { OfficerAction } from './officer-actions.js';
import { perform } from './perform.js';

const at = (path: string) => below(paths.employer, path);

export function employerRoutes(deps: Deps): Router {
  const router = Router();
  router.get(at(paths.employees), employeesPage(deps));
  router.get(at(paths.log), logPage);
  router.get(at(paths.logFile), logFilePage);
  router.get(at(paths.employee), accessPage(deps));
  for (const action of ['reset-two-factor', 'invite-again'] as const) {
    router.get(at(actionPaths[action]), identifiedPage(deps, action));
    router.post(at(actionPaths[action]), requireIdentified(deps, action));
  }
  for (const action of Object.keys(actionPaths) as OfficerAction[]) {
    router.post(at(actionPaths[action]), perform(deps, action));
  }
  return router;
}
