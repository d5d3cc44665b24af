const zone = { timeZone: 'Europe/Amsterdam' };
const day = new Intl.DateTimeFormat('nl-NL', { ...zone, dateStyle: 'long' });
const time = new Intl.DateTimeFormat('nl-NL', { ...zone, timeStyle: 'short' });

/** "22 november 2026, 17:30", as the clock in Amsterdam says. */
export const dateTime = (at: Date): string => `${day.format(at)}, ${time.format(at)}`;

/** "4 minuten", "1 uur": how long somebody has to wait, rounded up. */
export function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes >= 60) return `${Math.ceil(minutes / 60)} uur`;
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
