import { Types } from 'mongoose';
import { changedDetails, type Details } from '../employer/change-details.js';
import { employeeDetails, newEmployee } from '../employer/new-people.js';
import { Employees, type Employee, type Officer } from '../models/account.js';
import type { Detail } from '../models/change.js';
import { ImportRows, Imports, type ImportRow, type RowProblem } from '../models/import.js';
import { columnNames, columns, optional, type Column } from './columns.js';
import { UnreadableFile, type FileRow } from './read-file.js';

const keptFor = 24 * 60 * 60_000;
const atOnce = 1000;

type Planned = Pick<
  ImportRow,
  'line' | 'number' | 'values' | 'outcome' | 'details' | 'version' | 'detailsVersion' | 'problems'
>;

/** Where each column stands. @throws UnreadableFile when one is missing */
function placesOf(header: string[]): Partial<Record<Column, number>> {
  const places = Object.fromEntries(columnNames.map((name) => [name, header.indexOf(columns[name])]));
  const isMissing = (name: Column) => places[name] === -1 && !optional.includes(name);
  if (columnNames.some(isMissing)) throw new UnreadableFile('no-columns');
  return Object.fromEntries(Object.entries(places).filter(([, place]) => place !== -1));
}

/** What is wrong with a row by itself, and its values as they would be stored. */
function readRow(
  { line, cells }: FileRow,
  places: Partial<Record<Column, number>>,
  width: number,
  now: Date,
) {
  const cell = (name: Column) => cells[places[name] ?? -1] ?? '';
  const given = Object.fromEntries(columnNames.map((name) => [name, cell(name)]));
  const details = employeeDetails(now).safeParse(given);
  const problems: RowProblem[] = details.success
    ? []
    : [...new Set(details.error.issues.map(({ path }) => path[0] as Detail))];
  if (!newEmployee.shape.number.safeParse(cell('number')).success) problems.unshift('number');
  if (cells.length > width) problems.push('columns');
  return { line, number: cell('number'), details: details.data, problems };
}

/** What would happen, beside what is on record now. */
function compare(
  wanted: Details,
  employee: Employee | undefined,
): Pick<Planned, 'outcome' | 'details' | 'version' | 'detailsVersion'> {
  if (!employee) return { outcome: 'new' };
  const details = changedDetails(employee, wanted);
  return details.length === 0
    ? { outcome: 'same' }
    : {
        outcome: 'changed',
        details,
        version: employee.version,
        detailsVersion: employee.detailsVersion ?? 0,
      };
}

/** The employees with these numbers, by number. */
async function onRecord(employer: Types.ObjectId, numbers: string[]): Promise<Map<string, Employee>> {
  const keys = numbers.map((number) => `${employer.toString()}:${number}`);
  const found = await Employees.find({ employer, numberKey: { $in: keys } }).lean<Employee[]>();
  return new Map(found.map((employee) => [employee.number, employee]));
}

// A column that the file does not have leaves what is there.
const completed = (
  details: Details,
  employee: Employee | undefined,
  places: Partial<Record<Column, number>>,
) => ({
  ...details,
  ...(places.prefix === undefined && { prefix: employee?.prefix }),
  ...(places.birthDate === undefined && { birthDate: employee?.birthDate }),
});

const withoutAbsent = (details: Details) =>
  Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined),
  ) as ImportRow['values'];

/** So many that nobody confirmed are kept of one officer: who only looks cannot fill the database. */
const mostWaiting = 5;

async function forgetOlder({ _id: officer, employer }: Officer): Promise<void> {
  const older = await Imports.find({ employer, officer, state: 'waiting' }, '_id')
    .sort({ _id: -1 })
    .skip(mostWaiting - 1)
    .lean();
  for (const { _id } of older) {
    // Unless it was confirmed at this moment.
    const { deletedCount } = await Imports.deleteOne({ _id, state: 'waiting' });
    if (deletedCount === 1) await ImportRows.deleteMany({ import: _id });
  }
}

/** Keeps what a file would do, for the officer to look at and confirm. Nothing of it is done. @returns its id @throws UnreadableFile */
export async function planImport(
  { header, rows }: { header: string[]; rows: FileRow[] },
  who: Officer,
  now: Date,
): Promise<Types.ObjectId> {
  const places = placesOf(header);
  await forgetOlder(who);
  const { employer, _id: officer } = who;
  const _id = new Types.ObjectId();
  const expires = new Date(now.getTime() + keptFor);
  const seen = new Set<string>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const read = rows.slice(from, from + atOnce).map((row) => readRow(row, places, header.length, now));
    const there = await onRecord(
      employer,
      read.map(({ number }) => number),
    );
    const planned = read.map(({ line, number, details, problems }): Planned => {
      const all = seen.has(number) ? [...problems, 'twice' as const] : problems;
      seen.add(number);
      if (!details || all.length > 0) return { line, number, values: {}, outcome: 'refused', problems: all };
      const employee = there.get(number);
      const wanted = completed(details, employee, places);
      return { line, number, values: withoutAbsent(wanted), ...compare(wanted, employee) };
    });
    const isDone = ({ outcome }: Planned) => outcome === 'same' || outcome === 'refused';
    await ImportRows.insertMany(
      planned.map((row) => ({ ...row, import: _id, employer, done: isDone(row), expires })),
      { ordered: false },
    );
  }
  await Imports.create({ _id, employer, officer, state: 'waiting', expires });
  return _id;
}
