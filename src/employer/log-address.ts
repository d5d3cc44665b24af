import type { Request } from 'express';
import { isValidObjectId, Types } from 'mongoose';
import { isoDay, startOfDay } from '../dates.js';
import type { AuditSearch } from '../models/audit-listing.js';
import { Accounts } from '../models/account.js';
import type { Action } from '../models/change.js';
import type { Place } from '../models/keyset.js';
import type { Problem } from '../web/form.js';
import { NotFound, NotOfEmployer } from '../web/errors.js';
import { messages } from './messages.js';

/** The fields of the form, as they stand in an address that can be kept. */
export const logFields = ['werknemer', 'over', 'door', 'actie', 'van', 'tot'] as const;
export type LogFields = Record<(typeof logFields)[number], string>;

const one = (req: Request, name: string): string => {
  const value = req.query[name];
  return typeof value === 'string' ? value.trim() : '';
};

export const readFields = (req: Request): LogFields =>
  Object.fromEntries(logFields.map((name) => [name, one(req, name)])) as LogFields;

const oneDay = 24 * 60 * 60_000;
const dayAfter = (text: string) => new Date(Date.parse(text) + oneDay).toISOString().slice(0, 10);

/** Somebody chosen from a list, removed or not. @throws NotOfEmployer where the employer never had them */
async function chosen(typed: string, employer: Types.ObjectId): Promise<Types.ObjectId | undefined> {
  if (typed === '') return undefined;
  if (!/^[0-9a-f]{24}$/.test(typed)) throw new NotFound();
  const _id = new Types.ObjectId(typed);
  if (!(await Accounts.exists({ _id, employer }))) throw new NotOfEmployer();
  return _id;
}

/** What the fields ask, or what is wrong with them. @throws NotFound for an address that the page never has */
export async function readSearch(
  req: Request,
  employer: Types.ObjectId,
): Promise<{ search: AuditSearch; problems: Problem[] }> {
  const t = messages(req).logPage;
  const { werknemer, over, door, actie, van, tot } = readFields(req);
  const numberKey = `${employer.toString()}:${werknemer}`;
  const account =
    werknemer === '' ? undefined : ((await Accounts.findOne({ numberKey }, '_id').lean()) ?? null);
  const about = await chosen(over, employer);
  const from = van === '' ? undefined : startOfDay(isoDay(van));
  const last = tot === '' ? undefined : startOfDay(isoDay(tot));
  const problems = [
    ...(account === null ? [{ field: 'werknemer', text: t.noEmployee(werknemer) }] : []),
    ...(account && about ? [{ field: 'werknemer', text: t.eitherOne }] : []),
    ...(van !== '' && !from ? [{ field: 'van', text: t.noDay }] : []),
    ...(tot !== '' && !last ? [{ field: 'tot', text: t.noDay }] : []),
  ];
  if (actie !== '' && !Object.hasOwn(messages(req).logActions, actie)) throw new NotFound();
  return {
    problems,
    search: {
      account: account?._id ?? about,
      actor: await chosen(door, employer),
      action: actie === '' ? undefined : (actie as Action),
      from,
      until: last && startOfDay(dayAfter(isoDay(tot))),
    },
  };
}

/** Where the page of the log begins. @throws NotFound where no page does */
export function readPlace(req: Request): Place | undefined {
  for (const [name, direction] of [
    ['na', 'after'],
    ['voor', 'before'],
  ] as const) {
    const typed = one(req, name);
    if (typed === '') continue;
    const [time = '', id = ''] = typed.split('~');
    const value = new Date(time);
    if (Number.isNaN(value.getTime()) || !isValidObjectId(id)) throw new NotFound();
    return { direction, value, id: new Types.ObjectId(id) };
  }
  return undefined;
}

/** The address of a page of the log, or of its file. */
export function logAddress(path: string, fields: LogFields, place?: Place): string {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled);
  if (place)
    query.set(
      place.direction === 'after' ? 'na' : 'voor',
      `${(place.value as Date).toISOString()}~${place.id.toString()}`,
    );
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
