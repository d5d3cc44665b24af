import { Router } from 'express';
import type { Deps } from '../deps.js';
import { countActions, noteStranger } from '../employer/conduct.js';
import { below, paths } from '../paths.js';
import { batchPage } from './batch-page.js';
import { listPage } from './choose.js';
import { earlierPage } from './earlier-page.js';
import { batchResult } from './result.js';

/** The list of employees itself: who lie below it are for other routes. */
export function employeesRoutes(deps: Deps): Router {
  const { show, submit } = listPage(deps);
  const router = Router();
  router.get('/', show);
  router.post('/', countActions(deps), submit);
  router.use(noteStranger(deps));
  return router;
}

/** What is done for many together. That it is confirmed counts as nothing more: the choice did. */
export function batchRoutes(deps: Deps): Router {
  const { show, submit } = batchPage(deps);
  const at = (path: string) => below(paths.batches, path);
  const router = Router();
  router.get('/', earlierPage);
  router.route(at(paths.batch)).get(show).post(submit);
  router.get(at(paths.batchResult), batchResult);
  router.use(noteStranger(deps));
  return router;
}
