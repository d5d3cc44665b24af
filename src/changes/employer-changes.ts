import type { Types } from 'mongoose';
import { Employers } from '../models/employer.js';
import { enter } from './enter.js';

/** Enters what changed of an employer in its audit log. There are no letters to it. */
export async function enterEmployerChanges(employer: Types.ObjectId): Promise<void> {
  const { changes } = await Employers.findById(employer).orFail().lean();
  for (const change of changes) {
    await enter({ ...change, employer });
    await Employers.updateOne({ _id: employer }, { $pull: { changes: { _id: change._id } } });
  }
}

/** Enters what a killed process left behind. */
export async function sweepEmployerChanges(): Promise<void> {
  const left = await Employers.find({ 'changes.0': { $exists: true } }, '_id').lean();
  for (const { _id } of left) await enterEmployerChanges(_id);
}
