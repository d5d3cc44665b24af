import type { RequestHandler } from 'express';
import { explanationPage as t } from './messages.js';

/** What "Klik hier" of the manual leads to. */
export const explanationPage: RequestHandler = (_req, res) => {
  res.render('two-factor/explanation', { t });
};
