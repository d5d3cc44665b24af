import type { RequestHandler } from 'express';
import { officerOf, requireOfficer } from '../employer/guards.js';
import { roleOf } from '../models/role.js';
import { Forbidden } from '../web/errors.js';

const requireBeheerderRole: RequestHandler = (req, _res, next) => {
  if (roleOf(officerOf(req)) !== 'beheerder') {
    req.log.warn({ section: req.baseUrl }, 'only for a beheerder');
    throw new Forbidden();
  }
  next();
};

/** For the officers of an employer who may change its policy and their colleagues. */
export const requireBeheerder = [...requireOfficer, requireBeheerderRole];
