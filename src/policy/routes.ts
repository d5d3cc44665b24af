import { Router } from 'express';
import type { Deps } from '../deps.js';
import { countActions } from '../employer/conduct.js';
import { below, paths } from '../paths.js';
import { policyPage } from './policy-page.js';

export function policyRoutes(deps: Deps): Router {
  const { show, effects, submit } = policyPage(deps);
  const router = Router();
  router.use(countActions(deps));
  router.route('/').get(show).post(submit);
  router.get(below(paths.policy, paths.policyEffects), effects);
  return router;
}
