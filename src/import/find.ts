import type { Request } from 'express';
import { isValidObjectId } from 'mongoose';
import { officerOf } from '../employer/guards.js';
import { ImportRows, Imports, type Import, type ImportRow, type RowOutcome } from '../models/import.js';
import { NotOfEmployer } from '../web/errors.js';

/** The import that the address names, of the reader's own employer. @throws NotOfEmployer */
export async function importOf(req: Request): Promise<Import> {
  const { id } = req.params;
  if (typeof id !== 'string' || !isValidObjectId(id)) throw new NotOfEmployer();
  const found = await Imports.findOne({ _id: id, employer: officerOf(req).employer }).lean<Import>();
  if (!found) throw new NotOfEmployer();
  return found;
}

export interface Counts {
  all: number;
  left: number;
  /** Each only as far as it is carried out, or all of them where nothing was yet. */
  outcomes: Record<RowOutcome, number>;
}

/** How far it is, in one pass. */
export async function countRows({ _id, state }: Import): Promise<Counts> {
  const groups = await ImportRows.aggregate<{ _id: { outcome: RowOutcome; done: boolean }; count: number }>([
    { $match: { import: _id } },
    { $group: { _id: { outcome: '$outcome', done: '$done' }, count: { $sum: 1 } } },
  ]);
  const counts: Counts = { all: 0, left: 0, outcomes: { new: 0, changed: 0, same: 0, refused: 0 } };
  for (const { _id: group, count } of groups) {
    counts.all += count;
    if (!group.done) counts.left += count;
    if (group.done || state === 'waiting') counts.outcomes[group.outcome] += count;
  }
  return counts;
}

/** The first rows with this outcome; once it is confirmed only what is carried out. */
export const rowsWith = ({ _id, state }: Import, outcome: RowOutcome, most: number): Promise<ImportRow[]> =>
  ImportRows.find({ import: _id, outcome, ...(state !== 'waiting' && { done: true }) })
    .sort({ line: 1 })
    .limit(most)
    .lean<ImportRow[]>();
