import type { ErrorRequestHandler, RequestHandler } from 'express';
import { actorOf, change } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { Officers } from '../models/account.js';
import { NotOfEmployer } from '../web/errors.js';
import { officerOf } from './guards.js';

/** Counts what an officer sends to change something. */
export const countActions =
  ({ attempts }: Deps): RequestHandler =>
  async (req, _res, next) => {
    if (req.method === 'POST') await attempts.officerAction(officerOf(req)._id);
    next();
  };

/**
 * Enters in the log who asked for somebody or something that their employer does not have. Of one that is another's and
 * one that is nobody's it says the same: the log does not tell who works elsewhere.
 */
export const noteStranger =
  ({ attempts, now, relay }: Deps): ErrorRequestHandler =>
  async (error: unknown, req, _res, next) => {
    if (error instanceof NotOfEmployer) {
      const officer = officerOf(req);
      if (await attempts.strangerAsked(officer._id)) {
        const reason = req.originalUrl.replace(/\?.*/, '').slice(0, 200);
        const asked = change('stranger-asked', actorOf(req, officer), now(), { reason });
        await Officers.updateOne({ _id: officer._id }, { $push: { changes: asked } });
        await relay.bring(officer._id);
      }
    }
    next(error);
  };
