import { Types } from 'mongoose';
import { Employees, type Employee } from './account.js';
import type { Listing } from './employee-listing.js';

/** Rows of a page. */
export const pageSize = 50;

/** Where a page begins or ends: the sorted value of the row beside it, and its id, which breaks ties. */
export interface Place {
  direction: 'after' | 'before';
  value: string | Date;
  id: Types.ObjectId;
}

/** A page of employees; each place is there when there are more on that side. */
export interface EmployeePage {
  employees: Employee[];
  before?: Place;
  after?: Place;
}

const valueOf = (employee: Employee, field: string): string | Date => {
  let value: unknown = employee;
  for (const name of field.split('.')) value = (value as Record<string, unknown>)[name];
  return value as string | Date;
};

// From the place on, in one range of the index; of those with the same value only what comes behind it.
const beyond = ({ direction, value, id }: Place, sort: string) => {
  const [from, past] = direction === 'after' ? ['$gte', '$lte'] : ['$lte', '$gte'];
  return { $and: [{ [sort]: { [from]: value } }], $nor: [{ [sort]: value, _id: { [past]: id } }] };
};

/** The page at a place, the first without one. By key: it reads no more than it shows, however far one has gone. */
export async function employeePage({ condition, sort }: Listing, place?: Place): Promise<EmployeePage> {
  const step = place?.direction === 'before' ? -1 : 1;
  const found = await Employees.find({ ...condition, ...(place && beyond(place, sort)) })
    .sort({ [sort]: step, _id: step })
    .limit(pageSize + 1)
    .lean<Employee[]>();
  const hasMore = found.length > pageSize;
  const employees = found.slice(0, pageSize);
  if (step === -1) employees.reverse();
  const [first, last] = [employees[0], employees.at(-1)];
  const hasBefore = step === -1 ? hasMore : place !== undefined;
  const hasAfter = step === -1 || hasMore;
  const at = (direction: Place['direction'], employee: Employee): Place => ({
    direction,
    value: valueOf(employee, sort),
    id: employee._id,
  });
  return {
    employees,
    ...(first && hasBefore && { before: at('before', first) }),
    ...(last && hasAfter && { after: at('after', last) }),
  };
}
