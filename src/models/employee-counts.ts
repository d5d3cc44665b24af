import type { Types } from 'mongoose';
import { Employees } from './account.js';
import { conditionOf, filters, type Filter } from './employee-listing.js';

export type Counts = Record<Filter, number>;

const isRange = (value: unknown): value is Record<string, Date> =>
  typeof value === 'object' && value !== null;

/** A single thing that a filter asks. */
interface Question {
  name: string;
  /** What tells groups apart: a field by its value, of which there are few, or whether it is so. */
  expression: unknown;
  isSo: (answer: unknown) => boolean;
}

function questionOf([field, value]: [string, unknown]): Question {
  const name = field.replaceAll('.', ' ');
  if (typeof value === 'string') return { name, expression: `$${field}`, isSo: (answer) => answer === value };
  const [how, asked] = isRange(value) ? (Object.entries(value)[0] ?? []) : ['$eq', value];
  const held = value === null ? { $ifNull: [`$${field}`, null] } : `$${field}`;
  return {
    name: `${name} ${(how ?? '').slice(1)}`,
    expression: { [how ?? '']: [held, asked] },
    isSo: (answer) => answer === true,
  };
}

/** How many employees each filter has, in one pass: it groups them by what the filters ask. */
export async function countEmployees(employer: Types.ObjectId, now: Date): Promise<Counts> {
  const asked = filters.map(
    (filter) => [filter, Object.entries(conditionOf(filter, now)).map(questionOf)] as const,
  );
  const told = asked.flatMap(([, questions]) => questions.map(({ name, expression }) => [name, expression]));
  const groups = await Employees.aggregate<{ _id: Record<string, unknown>; count: number }>([
    { $match: { employer } },
    { $group: { _id: Object.fromEntries(told) as object, count: { $sum: 1 } } },
  ]);
  const counted = asked.map(([filter, questions]) => {
    const meant = groups.filter(({ _id }) => questions.every(({ name, isSo }) => isSo(_id[name])));
    return [filter, meant.reduce((sum, { count }) => sum + count, 0)];
  });
  return Object.fromEntries(counted) as Counts;
}
