import { Types } from 'mongoose';
import { accessState, possibleActions } from '../employer/officer-actions.js';
import { waitsAs } from '../four-eyes/waiting.js';
import { Employees, type Employee, type Officer } from '../models/account.js';
import { Batches, BatchRows, type BatchAction, type BatchOutcome, type BatchRow } from '../models/batch.js';
import { conditionOf, type Filter } from '../models/employee-listing.js';
import { listName } from '../models/names.js';

const day = 24 * 60 * 60_000;
/** Milliseconds that what nobody confirmed is kept. */
const plannedFor = day;
const atOnce = 1000;

/** So many that nobody confirmed are kept of one officer: who only looks cannot fill the database. */
const mostPlanned = 5;

async function forgetOlder({ _id: officer, employer }: Officer): Promise<void> {
  const older = await Batches.find({ employer, officer, state: 'planned' }, '_id')
    .sort({ at: -1 })
    .skip(mostPlanned - 1)
    .lean();
  for (const { _id } of older) {
    // Unless it was confirmed at this moment.
    const { deletedCount } = await Batches.deleteOne({ _id, state: 'planned' });
    if (deletedCount === 1) await BatchRows.deleteMany({ batch: _id });
  }
}

/** Which employees: those that were ticked, or all of a filter. */
export type Chosen = { ids: string[] } | { filter: Filter };

const idsOf = (ids: string[]) => ids.map((id) => new Types.ObjectId(id));

const outcomeOf = (employee: Employee, action: BatchAction, now: Date): BatchOutcome => {
  if (!possibleActions(employee).includes(action)) return 'no-button';
  return waitsAs(employee, action, now) ? 'waits' : 'done';
};

/**
 * Keeps what would happen to whom, for the officer to look at and confirm. Nothing of it is done.
 * @returns its id; undefined where it would be nobody
 */
export async function planBatch(
  who: Officer,
  action: BatchAction,
  chosen: Chosen,
  now: Date,
): Promise<Types.ObjectId | undefined> {
  await forgetOlder(who);
  const { employer, _id: officer } = who;
  const _id = new Types.ObjectId();
  const expires = new Date(now.getTime() + plannedFor);
  const condition = 'ids' in chosen ? { _id: { $in: idsOf(chosen.ids) } } : conditionOf(chosen.filter, now);
  const found = Employees.find({ employer, ...condition })
    .sort({ sortKey: 1, _id: 1 })
    .lean<Employee>()
    .cursor({ batchSize: atOnce });
  let line = 0;
  let rows: Omit<BatchRow, '_id'>[] = [];
  for await (const employee of found) {
    const outcome = outcomeOf(employee, action, now);
    rows.push({
      batch: _id,
      employer,
      account: employee._id,
      line: ++line,
      number: employee.number,
      name: listName(employee),
      access: accessState(employee.access),
      outcome,
      isLeft: outcome !== 'no-button',
      until: now,
      expires,
    });
    if (rows.length < atOnce) continue;
    await BatchRows.insertMany(rows);
    rows = [];
  }
  if (line === 0) return undefined;
  await BatchRows.insertMany(rows);
  await Batches.create({ _id, employer, officer, action, at: now, state: 'planned', expires });
  return _id;
}
