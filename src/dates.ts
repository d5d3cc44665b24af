const zone = { timeZone: 'Europe/Amsterdam' };
const day = new Intl.DateTimeFormat('nl-NL', { ...zone, dateStyle: 'long' });
const hour = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', hourCycle: 'h23' });
const time = new Intl.DateTimeFormat('nl-NL', { ...zone, timeStyle: 'short' });

/** "22 november 2026, 17:30", as the clock in Amsterdam says. */
export const dateTime = (at: Date): string => `${day.format(at)}, ${time.format(at)}`;

/** "22 november 2026". */
export const date = (at: Date): string => day.format(at);

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
export function timeLeft(until: Date, now: Date): string {
  const minutes = Math.max(1, Math.round((until.getTime() - now.getTime()) / 60_000));
  return minutes === 1 ? 'nog 1 minuut' : `nog ${minutes} minuten`;
}

/** "30 minuten", "12 uur", "90 minuten": how long something lasts. */
export function lasting(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes % 60 === 0) return `${minutes / 60} uur`;
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}

/** "4 minuten", "1 uur": how long somebody has to wait, rounded up. */
export function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes >= 60) return `${Math.ceil(minutes / 60)} uur`;
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
