import { Types } from 'mongoose';
import { administrator, change, portal } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { clock } from '../dates.js';
import { Employees, Officers, type Employee, type Officer } from '../models/account.js';
import type { AuditRecord } from '../models/audit-entry.js';
import type { Actor } from '../models/change.js';
import { CoverageDays, coverageDay } from '../models/coverage-day.js';
import { keysOf } from '../models/employee-keys.js';
import type { Leaving } from '../models/leaving.js';
import { emailKey, personName, usernameFields } from '../models/names.js';
import { OutgoingMails, type OutgoingMail } from '../models/outgoing-mail.js';
import { failedLetter } from './failed-letter.js';
import { newSecret } from '../two-factor/totp.js';
import { day, lives, type Life, type Step } from './lives.js';
import { emailOf, newPassword } from './made-up.js';
import { otherNames } from './people.js';

const employees = 120;
/** How many days of Dekking there are. */
const days = 120;

interface Made {
  employee: Employee;
  entries: AuditRecord[];
  letter?: OutgoingMail;
}

/** Nobody knows their passwords: they are there to be looked at. */
interface Kept {
  passwordHash: string;
  deps: Deps;
  officers: Officer[];
}

function actorOf(
  { by }: Step,
  employee: { _id: Types.ObjectId; name: string },
  officer: Officer | undefined,
): Actor {
  if (by === 'administrator') return administrator;
  if (by === 'portal') return portal;
  if (by === 'officer' && officer) return { kind: 'officer', id: officer._id, name: officer.name };
  return { kind: 'employee', id: employee._id, name: employee.name };
}

function leavingOf(entries: AuditRecord[]): Leaving | undefined {
  const set = entries.find(({ action }) => action === 'leaving-set');
  if (!set?.leaving) return undefined;
  const leaving = { id: set._id, ...set.leaving };
  if (entries.some(({ action }) => action === 'access-ended')) return { ...leaving, hasBlocked: true };
  return { ...leaving, next: 'remind', due: new Date(leaving.until.getTime() - 7 * day) };
}

function make(employer: Types.ObjectId, i: number, life: Life, { passwordHash, deps, officers }: Kept): Made {
  const _id = new Types.ObjectId();
  const { initials, prefix, surname } = otherNames(i);
  const number = String(400 + i);
  const named = { employer, number, initials, prefix, surname };
  const now = deps.now();
  const entries = life.steps.map(({ ago, by, ...step }, j): AuditRecord => {
    const { action, ...more } = step;
    const actor = actorOf(
      { ago, by, action },
      { _id, name: personName(named) },
      officers[(i + j) % officers.length],
    );
    const at = new Date(now.getTime() - ago * day);
    return { ...change(action, actor, at, more), employer, account: _id };
  });
  const email = emailOf(initials, prefix ?? '', surname);
  const leaving = leavingOf(entries);
  const twoFactorSince = entries.find(({ action }) => action === 'two-factor-on')?.at;
  const employee = {
    _id,
    kind: 'employee' as const,
    ...keysOf(named),
    ...named,
    email,
    emailKey: emailKey(email),
    ...(life.access.state !== 'none' && usernameFields(`${email.replace(/@.*/, '')}.${number}`)),
    ...(life.hasPassword && { passwordHash }),
    access: life.access,
    twoFactor: twoFactorSince
      ? {
          state: 'on' as const,
          secret: deps.secretBox.seal(newSecret(), _id, 'confirmed'),
          since: twoFactorSince,
          lastStep: 0,
        }
      : { state: 'off' as const },
    codeTries: life.codeTries ?? { wrong: 0 },
    ...(life.lastLogin !== undefined && { lastLoginAt: new Date(now.getTime() - life.lastLogin * day) }),
    ...(leaving && { leaving }),
    ...(life.isUnreachable && { undelivered: now }),
    logins: [],
    version: 0,
    changes: [],
  };
  const whole = employee as unknown as Employee;
  const letter = life.isUnreachable && failedLetter(whole, entries.at(-1));
  return { employee: whole, entries, ...(letter && { letter }) };
}

/** How it was on each day, as the entries tell. */
function coverageOf(employer: Types.ObjectId, entries: AuditRecord[], now: Date) {
  return Array.from({ length: days }, (_, i) => {
    const at = new Date(now.getTime() - (days - i) * day);
    const until = (action: string) =>
      entries.filter((entry) => entry.action === action && entry.at < at).length;
    const left =
      until('access-blocked') + until('access-revoked') + until('access-closed') + until('access-ended');
    const counts = { active: until('password-chosen') - left, withTwoFactor: until('two-factor-on') };
    return coverageDay(employer, clock(at).slice(0, 10), counts);
  });
}

/** Fills the employer of the demo with people of every kind, and what happened to them in the last half year. */
export async function makeHistory(employer: Types.ObjectId, deps: Deps): Promise<void> {
  const officers = await Officers.find({ employer, 'access.state': 'active' }).lean<Officer[]>();
  const kept = { deps, officers, passwordHash: await deps.passwords.hash(newPassword()) };
  const made = Array.from({ length: employees }, (_, i) => {
    const life = lives[i % lives.length]?.(i, deps.now());
    if (!life) throw new Error('there are no lives');
    return make(employer, i, life, kept);
  });
  await Employees.insertMany(made.map(({ employee }) => employee));
  const entries = made
    .flatMap((one) => one.entries)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  await Promise.all(entries.map((entry) => deps.audit.enter(entry)));
  await OutgoingMails.insertMany(made.flatMap(({ letter }) => letter ?? []));
  await CoverageDays.insertMany(coverageOf(employer, entries, deps.now()));
}
