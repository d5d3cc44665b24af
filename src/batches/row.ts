import { changeMade } from '../changes/change-made.js';
import { findEmployee } from '../employer/change-access.js';
import { possibleActions } from '../employer/officer-actions.js';
import { changeWithinLimits } from '../employer/within-limits.js';
import { Employees, type Employee } from '../models/account.js';
import type { Batch, BatchOutcome, BatchRow } from '../models/batch.js';
import { NotOfEmployer, TooManyTries } from '../web/errors.js';
import type { Needs } from './carry-out.js';

/** How often it is tried for somebody who does something else at the same moment. */
const tries = 5;

/** What a process did for this row before it was killed. */
async function outcomeOf(row: BatchRow['_id'], employee: Employee): Promise<BatchOutcome | undefined> {
  const before = await changeMade(row, employee);
  return before ? (before.action === 'approval-asked' ? 'waits' : 'done') : undefined;
}

/** The same, of whom nothing else is known. */
export const wasDone = async ({ _id, employer, account }: BatchRow): Promise<BatchOutcome | undefined> => {
  const employee = await Employees.findOne({ _id: account, employer }).lean<Employee>();
  return employee ? outcomeOf(_id, employee) : undefined;
};

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
    const before = await outcomeOf(_id, employee);
    if (before) return before;
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
