import { randomInt } from 'node:crypto';
import type { Account, Employee } from './account.js';

// "P" and "PJ" get the points that "P.J." has.
const pointed = (initials: string) => initials.replace(/(\p{Lu})(?=\p{Lu}|$)/gu, '$1.');

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');

type Named = Pick<Employee, 'initials' | 'surname'> & { prefix?: string | undefined };

/** "P. van Wekkers". */
export const personName = ({ initials, prefix, surname }: Named): string =>
  joined(pointed(initials), prefix, surname);

/** A name at the end of a sentence: "Wekkers B.V." has its point already. */
export const atEnd = (name: string): string => `${name}.`.replace(/\.\.$/, '.');

/** "P. van Wekkers" for an employee, the name as given for an officer. */
export const fullName = (account: Account): string =>
  account.kind === 'officer' ? account.name : personName(account);

/** "Wekkers, P. van": as a list sorts it. */
export const listName = ({ initials, prefix, surname }: Named): string =>
  `${surname}, ${joined(pointed(initials), prefix)}`;

// Letters that Unicode does not take apart into a letter and an accent.
const whole: Record<string, string> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Lower case, without accents: "Çelik" → "celik". */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıøłđßæœ]/g, (letter) => whole[letter] ?? letter);

/** A username as it is stored and compared: trimmed, lower case, one Unicode form (NFKC). */
export const normaliseUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** A username that somebody chose, as it is stored. @returns undefined when it cannot be one: 2 to 100 characters without spaces */
export function readUsername(typed: string): string | undefined {
  const username = normaliseUsername(typed);
  return /^[^\p{C}\s]{2,100}$/u.test(username) ? username : undefined;
}

/** What an account has of its username: as it is compared, and as it is looked for, without accents. */
export const usernameFields = (username: string) => ({ username, usernamePlain: plain(username) });

/** An e-mail address as it is compared: people do not mind capitals in it. */
export const emailKey = (address: string): string => address.trim().toLowerCase();

const suggestion = ({ initials, prefix, surname }: Named) =>
  [initials, `${prefix ?? ''}${surname}`]
    .map((part) => plain(part).replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('.') || 'werknemer';

/** Usernames to try in turn until one is free: "p.vanwekkers", then with ever longer numbers behind it. */
export function* usernamesFor(employee: Named): Generator<string> {
  const name = suggestion(employee);
  yield name;
  for (let digits = 1; digits <= 9; digits++) yield `${name}${randomInt(10 ** (digits - 1), 10 ** digits)}`;
}
