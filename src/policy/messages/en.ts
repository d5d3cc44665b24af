import type * as nl from './nl.js';

export const policyPage: typeof nl.policyPage = {
  title: 'Policy',
  intro: 'Choose who has to use two-step verification. Before you save anything, you see who notices it.',
  employees: 'Two-step verification of employees',
  officers: 'Two-step verification of HR officers',
  choices: {
    employee: { 'eigen-keuze': 'Employees choose themselves', verplicht: 'Required for employees' },
    officer: { 'eigen-keuze': 'HR officers choose themselves', verplicht: 'Required for HR officers' },
  },
  from: {
    employee: 'Employees: required from',
    officer: 'HR officers: required from',
  },
  fromHint: 'A day, such as 1-12-2026. Leave it empty when it begins at once.',
  leaving: 'Leaving',
  days: 'Days for which somebody can log in after that',
  daysHint: 'A number from 0 to 365. It counts for whose leaving is noted from now on.',
  noDays: (most) => `Fill in a number from 0 to ${most}.`,
  next: 'See who notices this',
  noChoice: {
    employee: 'Choose whether two-step verification is required for employees.',
    officer: 'Choose whether two-step verification is required for HR officers.',
  },
  noDay: 'Fill in a day, such as 1-12-2026. Or leave the field empty.',
  dayButFree: 'Choose ‘required’ above, or leave this field empty.',
  log: 'Log',
  months: 'Months for which the log is kept',
  monthsHint: 'What is older is taken out of the log by the Werknemerloket.',
  noMonths: (least, most) => `Fill in a number of months from ${least} to ${most}.`,
  saved: 'The policy is saved. It counts from now on.',
  unchanged: 'Nothing has changed: the policy was so already.',
};

export const effectsPage: typeof nl.effectsPage = {
  title: 'Who cannot go on then?',
  groups: { employee: 'Employees', officer: 'HR officers' },
  optional:
    'Nobody is held up: they choose themselves. Is it required now? Then who has a password of less than 15 characters first chooses a longer one.',
  nobody: 'Nobody. Everybody who can log in uses two-step verification already.',
  held: (count, day) =>
    day === undefined
      ? `${count === 1 ? '1 person has' : `${count} people have`} to set up two-step verification first, at their next click:`
      : `${count === 1 ? '1 person has' : `${count} people have`} to set up two-step verification first, from ${day}. Until that day every page says so. Now these are:`,
  leaving: 'Leaving',
  days: (days) =>
    days === 0
      ? 'Whose leaving is noted from now on, can no longer log in from that day. For whose it was noted already, nothing changes.'
      : `Whose leaving is noted from now on, can log in for another ${days === 1 ? '1 day' : `${days} days`} after that day. For whose it was noted already, nothing changes.`,
  log: 'Log',
  months: (months) =>
    `What happened more than ${months} months ago goes from the log. That begins at once, and cannot be undone.`,
  first: (shown) => `These are the first ${shown}.`,
  all: 'See all of them',
  nothing: 'Nothing changes: the policy is so already.',
  save: 'Save',
  back: 'Back',
};
