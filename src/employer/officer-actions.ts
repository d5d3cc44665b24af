import type { Access, Employee } from '../models/account.js';
import type { Action } from '../models/change.js';
import { switchedOff } from '../two-factor/switch-off.js';

/** What an officer can do for one employee. */
export type OfficerAction =
  | 'grant'
  | 'send-invitation-again'
  | 'block'
  | 'unblock'
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
  invited: ['send-invitation-again', 'block', 'send-username'],
  active: ['block', 'send-username'],
  blocked: ['unblock'],
  closed: ['invite-again'],
};

export const possibleActions = ({ access, twoFactor }: Employee): OfficerAction[] => [
  ...actionsInState[accessState(access)],
  ...(twoFactor.state === 'on' ? ['reset-two-factor' as const] : []),
];

interface Effect {
  records: Action;
  identified?: true;
  /** Absent: the account stays as it is, and only a letter goes out. */
  set?: Partial<Pick<Employee, 'access' | 'twoFactor' | 'logins' | 'codeTries'>>;
  unset?: { recovery: 1 };
}

const blocked = (access: Access, now: Date): Access =>
  access.state === 'invited' || access.state === 'active'
    ? { state: 'blocked', since: now, before: access.state }
    : access;

const invited = (now: Date): Access => ({ state: 'invited', since: now });

const unblocked = (access: Access, now: Date): Access =>
  access.state === 'blocked' && access.before !== 'closed' ? { state: access.before, since: now } : access;

/** What each action does to an employee in whose state it is possible. */
export const effects: Record<OfficerAction, (employee: Employee, now: Date) => Effect> = {
  grant: (_, now) => ({ records: 'access-granted', set: { access: invited(now) } }),
  // Apart from the first: a button on an older page would end the link that went out meanwhile.
  'send-invitation-again': (_, now) => ({ records: 'access-granted', set: { access: invited(now) } }),
  block: ({ access }, now) => ({
    records: 'access-blocked',
    set: { access: blocked(access, now), logins: [] },
  }),
  unblock: ({ access }, now) => ({ records: 'access-unblocked', set: { access: unblocked(access, now) } }),
  'invite-again': (_, now) => ({
    records: 'access-granted',
    identified: true,
    set: { access: invited(now) },
  }),
  'send-username': () => ({ records: 'username-sent' }),
  'reset-two-factor': () => ({
    records: 'two-factor-reset',
    // Its page does not let anybody through without.
    identified: true,
    set: { ...switchedOff.$set, logins: [] },
    unset: switchedOff.$unset,
  }),
};
