import type { RequestHandler } from 'express';
import { paths } from '../paths.js';
import { rememberWanted } from './wanted-page.js';

/** For everyone. */
export const open: RequestHandler = (_req, _res, next) => {
  next();
};

/** For who is signed in; everybody else goes to the step that they are at. */
export const requireSignedIn: RequestHandler = (req, res, next) => {
  if (req.visitor.stage === 'signed-in') {
    next();
    return;
  }
  rememberWanted(req);
  res.redirect(303, req.visitor.stage === 'password-accepted' ? paths.code : paths.signIn);
};

/** For who gave the right password, and not yet the code. */
export const requirePasswordAccepted: RequestHandler = (req, res, next) => {
  if (req.visitor.stage === 'password-accepted') next();
  else res.redirect(303, req.visitor.stage === 'signed-in' ? paths.home : paths.signIn);
};

/** For who is not signed in yet. */
export const requireNotSignedIn: RequestHandler = (req, res, next) => {
  if (req.visitor.stage === 'signed-in') res.redirect(303, paths.home);
  else next();
};
