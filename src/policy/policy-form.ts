import { clock, isoDay, startOfDay } from '../dates.js';
import type { Reading } from '../language.js';
import { usualDaysAfterLeaving } from '../models/leaving.js';
import { leastLogMonths, logMonthsOf, mostLogMonths } from '../models/log-period.js';
import { optional, type Policy, type TwoFactorPolicy } from '../models/policy.js';
import type { Problem } from '../web/form.js';
import { messages } from './messages.js';

/** Of whom two-factor is asked, in the order of the page. */
export const kinds = ['employee', 'officer'] as const;
export type Kind = (typeof kinds)[number];

/** The fields of each. */
const names = {
  employee: { choice: 'tweestaps-werknemers', from: 'vanaf-werknemers' },
  officer: { choice: 'tweestaps-hr', from: 'vanaf-hr' },
} as const;

export const choices = ['eigen-keuze', 'verplicht'] as const;

const daysField = 'dagen-na-uit-dienst';
/** For no longer than this who left can log in. */
export const mostDaysAfterLeaving = 365;

const monthsField = 'maanden-logboek';

/** The fields with a number: the days after somebody left, and the months of the log. Nothing: as it is. */
export interface Numbers {
  days: string;
  months: string;
}

export const numbersIn = (read: Read): Numbers => ({
  days: read(daysField).trim(),
  months: read(monthsField).trim(),
});

export const numbersFor = (policy: Policy): Numbers => ({
  days: String(policy.daysAfterLeaving ?? usualDaysAfterLeaving),
  months: String(logMonthsOf(policy)),
});

export const isNumberIn = (read: Read): boolean => Object.values(numbersIn(read)).some(Boolean);

/** @returns undefined when it is no number of days */
export const readDays = (typed: string): number | undefined =>
  /^\d{1,3}$/.test(typed) && Number(typed) <= mostDaysAfterLeaving ? Number(typed) : undefined;

/** @returns undefined when it is no number of months for which a log can be kept */
export const readMonths = (typed: string): number | undefined =>
  /^\d{1,3}$/.test(typed) && Number(typed) >= leastLogMonths && Number(typed) <= mostLogMonths
    ? Number(typed)
    : undefined;

/** What stands in the fields of one kind. */
export interface Typed {
  choice: string;
  from: string;
}

/** Reads a field by its name, wherever it came. */
export type Read = (name: string) => string;

export const typedIn = (read: Read, kind: Kind): Typed => ({
  choice: read(names[kind].choice),
  from: read(names[kind].from).trim(),
});

const asTyped = (day: Date) => clock(day).slice(0, 10).split('-').reverse().join('-');

/** What the fields have before anybody touched them. */
export const typedFor = (policy: TwoFactorPolicy): Typed => ({
  choice: policy.state === 'required' ? 'verplicht' : 'eigen-keuze',
  from: policy.state === 'required' && policy.from ? asTyped(policy.from) : '',
});

/** The fields with what was asked, to carry on. */
export const fieldsOf = (wanted: Partial<Policy>): [string, string][] => [
  ...fieldsOfKinds(wanted),
  ...(wanted.daysAfterLeaving === undefined
    ? []
    : [[daysField, String(wanted.daysAfterLeaving)] as [string, string]]),
  ...(wanted.logMonths === undefined ? [] : [[monthsField, String(wanted.logMonths)] as [string, string]]),
];

const fieldsOfKinds = (wanted: Partial<Policy>): [string, string][] =>
  kinds.flatMap((kind): [string, string][] => {
    const policy = wanted[kind];
    if (!policy) return [];
    const { choice, from } = typedFor(policy);
    return [
      [names[kind].choice, choice],
      [names[kind].from, from],
    ];
  });

function readOne(
  kind: Kind,
  { choice, from }: Typed,
  policy: Policy,
  reader: Reading,
): TwoFactorPolicy | Problem {
  const t = messages(reader).policyPage;
  // A day that they just filled in is not taken for nothing; one that was there is, by who ends the duty.
  const isNewDay = from !== '' && from !== typedFor(policy[kind]).from;
  if (choice === 'eigen-keuze' && isNewDay) return { field: names[kind].from, text: t.dayButFree };
  if (choice === 'eigen-keuze') return optional;
  if (choice !== 'verplicht') return { field: names[kind].choice, text: t.noChoice[kind] };
  if (from === '') return { state: 'required' };
  const day = startOfDay(isoDay(from));
  return day ? { state: 'required', from: day } : { field: names[kind].from, text: t.noDay };
}

/** What these kinds ask, or what is wrong with it. @param policy as it is now */
export function readPolicy(read: Read, asked: readonly Kind[], policy: Policy, reader: Reading) {
  const wanted: Partial<Policy> = {};
  const problems: Problem[] = [];
  for (const kind of asked) {
    const answer = readOne(kind, typedIn(read, kind), policy, reader);
    if ('state' in answer) wanted[kind] = answer;
    else problems.push(answer);
  }
  const typed = numbersIn(read);
  const t = messages(reader).policyPage;
  const days = readDays(typed.days);
  if (days !== undefined) wanted.daysAfterLeaving = days;
  else if (typed.days !== '') problems.push({ field: daysField, text: t.noDays(mostDaysAfterLeaving) });
  const months = readMonths(typed.months);
  if (months !== undefined) wanted.logMonths = months;
  else if (typed.months !== '')
    problems.push({ field: monthsField, text: t.noMonths(leastLogMonths, mostLogMonths) });
  return { wanted, problems };
}

const timeOf = (policy: TwoFactorPolicy) =>
  policy.state === 'required' ? (policy.from?.getTime() ?? 'always') : 'never';

/** What of it is not so already. */
export const changedIn = (wanted: Partial<Policy>, policy: Policy): Partial<Policy> =>
  Object.fromEntries([
    ...kinds
      .filter((kind) => wanted[kind] && timeOf(wanted[kind]) !== timeOf(policy[kind]))
      .map((kind) => [kind, wanted[kind]]),
    ...(wanted.daysAfterLeaving === undefined || String(wanted.daysAfterLeaving) === numbersFor(policy).days
      ? []
      : [['daysAfterLeaving', wanted.daysAfterLeaving]]),
    ...(wanted.logMonths === undefined || wanted.logMonths === logMonthsOf(policy)
      ? []
      : [['logMonths', wanted.logMonths]]),
  ]) as Partial<Policy>;
