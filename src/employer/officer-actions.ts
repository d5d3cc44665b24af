import type { Types } from 'mongoose';
import type { Access, Employee } from '../models/account.js';
import { invited, withoutLink } from '../models/invitation.js';
import { isGone } from '../models/leaving.js';
import type { Action, Actor } from '../models/change.js';
import { switchedOff } from '../two-factor/switch-off.js';

/** What an officer can do for one employee. */
export type OfficerAction =
  | 'grant'
  | 'send-invitation-again'
  | 'block'
  | 'unblock'
  | 'revoke'
  | 'invite-again'
  | 'send-username'
  | 'reset-two-factor';

/** Access as officers see it: who blocked it themselves is not let in again by a button alone. */
export type AccessState = Access['state'] | 'closed';

export const accessState = (access: Access): AccessState =>
  access.state === 'blocked' && access.before === 'closed' ? 'closed' : access.state;

/** The buttons in each state of access: what the page shows, and all that the actions accept. */
export const actionsInState: Record<AccessState, readonly OfficerAction[]> = {
  none: ['grant'],
  invited: ['send-invitation-again', 'block', 'send-username', 'revoke'],
  active: ['block', 'send-username', 'revoke'],
  blocked: ['unblock', 'revoke'],
  // Not 'revoke': after it a grant would ask no longer who the person is.
  closed: ['invite-again'],
  revoked: ['grant'],
};

/** What would let somebody in again. */
const letsIn: readonly OfficerAction[] = ['grant', 'send-invitation-again', 'unblock', 'invite-again'];

/** The same for one employee: of who left nothing that lets in is there. */
export const accessActions = (employee: Employee): OfficerAction[] =>
  actionsInState[accessState(employee.access)].filter(
    (action) => !isGone(employee) || !letsIn.includes(action),
  );

export const possibleActions = (employee: Employee): OfficerAction[] => [
  ...accessActions(employee),
  ...(employee.twoFactor.state === 'on' ? ['reset-two-factor' as const] : []),
];

/** Why it is done, and whether it is known for whom: what an action cannot be done without. */
type Needed = 'reason' | 'identified';

/** What is asked on a page of its own before it is done; the rest is one press of a button. */
const needs = {
  block: ['reason'],
  revoke: ['reason'],
  // What an officer may do only for somebody whom they know it to be (ASVS 6.4.4).
  'reset-two-factor': ['reason', 'identified'],
  'invite-again': ['identified'],
} as const satisfies Partial<Record<OfficerAction, readonly Needed[]>>;
export type ConfirmedAction = keyof typeof needs;

export const isConfirmed = (action: OfficerAction): action is ConfirmedAction => Object.hasOwn(needs, action);

export const doesNeed = (action: OfficerAction, what: Needed): boolean =>
  isConfirmed(action) && (needs[action] as readonly Needed[]).includes(what);

/** What an officer asked. */
export interface Asked {
  by: Actor;
  now: Date;
  reason?: string;
  /** Of the change that it makes, for who may ask it twice and means it once. */
  id?: Types.ObjectId;
}

export interface Effect {
  records: Action;
  /** Absent: the account stays as it is, and only a letter goes out. */
  set?: Partial<Pick<Employee, 'access' | 'twoFactor' | 'logins' | 'codeTries'>>;
  unset?: Partial<Record<'recovery' | 'birthDateTries', 1>>;
}

export const blocked = (access: Access, { by, now, reason }: Asked): Access =>
  access.state === 'invited' || access.state === 'active'
    ? { state: 'blocked', since: now, before: access.state, by: by.name, ...(reason && { reason }) }
    : access;

// The tries at a birth date begin again: the officer knows whom they invite.
const invites = (now: Date): Effect => ({
  records: 'access-granted',
  set: { access: invited(now) },
  unset: { birthDateTries: 1 },
});

/** Who was invited still is, and no link of before works. */
export function unblocked(access: Access, now: Date): Access {
  if (access.state !== 'blocked' || access.before === 'closed') return access;
  return access.before === 'invited'
    ? { state: 'invited', since: now, until: now }
    : { state: 'active', since: now };
}

/** What each action does to an employee in whose state it is possible. */
export const effects: Record<OfficerAction, (employee: Employee, asked: Asked) => Effect> = {
  grant: (_, { now }) => invites(now),
  // Apart from the first: a button on an older page would end the link that went out meanwhile.
  'send-invitation-again': (_, { now }) => invites(now),
  block: ({ access }, asked) => ({
    records: 'access-blocked',
    set: { access: blocked(access, asked), logins: [] },
  }),
  // Two-factor stays as it is: a thief who gets the next invitation has no phone.
  revoke: (_, { now }) => ({
    records: 'access-revoked',
    set: { access: { state: 'revoked', since: now }, logins: [] },
  }),
  unblock: ({ access }, { now }) => ({
    records: 'access-unblocked',
    set: { access: unblocked(access, now) },
  }),
  'invite-again': (_, { now }) => invites(now),
  'send-username': () => ({ records: 'username-sent' }),
  'reset-two-factor': ({ access }, { now }) => ({
    records: 'two-factor-reset',
    set: { ...switchedOff.$set, access: withoutLink(access, now), logins: [] },
    unset: switchedOff.$unset,
  }),
};
