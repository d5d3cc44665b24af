import { changeMade } from '../changes/change-made.js';
import { addNewcomer } from '../employer/add-people.js';
import { changeDetails, changedDetails } from '../employer/change-details.js';
import { Fatal } from '../fatal.js';
import { Accounts, type Employee } from '../models/account.js';
import type { Actor } from '../models/change.js';
import type { ImportRow } from '../models/import.js';
import type { Needs } from './carry-out.js';
import { wantedOf } from './wanted.js';

/** What became of a row. */
export type Became = Pick<ImportRow, 'outcome' | 'problems'>;

const meanwhile: Became = { outcome: 'refused', problems: ['meanwhile'] };

const keyOf = ({ employer, number }: ImportRow) => `${employer.toString()}:${number}`;

// By its unique index alone, whatever kind of account: the embedded engine looks nothing else up without a scan.
const find = (row: ImportRow) => Accounts.findOne({ numberKey: keyOf(row) }).lean<Employee>();

/** The employees that rows are about, where there are. */
export async function onRecord(rows: ImportRow[]): Promise<(Employee | undefined)[]> {
  const found = await Accounts.find({ numberKey: { $in: rows.map(keyOf) } }).lean<Employee[]>();
  const byKey = new Map(found.map((employee) => [employee.numberKey, employee]));
  return rows.map((row) => byKey.get(keyOf(row)));
}

async function add(row: ImportRow, by: Actor, needs: Needs): Promise<Became> {
  const { initials, prefix, surname, email, birthDate } = wantedOf(row.values, undefined);
  const given = {
    employer: row.employer.toString(),
    number: row.number,
    initials,
    surname,
    email,
    ...(prefix !== undefined && { prefix }),
    ...(birthDate !== undefined && { birthDate }),
  };
  try {
    await addNewcomer(given, by, needs.now(), row._id);
  } catch (error) {
    // Another process was first, or somebody by hand: the next look shows which.
    const there = error instanceof Fatal && (await find(row));
    if (there) return change(row, there, by, needs);
    throw error;
  }
  await needs.relay.keep(row._id);
  return { outcome: 'new' };
}

async function change(row: ImportRow, there: Employee, by: Actor, needs: Needs): Promise<Became> {
  const { _id, outcome, version, detailsVersion } = row;
  const wanted = wantedOf(row.values, there);
  const isOther = changedDetails(there, wanted).length > 0;
  if (isOther && there.version === version && (there.detailsVersion ?? 0) === detailsVersion) {
    const isChanged = await changeDetails(there, wanted, by, needs.now(), _id);
    // Somebody was first: the next look shows who.
    if (!isChanged) return becomesOf(row, (await find(row)) ?? undefined, by, needs);
    await needs.relay.keep(there._id);
    return { outcome };
  }
  // Before a process was killed.
  if (there._id.equals(_id) || (await changeMade(_id, there))) return { outcome };
  return isOther ? meanwhile : { outcome: 'same' };
}

/**
 * Does what a row asks, unless it was done before.
 * @param there the employee as found a moment ago
 */
export async function becomesOf(
  row: ImportRow,
  there: Employee | undefined,
  by: Actor,
  needs: Needs,
): Promise<Became> {
  if (there) return change(row, there, by, needs);
  return row.outcome === 'new' ? add(row, by, needs) : meanwhile;
}
