import type { Types } from 'mongoose';
import { findEmployee } from '../employer/change-access.js';
import { possibleActions } from '../employer/officer-actions.js';
import { changeWithinLimits } from '../employer/within-limits.js';
import { AuditEntries } from '../models/audit-entry.js';
import type { Batch, BatchOutcome, BatchRow } from '../models/batch.js';
import type { Change } from '../models/change.js';
import type { Employee } from '../models/account.js';
import { NotOfEmployer, TooManyTries } from '../web/errors.js';
import type { Needs } from './carry-out.js';

/** How often it is tried for somebody who does something else at the same moment. */
const tries = 5;

/** The change that a row made before a process was killed: it is with the account until it is in the log. */
async function changeOf(_id: Types.ObjectId, { changes }: Employee): Promise<Pick<Change, 'action'> | null> {
  return (
    changes.find((one) => one._id.equals(_id)) ??
    AuditEntries.findById(_id, 'action').lean<Pick<Change, 'action'>>()
  );
}

async function change(
  { action, by, reason }: Batch,
  { _id, employer, account }: BatchRow,
  needs: Needs,
): Promise<BatchOutcome> {
  if (!by) throw new Error('nobody confirmed this batch');
  const whom = { employer, employee: account };
  const asked = { id: _id, by, now: needs.now(), ...(reason && { reason }) };
  for (let i = 0; i < tries; i++) {
    const employee = await findEmployee(whom);
    const before = await changeOf(_id, employee);
    if (before) return before.action === 'approval-asked' ? 'waits' : 'done';
    if (!possibleActions(employee).includes(action)) break;
    const outcome = await changeWithinLimits(needs, whom, action, asked);
    if (outcome === 'waits-already') return 'waits';
    if (outcome !== 'not-now') return outcome;
  }
  return 'meanwhile';
}

/** Does what a row asks, unless it was done before. @returns what became of it */
export async function becomesOf(batch: Batch, row: BatchRow, needs: Needs): Promise<BatchOutcome> {
  try {
    return await change(batch, row, needs);
  } catch (error) {
    if (error instanceof TooManyTries) return 'too-many-letters';
    if (error instanceof NotOfEmployer) return 'meanwhile';
    throw error;
  }
}
