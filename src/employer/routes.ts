import { Router } from 'express';
import { coveragePage } from '../coverage/coverage-page.js';
import type { Deps } from '../deps.js';
import { decidePage, fourEyesPage } from '../four-eyes/page.js';
import { leavingPage } from '../leaving/leaving-page.js';
import { below, paths } from '../paths.js';
import { accessPage, actionPaths } from './access-page.js';
import { confirmPage, requireConfirmed } from './confirm-page.js';
import { countActions, noteStranger } from './conduct.js';
import { detailsPage } from './details-page.js';
import { logFilePage, logPage } from './log-page.js';
import { isConfirmed, type OfficerAction } from './officer-actions.js';
import { perform } from './perform.js';

const at = (path: string) => below(paths.employer, path);

export function employerRoutes(deps: Deps): Router {
  const router = Router();
  router.use(countActions(deps));
  router.get(at(paths.coverage), coveragePage(deps));
  router.get(at(paths.log), logPage);
  router.get(at(paths.logFile), logFilePage);
  router.get(at(paths.employee), accessPage(deps));
  router.get(at(paths.fourEyes), fourEyesPage(deps));
  router.post(at(paths.confirmWaiting), decidePage(deps, 'confirm'));
  router.post(at(paths.refuseWaiting), decidePage(deps, 'refuse'));
  const details = detailsPage(deps);
  router.route(at(paths.employeeDetails)).get(details.show).post(details.submit);
  const leaving = leavingPage(deps);
  router.route(at(paths.leaving)).get(leaving.show).post(leaving.submit);
  for (const action of Object.keys(actionPaths) as OfficerAction[]) {
    if (isConfirmed(action)) {
      router.get(at(actionPaths[action]), confirmPage(deps, action));
      router.post(at(actionPaths[action]), requireConfirmed(deps, action));
    }
    router.post(at(actionPaths[action]), perform(deps, action));
  }
  router.use(noteStranger(deps));
  return router;
}
