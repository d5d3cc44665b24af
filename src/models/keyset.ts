import type { Types } from 'mongoose';

/** Rows of a page. */
export const pageSize = 50;

/** Where a page begins or ends: the sorted value of the row beside it, and its id, which breaks ties. */
export interface Place {
  direction: 'after' | 'before';
  value: string | Date;
  id: Types.ObjectId;
}

/** A query, what it is sorted by before the id, and whether the last comes first. */
export interface Listing {
  condition: Record<string, unknown>;
  sort: string;
  newestFirst?: true;
}

/** A page of rows; each place is there when there are more on that side. */
export interface Page<T> {
  rows: T[];
  before?: Place;
  after?: Place;
}

/** Reads rows of a collection: what the condition asks, sorted, at most so many. */
export type Read<T> = (
  condition: Record<string, unknown>,
  sort: Record<string, 1 | -1>,
  limit: number,
) => Promise<T[]>;

const valueOf = (row: object, field: string): string | Date => {
  let value: unknown = row;
  for (const name of field.split('.')) value = (value as Record<string, unknown>)[name];
  return value as string | Date;
};

// From the place on, in one range of the index; of those with the same value only what comes behind it.
const beyond = ({ value, id }: Place, sort: string, step: 1 | -1) => {
  const [from, past] = step === 1 ? ['$gte', '$lte'] : ['$lte', '$gte'];
  return { $and: [{ [sort]: { [from]: value } }], $nor: [{ [sort]: value, _id: { [past]: id } }] };
};

/** The page at a place, the first without one. By key: it reads no more than it shows, however far one has gone. */
export async function pageByKey<T extends { _id: Types.ObjectId }>(
  read: Read<T>,
  { condition, sort, newestFirst }: Listing,
  place?: Place,
): Promise<Page<T>> {
  const isBack = place?.direction === 'before';
  const step = isBack === (newestFirst === true) ? 1 : -1;
  const asked = { ...condition, ...(place && beyond(place, sort, step)) };
  const found = await read(asked, { [sort]: step, _id: step }, pageSize + 1);
  const hasMore = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (isBack) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const at = (direction: Place['direction'], row: T): Place => ({
    direction,
    value: valueOf(row, sort),
    id: row._id,
  });
  return {
    rows,
    ...(first && (isBack ? hasMore : place !== undefined) && { before: at('before', first) }),
    ...(last && (isBack || hasMore) && { after: at('after', last) }),
  };
}
