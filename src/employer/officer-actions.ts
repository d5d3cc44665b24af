import type { Access, Employee } from '../models/account.js';
import type { Action } from '../models/change.js';
import { switchedOff } from '../two-factor/switch-off.js';

/** What an officer can do for one employee. */
export type OfficerAction = 'grant' | 'block' | 'unblock' | 'send-username' | 'reset-two-factor';

/** The buttons in each state of access: what the page shows, and all that the actions accept. */
export const actionsInState: Record<Access['state'], readonly OfficerAction[]> = {
  none: ['grant'],
  invited: ['grant', 'block', 'send-username'],
  active: ['block', 'send-username'],
  blocked: ['unblock'],
};

export const possibleActions = ({ access, twoFactor }: Employee): OfficerAction[] => [
  ...actionsInState[access.state],
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

const unblocked = (access: Access, now: Date): Access =>
  access.state === 'blocked' ? { state: access.before, since: now } : access;

/** What each action does to an employee in whose state it is possible. */
export const effects: Record<OfficerAction, (employee: Employee, now: Date) => Effect> = {
  grant: (_, now) => ({ records: 'access-granted', set: { access: { state: 'invited', since: now } } }),
  block: ({ access }, now) => ({
    records: 'access-blocked',
    set: { access: blocked(access, now), logins: [] },
  }),
  unblock: ({ access }, now) => ({ records: 'access-unblocked', set: { access: unblocked(access, now) } }),
  'send-username': () => ({ records: 'username-sent' }),
  'reset-two-factor': () => ({
    records: 'two-factor-reset',
    // Its page does not let anybody through without.
    identified: true,
    set: { ...switchedOff.$set, logins: [] },
    unset: switchedOff.$unset,
  }),
};
