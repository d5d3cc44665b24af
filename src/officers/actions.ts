import {
  accessState,
  blocked,
  unblocked,
  type AccessState,
  type Asked,
} from '../employer/officer-actions.js';
import type { Officer } from '../models/account.js';
import type { Action } from '../models/change.js';
import { invited } from '../models/invitation.js';
import { roleOf, type Role } from '../models/role.js';
import type { StaffAction } from '../models/staff-change.js';
import { switchedOff } from '../two-factor/switch-off.js';

/** What a beheerder can do for a colleague in each state of access: what the page shows, and all that is accepted. */
export const actionsInState: Record<AccessState, readonly StaffAction[]> = {
  none: [],
  invited: ['send-invitation-again', 'block', 'make-beheerder', 'make-medewerker', 'remove'],
  active: ['block', 'make-beheerder', 'make-medewerker', 'remove'],
  blocked: ['unblock', 'make-beheerder', 'make-medewerker', 'remove'],
  // They said that somebody else was at their access: only an administrator invites them again.
  closed: ['remove'],
  // Removed: nobody is there any more.
  revoked: [],
};

const givesRole: Partial<Record<StaffAction, Role>> = {
  'make-beheerder': 'beheerder',
  'make-medewerker': 'medewerker',
};

export const possibleActions = (colleague: Officer): StaffAction[] =>
  actionsInState[accessState(colleague.access)].filter((action) => givesRole[action] !== roleOf(colleague));

interface Effect {
  records: Action;
  role?: Role;
  set: Partial<Pick<Officer, 'access' | 'role' | 'twoFactor' | 'logins' | 'codeTries' | 'closedAt'>>;
  unset?: Record<string, 1>;
  /** An invitation goes on: its link is for the account as it was. */
  keepsVersion?: boolean;
}

const withRole =
  (role: Role) =>
  ({ access }: Officer): Effect => ({
    records: 'role-changed',
    role,
    set: { role },
    keepsVersion: access.state === 'invited',
  });

/** What each action does to a colleague in whose state it is possible. */
export const effects: Record<StaffAction, (colleague: Officer, asked: Asked) => Effect> = {
  'send-invitation-again': (_, { now }) => ({ records: 'access-granted', set: { access: invited(now) } }),
  block: ({ access }, asked) => ({
    records: 'access-blocked',
    set: { access: blocked(access, asked), logins: [] },
  }),
  unblock: ({ access }, { now }) => ({
    records: 'access-unblocked',
    set: { access: unblocked(access, now) },
  }),
  'make-beheerder': withRole('beheerder'),
  'make-medewerker': withRole('medewerker'),
  // The name stays, for the log; `closedAt` ends the links of every letter from before.
  remove: (_, { now }) => ({
    records: 'officer-removed',
    set: { ...switchedOff.$set, access: { state: 'revoked', since: now }, closedAt: now, logins: [] },
    unset: {
      ...switchedOff.$unset,
      username: 1,
      usernamePlain: 1,
      passwordHash: 1,
      emailAsked: 1,
      previousEmails: 1,
    },
  }),
};
