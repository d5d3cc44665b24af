import { Types } from 'mongoose';
import { changedDetails, detailNames, type Details } from '../employer/change-details.js';
import { employeeDetails, newEmployee } from '../employer/new-people.js';
import { Employees, type Employee, type Officer } from '../models/account.js';
import type { Detail } from '../models/change.js';
import { ImportRows, Imports, type ImportRow, type RowProblem } from '../models/import.js';
import { columnNames, columns, optional, type Column } from './columns.js';
import { wantedOf } from './wanted.js';
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

/** What the file has: an empty cell is '', a column that is not there is absent. */
const valuesIn = (details: Details, places: Partial<Record<Column, number>>): ImportRow['values'] =>
  Object.fromEntries(
    detailNames.filter((name) => places[name] !== undefined).map((name) => [name, details[name] ?? '']),
  );

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
  const number = newEmployee.shape.number.safeParse(cell('number'));
  const problems: RowProblem[] = details.success
    ? []
    : [...new Set(details.error.issues.map(({ path }) => path[0] as Detail))];
  if (!number.success) problems.unshift('number');
  if (cells.length > width) problems.push('columns');
  return {
    line,
    number: number.data ?? cell('number'),
    values: details.data && valuesIn(details.data, places),
    problems,
  };
}

/** What would happen, beside what is on record now. */
function compare(
  values: ImportRow['values'],
  employee: Employee | undefined,
): Pick<Planned, 'outcome' | 'details' | 'version' | 'detailsVersion'> {
  if (!employee) return { outcome: 'new' };
  const details = changedDetails(employee, wantedOf(values, employee));
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
    const planned = read.map(({ line, number, values, problems }): Planned => {
      const all = seen.has(number) ? [...problems, 'twice' as const] : problems;
      seen.add(number);
      if (!values || all.length > 0) return { line, number, values: {}, outcome: 'refused', problems: all };
      return { line, number, values, ...compare(values, there.get(number)) };
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
