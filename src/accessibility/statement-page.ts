import type { RequestHandler } from 'express';
import { statementPage as t } from './messages.js';

/** The accessibility statement: open to everybody, and made out to the employer of who is logged in. */
export const statementPage: RequestHandler = (_req, res) => {
  res.render('accessibility/statement', { t });
};
