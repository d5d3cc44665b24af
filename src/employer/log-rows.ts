import { date, dateTime, startOfDay } from '../dates.js';
import { messages as fourEyes } from '../four-eyes/messages.js';
import type { Reading } from '../language.js';
import { Accounts, type Account } from '../models/account.js';
import type { AuditEntry } from '../models/audit-entry.js';
import type { Action, Actor } from '../models/change.js';
import { fullName } from '../models/names.js';
import type { Policy } from '../models/policy.js';
import { fill, paths } from '../paths.js';
import { messages } from './messages.js';

/** An entry of the log, as an officer reads it. */
export interface LogRow {
  at: Date;
  when: string;
  what: string;
  whom: string;
  /** What tells namesakes apart; '' of an officer. */
  number: string;
  href: string | undefined;
  by: string;
  reason: string;
}

/** Whom the entries are about, by id. */
async function peopleIn(entries: AuditEntry[]): Promise<Map<string, Account>> {
  const [first] = entries;
  if (!first) return new Map();
  const ids = [...new Set(entries.flatMap(({ account }) => (account ? [account.toString()] : [])))];
  const people = await Accounts.find({ employer: first.employer, _id: { $in: ids } }).lean<Account[]>();
  return new Map(people.map((person) => [person._id.toString(), person]));
}

// Whoever has somebody's password can do these.
const byAnyone: Action[] = ['codes-locked', 'codes-locked-again'];

/** Whoever did something, as an officer reads it. */
export function actorName({ kind, name }: Actor, reader: Reading): string {
  const t = messages(reader).logPage;
  if (kind === 'administrator') return t.byAdministrator;
  if (kind === 'portal') return t.byPortal;
  return kind === 'visitor' ? t.byVisitor : name;
}

function by({ action, actor, account }: AuditEntry, reader: Reading): string {
  const t = messages(reader).logPage;
  if (byAnyone.includes(action)) return t.bySomebody;
  return account && actor.id?.equals(account) ? t.byThemselves : actorName(actor, reader);
}

function newPolicy(policy: Partial<Policy>, reader: Reading): string[] {
  const t = messages(reader).logPage.policy;
  const { daysAfterLeaving: days, logMonths: months } = policy;
  const asked = (['employee', 'officer'] as const).flatMap((kind) => {
    const asked = policy[kind];
    if (!asked) return [];
    if (asked.state === 'optional') return [`${t[kind]} ${t.optional}`];
    return [`${t[kind]} ${t.required(asked.from && date(asked.from, reader))}`];
  });
  return [
    ...asked,
    ...(days === undefined ? [] : [t.daysAfterLeaving(days)]),
    ...(months === undefined ? [] : [t.logMonths(months)]),
  ];
}

function whatHappened(
  { action, role, policy, asks, leaving, details: names = [] }: AuditEntry,
  reader: Reading,
): string {
  const { logActions, logPage, detailsPage } = messages(reader);
  const details = [
    ...names.map((name) => detailsPage.labels[name].toLowerCase()),
    ...(asks ? [fourEyes(reader).actionNames[asks]] : []),
    ...(leaving ? [date(startOfDay(leaving.on) ?? leaving.until, reader)] : []),
    ...(role ? [logPage.roles[role]] : []),
    ...(policy ? newPolicy(policy, reader) : []),
  ];
  return details.length === 0 ? logActions[action] : `${logActions[action]}: ${details.join(', ')}`;
}

/** Rows of entries of one employer. */
export async function logRows(entries: AuditEntry[], reader: Reading): Promise<LogRow[]> {
  const people = await peopleIn(entries);
  return entries.map((entry) => {
    const person = people.get(entry.account?.toString() ?? '');
    return {
      at: entry.at,
      when: dateTime(entry.at, reader),
      what: whatHappened(entry, reader),
      whom: person ? fullName(person) : '',
      number: person?.kind === 'employee' ? person.number : '',
      href: person?.kind === 'employee' ? fill(paths.employee, { id: person._id.toString() }) : undefined,
      by: by(entry, reader),
      reason: entry.reason ?? '',
    };
  });
}
