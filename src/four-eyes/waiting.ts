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
 * Who had the first pair of eyes: the officer who asked. Of what a stranger asked it is who changed the address: they
 * could have asked it themselves.
 */
const firstOf = ({ request, email }: Pick<Waiting, 'request' | 'email'>): Types.ObjectId | undefined =>
  request.by.kind === 'officer' ? request.by.id : email.by.id;

export const mayDecide = (officer: Types.ObjectId, waiting: Waiting): boolean =>
  !firstOf(waiting)?.equals(officer);

/** The officers who can decide: active ones, and never who had the first pair of eyes. */
export const whoCanDecide = (waiting: Waiting): Promise<Officer[]> =>
  Officers.find({
    employer: waiting.employee.employer,
    'access.state': 'active',
    _id: { $ne: firstOf(waiting) },
  })
    .sort({ name: 1, _id: 1 })
    .lean<Officer[]>();
