import type { Request, RequestHandler } from 'express';
import { isValidObjectId, Types } from 'mongoose';
import type { Officer } from '../models/account.js';
import { requireSignedIn } from '../sign-in/guards.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { Forbidden, NotFound } from '../web/errors.js';
import type { Whom } from './change-access.js';

const requireOfficerRole: RequestHandler = (req, _res, next) => {
  if (signedInVisitor(req).account.kind !== 'officer') throw new Forbidden();
  next();
};

/** For the officers of an employer. */
export const requireOfficer = [requireSignedIn, requireOfficerRole];

/** The officer who asks for a page behind `requireOfficer`: every query of it names their employer. */
export function officerOf(req: Request): Officer {
  const { account } = signedInVisitor(req);
  if (account.kind !== 'officer') throw new Forbidden();
  return account;
}

/** Whom the address names: somebody of the officer's own employer, or nobody. */
export function whom(req: Request): Whom {
  const { id } = req.params;
  if (typeof id !== 'string' || !isValidObjectId(id)) throw new NotFound();
  return { employer: officerOf(req).employer, employee: new Types.ObjectId(id) };
}
