import type { Access, Employee } from '../models/account.js';
import type { Change } from '../models/change.js';
import { invited as invitedAccess } from '../models/invitation.js';
import type { Leaving } from '../models/leaving.js';

/** Milliseconds. */
export const day = 24 * 60 * 60_000;

/** Something that happened to an employee of the demo: what, how many days ago, and who did it. */
export interface Step extends Omit<Change, '_id' | 'at' | 'actor'> {
  ago: number;
  by: 'administrator' | 'officer' | 'themselves' | 'portal';
}

/** What became of an employee of the demo. */
export interface Life {
  steps: Step[];
  access: Access;
  hasPassword?: boolean;
  hasTwoFactor?: boolean;
  lastLogin?: number;
  codeTries?: Employee['codeTries'];
  /** Whether the last letter came back: the address is wrong. */
  isUnreachable?: boolean;
}

const added: Step = { action: 'account-added', ago: 190, by: 'administrator' };
const step = (action: Step['action'], ago: number, by: Step['by'], more: Partial<Step> = {}): Step => ({
  action,
  ago,
  by,
  ...more,
});
const invited = (ago: number) => [added, step('access-granted', ago, 'officer')];
const joined = (ago: number) => [...invited(ago), step('password-chosen', ago - 0.5, 'themselves')];
/** From 20 to 170 days ago, another for each. */
const start = (i: number) => 20 + ((i * 37) % 150);

const at = (now: Date, ago: number) => new Date(now.getTime() - ago * day);
const dayOf = (time: Date) => time.toISOString().slice(0, 10);

function leavingOf(now: Date, ago: number): Pick<Leaving, 'on' | 'until'> {
  const on = dayOf(at(now, ago));
  return { on, until: at(new Date(on), -30) };
}

function active(i: number, now: Date): Life {
  return {
    steps: joined(start(i)),
    access: { state: 'active', since: at(now, start(i) - 0.5) },
    hasPassword: true,
    lastLogin: i % 15,
  };
}

function protectedOne(i: number, now: Date): Life {
  const life = active(i, now);
  const on = step('two-factor-on', start(i) - 1 - (i % 15), 'themselves');
  return { ...life, steps: [...life.steps, on], hasTwoFactor: true };
}

function blockedOne(i: number, now: Date): Life {
  const ago = 3 + (i % 9);
  const reason = 'telefoon gestolen';
  return {
    ...active(i, now),
    steps: [...joined(start(i)), step('access-blocked', ago, 'officer', { reason })],
    access: { state: 'blocked', since: at(now, ago), before: 'active', by: 'F. Smit', reason },
  };
}

function locked(i: number, now: Date): Life {
  const life = protectedOne(i, now);
  const lockedUntil = new Date(now.getTime() + 23 * 60 * 60_000);
  return {
    ...life,
    steps: [...life.steps, step('codes-locked-again', 0.04, 'themselves')],
    codeTries: { wrong: 30, lockedUntil },
  };
}

function gone(i: number, now: Date): Life {
  const leaving = leavingOf(now, 31);
  return {
    ...active(i, now),
    steps: [
      ...joined(start(i) + 40),
      step('leaving-set', 45, 'officer', { leaving }),
      step('leaving-reminded', 8, 'portal', { leaving }),
      step('access-ended', 1, 'portal', { leaving }),
    ],
    access: {
      state: 'blocked',
      since: leaving.until,
      before: 'active',
      by: 'Werknemerloket',
    },
  };
}

/** A life of each kind, by number; the usual ones more often. */
export const lives: ((i: number, now: Date) => Life)[] = [
  ...Array.from({ length: 9 }, () => protectedOne),
  ...Array.from({ length: 5 }, () => active),
  (_, now) => ({ steps: [added], access: { state: 'none', since: at(now, added.ago) } }),
  (i, now) => ({ steps: invited(1 + (i % 3)), access: invitedAccess(at(now, 1 + (i % 3))) }),
  (i, now) => ({ steps: invited(6 + (i % 9)), access: invitedAccess(at(now, 6 + (i % 9))) }),
  (i, now) => {
    const { lastLogin: _, ...life } = active(i, now);
    return life;
  },
  blockedOne,
  (i, now) => ({
    steps: [
      ...joined(start(i)),
      step('access-revoked', 2 + (i % 9), 'officer', { reason: 'contract voorbij' }),
    ],
    access: { state: 'revoked', since: at(now, 2 + (i % 9)) },
  }),
  (i, now) => ({
    ...active(i, now),
    steps: [...joined(start(i)), step('access-closed', 2, 'themselves')],
    access: { state: 'blocked', since: at(now, 2), before: 'closed' },
  }),
  locked,
  (i, now) => ({
    steps: invited(1 + (i % 3)),
    access: invitedAccess(at(now, 1 + (i % 3))),
    isUnreachable: true,
  }),
  (i, now) => {
    const leaving = leavingOf(now, 5);
    const life = protectedOne(i, now);
    return { ...life, steps: [...life.steps, step('leaving-set', 9, 'officer', { leaving })] };
  },
  gone,
];
