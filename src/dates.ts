import type { Language, Reading } from './language.js';

const zone = { timeZone: 'Europe/Amsterdam' };
const hour = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', hourCycle: 'h23' });

const spoken = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'long' }),
  time: new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'short' }),
});

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const words = {
  nl: {
    ...spoken('nl-NL'),
    seconds: (count: number) => plural(count, 'seconde', 'seconden'),
    minutes: (count: number) => plural(count, 'minuut', 'minuten'),
    hours: (count: number) => `${count} uur`,
    left: (time: string) => `nog ${time}`,
  },
  en: {
    ...spoken('en-GB'),
    seconds: (count: number) => plural(count, 'second', 'seconds'),
    minutes: (count: number) => plural(count, 'minute', 'minutes'),
    hours: (count: number) => plural(count, 'hour', 'hours'),
    left: (time: string) => `${time} left`,
  },
} satisfies Record<Language, unknown>;

/** "22 november 2026, 17:30", as the clock in Amsterdam says. */
export const dateTime = (at: Date, { language }: Reading): string =>
  `${words[language].day.format(at)}, ${words[language].time.format(at)}`;

const sortable = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });

/** "2026-11-22 17:30:05", as the clock in Amsterdam says: what a spreadsheet sorts. */
export const clock = (at: Date): string => sortable.format(at);

/** "22 november 2026". */
export const date = (at: Date, { language }: Reading): string => words[language].day.format(at);

/** The Monday of a week, "2026-11-23", as the calendar in Amsterdam has it. */
export function weekOf(at: Date): string {
  const day = new Date(clock(at).slice(0, 10));
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** A day as Dutch people write it, "22-11-2026", as startOfDay takes it; anything else as it is. */
export function isoDay(typed: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed) ?? [];
  return year === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** When a day begins in Amsterdam. @param text such as "2026-12-01" @returns undefined when there is no such day */
export function startOfDay(text: string): Date | undefined {
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : new Date(NaN);
  // 2026-02-30 becomes a day in March.
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(text)) return undefined;
  // The clock never changes between midnight in Amsterdam and midnight in UTC.
  const offset = hour.formatToParts(utc).find(({ type }) => type === 'hour')?.value;
  return new Date(utc.getTime() - Number(offset) * 3_600_000);
}

/** "nog 4 minuten": how much time is left, to the nearest minute. */
export function timeLeft(until: Date, now: Date, { language }: Reading): string {
  const minutes = Math.max(1, Math.round((until.getTime() - now.getTime()) / 60_000));
  return words[language].left(words[language].minutes(minutes));
}

/** "30 minuten", "12 uur", "90 minuten": how long something lasts. */
export function lasting(milliseconds: number, { language }: Reading): string {
  const minutes = milliseconds / 60_000;
  return minutes % 60 === 0 ? words[language].hours(minutes / 60) : words[language].minutes(minutes);
}

/** "8 seconden", "4 minuten", "1 uur": how long somebody has to wait, rounded up. */
export function duration(seconds: number, { language }: Reading): string {
  if (seconds < 60) return words[language].seconds(Math.max(1, Math.ceil(seconds)));
  const minutes = Math.ceil(seconds / 60);
  return minutes >= 60 ? words[language].hours(Math.ceil(minutes / 60)) : words[language].minutes(minutes);
}
