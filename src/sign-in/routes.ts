import { Router } from 'express';
import type { Deps } from '../deps.js';
import { codePage } from './code-page.js';
import { passwordPage } from './password-page.js';
import { cancelSignIn, signOut } from './sign-out.js';

export function passwordRoutes(deps: Deps): Router {
  const page = passwordPage(deps);
  const router = Router();
  router.route('/').get(page.show).post(page.submit);
  return router;
}

export function codeRoutes(deps: Deps): Router {
  const page = codePage(deps);
  const router = Router();
  router.route('/').get(page.show).post(page.submit);
  return router;
}

export const cancelRoutes = (): Router => Router().post('/', cancelSignIn);

export const signOutRoutes = (deps: Deps): Router => Router().post('/', signOut(deps));
