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

/**
 * Whether an officer is a second pair of eyes: not who asked or who changed the address, and nobody of theirs. A
 * colleague whom one of them added may be themselves, in another mailbox; so may each who was added since.
 */
export function mayDecide({ _id, added }: Officer, { request, email }: Waiting): boolean {
  const isFirst = (officer: Types.ObjectId) =>
    [request.by, ...email.by].some(({ id }) => id?.equals(officer));
  return !isFirst(_id) && !(added && (added.at >= email.at || isFirst(added.by)));
}

/** The officers who can decide, by name: active ones. */
export async function whoCanDecide(waiting: Waiting): Promise<Officer[]> {
  const officers = await Officers.find({ employer: waiting.employee.employer, 'access.state': 'active' })
    .sort({ name: 1, _id: 1 })
    .lean<Officer[]>();
  return officers.filter((one) => mayDecide(one, waiting));
}
