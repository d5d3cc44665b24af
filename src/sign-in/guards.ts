import type { Request, RequestHandler, Response } from 'express';
import { fullName } from '../models/names.js';
import { paths } from '../paths.js';
import { redirectWithFailure } from '../web/notice.js';
import type { Duty } from './duty.js';
import { messages } from './messages.js';
import { isSignedIn, type Visitor } from './visitor.js';
import { rememberWanted } from './wanted-page.js';

/** For everyone. */
export const open: RequestHandler = (_req, _res, next) => {
  next();
};

const duties: Record<Duty, string> = {
  'set-up-two-factor': paths.twoFactor,
  'choose-password': paths.changePassword,
};

/** Where each step is. */
const stepOf = (visitor: Visitor): string => {
  switch (visitor.stage) {
    case 'anonymous':
      return paths.signIn;
    case 'password-accepted':
      return paths.code;
    case 'held-up':
      return duties[visitor.duty];
    case 'signed-in':
      return paths.home;
  }
};

function leadToStep(req: Request, res: Response): void {
  // A page that is asked for too early is often a bookmark; a form never is.
  if (req.method !== 'GET') req.log.warn({ section: req.baseUrl, stage: req.visitor.stage }, 'step skipped');
  res.redirect(303, stepOf(req.visitor));
}

/** For who is signed in, and held up by nothing else than these duties; everybody else goes to the step that they are at. */
export const requireSignedInDespite =
  (...despite: Duty[]): RequestHandler =>
  (req, res, next) => {
    const { visitor } = req;
    if (visitor.stage === 'signed-in' || (visitor.stage === 'held-up' && despite.includes(visitor.duty))) {
      next();
      return;
    }
    if (visitor.stage !== 'held-up') rememberWanted(req);
    leadToStep(req, res);
  };

/** For who is signed in. */
export const requireSignedIn = requireSignedInDespite();

/** For who gave the right password, and not yet the code. */
export const requirePasswordAccepted: RequestHandler = (req, res, next) => {
  if (req.visitor.stage === 'password-accepted') next();
  else leadToStep(req, res);
};

/** For who is not signed in yet. */
export const requireNotSignedIn =
  (now: () => Date): RequestHandler =>
  (req, res, next) => {
    const { visitor } = req;
    if (!isSignedIn(visitor)) next();
    // Somebody else, in another tab: they are not to think that this is theirs.
    else if (req.method === 'POST' || req.staleForm) {
      const text = messages(req).passwordPage.alreadySignedIn(fullName(visitor.account));
      redirectWithFailure(req, res, stepOf(visitor), text, now());
    } else res.redirect(303, stepOf(visitor));
  };
