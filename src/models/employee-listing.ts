import type { IndexDefinition, Types } from 'mongoose';
import type { Listing } from './keyset.js';

/** Which employees are shown; the names stand in addresses. */
export const filters = [
  'alle',
  'geen-toegang',
  'uitgenodigd',
  'verlopen',
  'actief',
  'geblokkeerd',
  'ingetrokken',
  'tweestaps-aan',
  'tweestaps-uit',
  'nooit-ingelogd',
  'vergrendeld',
  'niet-bezorgd',
] as const;
export type Filter = (typeof filters)[number];

/** In which order; by the date is only where a filter goes by one. */
export const orders = ['naam', 'nummer'] as const;
export type Order = (typeof orders)[number];

type Condition = Record<string, unknown>;

/** What a filter asks, beside the employer; `range` is on the field that it is then sorted by. */
interface Rule {
  equal: Condition;
  range?: (now: Date) => Condition;
  sort?: string;
}

const rules: Record<Filter, Rule> = {
  alle: { equal: {} },
  'geen-toegang': { equal: { 'access.state': 'none' } },
  uitgenodigd: { equal: { 'access.state': 'invited' } },
  verlopen: {
    equal: { 'access.state': 'invited' },
    range: (now) => ({ 'access.until': { $lte: now } }),
    sort: 'access.until',
  },
  actief: { equal: { 'access.state': 'active' } },
  geblokkeerd: { equal: { 'access.state': 'blocked' } },
  ingetrokken: { equal: { 'access.state': 'revoked' } },
  'tweestaps-aan': { equal: { 'access.state': 'active', 'twoFactor.state': 'on' } },
  'tweestaps-uit': { equal: { 'access.state': 'active', 'twoFactor.state': 'off' } },
  'nooit-ingelogd': { equal: { 'access.state': 'active', lastLoginAt: null } },
  vergrendeld: {
    equal: {},
    range: (now) => ({ 'codeTries.lockedUntil': { $gt: now } }),
    sort: 'codeTries.lockedUntil',
  },
  'niet-bezorgd': {
    equal: {},
    range: () => ({ undelivered: { $gt: new Date(0) } }),
    sort: 'undelivered',
  },
};

const sortFields: Record<Order, string> = { naam: 'sortKey', nummer: 'numberOrder' };

/** Whether the filter has an order of its own, by the date that it goes by: the longest ago first. */
export const isByDate = (filter: Filter): boolean => rules[filter].sort !== undefined;

/** What a filter asks of an employee, of any employer. */
export const conditionOf = (filter: Filter, now: Date): Condition => ({
  ...rules[filter].equal,
  ...rules[filter].range?.(now),
});

/** The query of a page: what it asks, and what it is sorted by before the id. */
export const listing = (employer: Types.ObjectId, filter: Filter, order: Order, now: Date): Listing => ({
  condition: { employer, ...conditionOf(filter, now) },
  sort: rules[filter].sort ?? sortFields[order],
});

const ordersOf = (filter: Filter) => {
  const { sort } = rules[filter];
  return sort === undefined ? Object.values(sortFields) : [sort];
};

/** The fields in which what somebody typed is looked for, from their beginning. */
export const searchFields = [
  'numberPlain',
  'sortKey',
  'namePlain',
  'fullNamePlain',
  'usernamePlain',
  'emailKey',
] as const;

const indexOf = (fields: string[]): [IndexDefinition, { name: string }] => [
  Object.fromEntries(fields.map((field) => [field, 1])),
  { name: fields.join('+') },
];

/** An index for each page and each search: it reads no more than it shows. `kind` is what mongoose asks of an employee. */
export const listingIndexes = [
  ...new Set([
    ...filters.flatMap((filter) =>
      ordersOf(filter).map((sort) =>
        ['employer', 'kind', ...Object.keys(rules[filter].equal), sort, '_id'].join('+'),
      ),
    ),
    ...searchFields.map((field) => `employer+kind+${field}`),
  ]),
].map((name) => indexOf(name.split('+')));
