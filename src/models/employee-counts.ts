import type { Types } from 'mongoose';
import { Employees } from './account.js';
import { conditionOf, filters, type Filter } from './employee-listing.js';

export type Counts = Record<Filter, number>;

type Condition = ReturnType<typeof conditionOf>;

const isRange = (value: unknown): value is Record<string, Date> =>
  typeof value === 'object' && value !== null;

/** Each single thing that a filter asks, by a name, as an expression that is true or false. */
function questions(conditions: Condition[]) {
  const all = new Map<string, object>();
  for (const [field, value] of conditions.flatMap((condition) => Object.entries(condition))) {
    const [is, asked] = isRange(value) ? (Object.entries(value)[0] ?? []) : ['$eq', value];
    const held = value === null ? { $ifNull: [`$${field}`, null] } : `$${field}`;
    all.set(nameOf(field, value), { [is ?? '']: [held, asked] });
  }
  return all;
}

const nameOf = (field: string, value: unknown) =>
  `${field} ${isRange(value) ? Object.keys(value).join() : String(value)}`.replaceAll(/[.$]/g, ' ');

/** How many employees each filter has, in one pass: it groups them by their answers, of which there are few. */
export async function countEmployees(employer: Types.ObjectId, now: Date): Promise<Counts> {
  const conditions = filters.map((filter) => [filter, conditionOf(filter, now)] as const);
  const groups = await Employees.aggregate<{ _id: Record<string, boolean>; count: number }>([
    { $match: { employer } },
    {
      $group: {
        _id: Object.fromEntries(questions(conditions.map(([, condition]) => condition))),
        count: { $sum: 1 },
      },
    },
  ]);
  const counted = conditions.map(([filter, condition]) => {
    const asked = Object.entries(condition).map(([field, value]) => nameOf(field, value));
    const meant = groups.filter(({ _id }) => asked.every((name) => _id[name]));
    return [filter, meant.reduce((sum, { count }) => sum + count, 0)];
  });
  return Object.fromEntries(counted) as Counts;
}
