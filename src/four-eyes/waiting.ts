import { AuditEntries } from '../models/audit-entry.js';
import { Employees, Officers, type Account, type Employee, type Officer } from '../models/account.js';
import {
  waitingActions,
  type UnconfirmedEmail,
  type WaitingAction,
  type WaitingRequest,
} from '../models/waiting.js';
import type { Types } from 'mongoose';

/** The change of e-mail address that nobody at the old one confirmed, while it asks for a second pair of eyes. */
export const unconfirmedEmail = (account: Account, now: Date): UnconfirmedEmail | undefined =>
  account.unconfirmedEmail && now < account.unconfirmedEmail.until ? account.unconfirmedEmail : undefined;

/** The action, where it is one that is done only after somebody else said that it is right. */
export const waitsAs = (account: Account, action: string, now: Date): WaitingAction | undefined =>
  unconfirmedEmail(account, now) && waitingActions.find((one) => one === action);

/** A request that waits, with whose it is. */
export interface Waiting {
  employee: Employee;
  email: UnconfirmedEmail;
  action: WaitingAction;
  request: WaitingRequest;
}

/** What waits of this employee: the account is as it was when it was asked. */
export function waitingOf(employee: Employee, now: Date): Waiting[] {
  const email = unconfirmedEmail(employee, now);
  if (!email) return [];
  return waitingActions.flatMap((action) => {
    const request = employee.waiting?.[action];
    return request?.version === employee.version ? [{ employee, email, action, request }] : [];
  });
}

/** What waits at an employer, or at all of them, the oldest first. */
export async function waitingAt(condition: { employer?: Types.ObjectId }, now: Date): Promise<Waiting[]> {
  const employees = await Employees.find({ ...condition, waitsUntil: { $gt: now } }).lean<Employee[]>();
  return employees
    .flatMap((employee) => waitingOf(employee, now))
    .sort((one, other) => one.request.at.getTime() - other.request.at.getTime());
}

/** Whether this was ever asked at the employer: what is over stands in its log. */
export const wasAsked = async (employer: Types.ObjectId, request: Types.ObjectId): Promise<boolean> =>
  // The relay takes a change off the account only after it is in the log: look there last.
  (await Employees.exists({ employer, 'changes._id': request })) !== null ||
  (await AuditEntries.exists({ _id: request, employer, action: 'approval-asked' })) !== null;

/** Milliseconds for which who added whom counts: after that the others have come to know a colleague. */
const newFor = 30 * 24 * 60 * 60_000;

/**
 * These officers, and all who may be one of them in another mailbox: whom one of them added not long ago, who added one of
 * them, and so on.
 */
function familyOf(first: (Types.ObjectId | undefined)[], officers: Officer[], since: Date): Set<string> {
  const family = new Set(first.map(String));
  const links = officers
    .filter(({ added }) => added !== undefined && added.at >= since)
    .map(({ _id, added }) => [_id, added?.by].map(String));
  let size: number;
  do {
    size = family.size;
    for (const link of links)
      if (link.some((one) => family.has(one))) for (const one of link) family.add(one);
  } while (family.size > size);
  return family;
}

/** The officers who are a second pair of eyes, by name: active ones, not who asked or changed the address, or is near to them. */
export async function whoCanDecide({ employee, email, request }: Waiting): Promise<Officer[]> {
  const officers = await Officers.find({ employer: employee.employer })
    .sort({ name: 1, _id: 1 })
    .lean<Officer[]>();
  const first = [request.by, ...email.by].map(({ id }) => id).filter((id) => id !== undefined);
  const family = familyOf(first, officers, new Date(email.at.getTime() - newFor));
  return officers.filter(
    ({ _id, access, added }) =>
      access.state === 'active' && !family.has(_id.toString()) && !(added && added.at >= email.at),
  );
}

export const mayDecide = async ({ _id }: Officer, waiting: Waiting): Promise<boolean> =>
  (await whoCanDecide(waiting)).some((officer) => officer._id.equals(_id));
