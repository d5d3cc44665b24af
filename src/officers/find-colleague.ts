import type { Request } from 'express';
import { isValidObjectId, Types } from 'mongoose';
import { officerOf } from '../employer/guards.js';
import { Officers, type Officer } from '../models/account.js';
import { NotFound, NotOfEmployer } from '../web/errors.js';

/** Who is an officer of this employer now: not who was removed. */
export const staffOfEmployer = (employer: Types.ObjectId) => ({
  employer,
  kind: 'officer',
  'access.state': { $ne: 'revoked' },
});

/** The officer whom the address names, of the reader's own employer. @throws NotOfEmployer where there is none */
export async function findColleague(req: Request): Promise<Officer> {
  const { id } = req.params;
  if (typeof id !== 'string' || !isValidObjectId(id)) throw new NotOfEmployer();
  const _id = new Types.ObjectId(id);
  const found = await Officers.findOne({ _id, employer: officerOf(req).employer }).lean<Officer>();
  if (!found) throw new NotOfEmployer();
  // Removed: no stranger, but no colleague any more.
  if (found.access.state === 'revoked') throw new NotFound();
  return found;
}
