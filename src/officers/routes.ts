import { Router } from 'express';
import type { Deps } from '../deps.js';
import { countActions, noteStranger } from '../employer/conduct.js';
import { below, paths } from '../paths.js';
import { actionPaths, colleaguePage, withPage } from './colleague-page.js';
import { confirmPage } from './confirm-page.js';
import { invitePage } from './invite-page.js';
import { listPage } from './list-page.js';
import { performAtOnce } from './perform.js';

const at = (path: string) => below(paths.officers, path);

export function officerRoutes(deps: Deps): Router {
  const router = Router();
  router.use(countActions(deps));
  router.get('/', listPage);
  const { show, submit } = invitePage(deps);
  router.route(at(paths.inviteOfficer)).get(show).post(submit);
  router.get(at(paths.officer), colleaguePage(deps));
  for (const action of withPage) {
    const { show, submit } = confirmPage(deps, action);
    router.route(at(actionPaths[action])).get(show).post(submit);
  }
  for (const action of ['send-invitation-again', 'unblock', 'make-beheerder', 'make-medewerker'] as const)
    router.post(at(actionPaths[action]), performAtOnce(deps, action));
  router.use(noteStranger(deps));
  return router;
}
