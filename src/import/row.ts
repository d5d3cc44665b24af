import { changeMade } from '../changes/change-made.js';
import { addNewcomer } from '../employer/add-people.js';
import { changeDetails, changedDetails } from '../employer/change-details.js';
import { Fatal } from '../fatal.js';
import { Accounts, type Employee } from '../models/account.js';
import type { Actor } from '../models/change.js';
import type { ImportRow } from '../models/import.js';
import { wantedOf } from './wanted.js';

/** What became of a row, and the account that it made or changed. */
export interface Became extends Pick<ImportRow, 'outcome' | 'problems'> {
  account?: ImportRow['_id'];
}

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

/** Whether a row was carried out already, before a process was killed. */
export const wasDone = async ({ _id }: ImportRow, there: Employee): Promise<boolean> =>
  there._id.equals(_id) || (await changeMade(_id, there)) !== null;

async function add(row: ImportRow, by: Actor, now: Date): Promise<Became> {
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
    await addNewcomer(given, by, now, row._id);
  } catch (error) {
    // Another process was first, or somebody by hand: the next look shows which.
    const there = error instanceof Fatal && (await find(row));
    if (there) return change(row, there, by, now);
    throw error;
  }
  return { outcome: 'new', account: row._id };
}

async function change(row: ImportRow, there: Employee, by: Actor, now: Date): Promise<Became> {
  const { _id, outcome, version, detailsVersion } = row;
  const wanted = wantedOf(row.values, there);
  const isOther = changedDetails(there, wanted).length > 0;
  if (isOther && there.version === version && (there.detailsVersion ?? 0) === detailsVersion) {
    const isChanged = await changeDetails(there, wanted, by, now, _id);
    // Somebody was first: the next look shows who.
    if (!isChanged) return becomesOf(row, (await find(row)) ?? undefined, by, now);
    return { outcome, account: there._id };
  }
  // Before a process was killed.
  if (await wasDone(row, there)) return { outcome };
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
  now: Date,
): Promise<Became> {
  if (there) return change(row, there, by, now);
  return row.outcome === 'new' ? add(row, by, now) : meanwhile;
}
