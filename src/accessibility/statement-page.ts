import type { RequestHandler } from 'express';
import { date } from '../dates.js';
import { messages } from './messages.js';

const madeOn = new Date('2026-11-22T12:00:00+01:00');

/** The accessibility statement: open to everybody, and made out to the employer of who is logged in. */
export const statementPage: RequestHandler = (req, res) => {
  res.render('accessibility/statement', {
    t: messages(req).statementPage,
    madeOn: date(madeOn, req),
  });
};
