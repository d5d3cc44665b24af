import type * as nl from './nl.js';

export const coveragePage: typeof nl.coveragePage = {
  title: 'Coverage',
  now: 'Now',
  percent: (share) => `${share} %`,
  share: (share, withTwoFactor, active) =>
    `${share} % of the employees with access use two-step verification: ${withTwoFactor} of ${active}.`,
  nobody: 'Nobody has access yet.',
  oldest: 'Waits longest for an answer',
  since: (at) => `invited on ${at}`,
  overTime: 'Two-step verification over time',
  period: 'How far back',
  periods: { kwartaal: '90 days', jaar: '1 year', 'twee-jaar': '2 years' },
  caption: (before, from, now) => `From ${before} % on ${from} to ${now} % now.`,
  noHistory: 'There is no history yet. The Werknemerloket remembers every day how it is.',
  today: 'now',
  table: 'See it as a table',
  day: 'Day',
  shareColumn: 'With two-step verification',
  toEmployees: 'To all employees',
};
