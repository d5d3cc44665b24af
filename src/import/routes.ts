import { Router } from 'express';
import type { Deps } from '../deps.js';
import { countActions, noteStranger } from '../employer/conduct.js';
import { below, paths } from '../paths.js';
import { importPage, templatePage } from './import-page.js';
import { previewPage } from './preview-page.js';
import { importResult } from './result.js';

const at = (path: string) => below(paths.import, path);

export function importRoutes(deps: Deps): Router {
  const router = Router();
  router.use(countActions(deps));
  const { show, submit } = importPage(deps);
  router.route('/').get(show).post(submit);
  router.get(at(paths.importTemplate), templatePage);
  const preview = previewPage(deps);
  router.route(at(paths.importPreview)).get(preview.show).post(preview.submit);
  router.get(at(paths.importResult), importResult);
  router.use(noteStranger(deps));
  return router;
}
