import type { Request } from 'express';
import { isValidObjectId, Types } from 'mongoose';
import { filters, isByDate, orders, type Filter, type Order } from '../models/employee-listing.js';
import type { Place } from '../models/keyset.js';
import { paths } from '../paths.js';
import { NotFound } from '../web/errors.js';

/** What an address of the employer's list asks for: it can be kept as a bookmark. */
export interface ListAddress {
  filter: Filter;
  order: Order;
  place?: Place;
  search: string;
  /** Also where one employee has exactly this number or username. */
  all: boolean;
}

const one = (req: Request, name: string): string => {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
};

const among = <T extends string>(names: readonly T[], typed: string, usual: T): T => {
  if (typed === '') return usual;
  const found = names.find((name) => name === typed);
  if (found === undefined) throw new NotFound();
  return found;
};

function placeIn(typed: string, direction: Place['direction'], filter: Filter): Place | undefined {
  if (typed === '') return undefined;
  const [, text = '', id = ''] = /^(.*)~([0-9a-f]{24})$/s.exec(typed) ?? [];
  const value = isByDate(filter) ? new Date(text) : text;
  if (!isValidObjectId(id) || (value instanceof Date && Number.isNaN(value.getTime()))) throw new NotFound();
  return { direction, value, id: new Types.ObjectId(id) };
}

/** @throws NotFound for an address that the list never has */
export function readAddress(req: Request): ListAddress {
  const filter = among(filters, one(req, 'filter'), 'alle');
  const place = placeIn(one(req, 'na'), 'after', filter) ?? placeIn(one(req, 'voor'), 'before', filter);
  return {
    filter,
    order: among(orders, one(req, 'sorteer'), 'naam'),
    ...(place && { place }),
    search: one(req, 'zoek').trim(),
    all: one(req, 'alles') === 'ja',
  };
}

const textOf = ({ value, id }: Place) =>
  `${value instanceof Date ? value.toISOString() : value}~${id.toString()}`;

/** The address of a list. What is as usual is left out. */
export function listAddress({ filter, order, place, search, all }: Partial<ListAddress>): string {
  const query = new URLSearchParams({
    ...(filter && filter !== 'alle' && { filter }),
    ...(order && order !== 'naam' && { sorteer: order }),
    ...(place && { [place.direction === 'after' ? 'na' : 'voor']: textOf(place) }),
    ...(search && { zoek: search }),
    ...(all && { alles: 'ja' }),
  }).toString();
  return query === '' ? paths.employees : `${paths.employees}?${query}`;
}
