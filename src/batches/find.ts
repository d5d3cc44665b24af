import type { Request } from 'express';
import { isValidObjectId } from 'mongoose';
import { officerOf } from '../employer/guards.js';
import { Batches, BatchRows, type Batch, type BatchOutcome, type BatchRow } from '../models/batch.js';
import { NotOfEmployer } from '../web/errors.js';

/** The batch that the address names, of the reader's own employer. @throws NotOfEmployer */
export async function batchOf(req: Request): Promise<Batch> {
  const { id } = req.params;
  if (typeof id !== 'string' || !isValidObjectId(id)) throw new NotOfEmployer();
  const found = await Batches.findOne({ _id: id, employer: officerOf(req).employer }).lean<Batch>();
  if (!found) throw new NotOfEmployer();
  return found;
}

export interface Counts {
  all: number;
  left: number;
  /** Each only as far as it is carried out, or all of them where nothing was yet. */
  outcomes: Partial<Record<BatchOutcome, number>>;
}

/** How far it is, in one pass. */
export async function countRows({ _id, state }: Batch): Promise<Counts> {
  const groups = await BatchRows.aggregate<{
    _id: { outcome: BatchOutcome; isLeft: boolean };
    count: number;
  }>([
    { $match: { batch: _id } },
    { $group: { _id: { outcome: '$outcome', isLeft: '$isLeft' }, count: { $sum: 1 } } },
  ]);
  const counts: Counts = { all: 0, left: 0, outcomes: {} };
  for (const { _id: group, count } of groups) {
    counts.all += count;
    if (group.isLeft) counts.left += count;
    if (group.isLeft && state !== 'planned') continue;
    counts.outcomes[group.outcome] = (counts.outcomes[group.outcome] ?? 0) + count;
  }
  return counts;
}

/** The first rows with one of these outcomes; of a batch that runs only what is carried out. */
export const rowsWith = (
  { _id, state }: Batch,
  outcomes: BatchOutcome[],
  most: number,
): Promise<BatchRow[]> =>
  BatchRows.find({
    batch: _id,
    outcome: { $in: outcomes },
    ...(state !== 'planned' && { isLeft: false }),
  })
    .sort({ line: 1 })
    .limit(most)
    .lean<BatchRow[]>();
