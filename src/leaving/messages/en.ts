import type * as nl from './nl.js';

export const leavingPage: typeof nl.leavingPage = {
  title: 'Leaving',
  question: (name) => `From which day is ${name} no longer employed?`,
  now: (on, until) => `Now it says: leaves on ${on}, access until ${until}.`,
  days: (days) =>
    days === 0
      ? 'From that day the employee can no longer log in.'
      : `After that day the employee can log in for another ${days === 1 ? '1 day' : `${days} days`}, for instance to keep payslips.`,
  letters: 'The employee gets an email now, and another a week before the access ends.',
  end: 'After that the Werknemerloket blocks the access by itself.',
  day: 'No longer employed from',
  dayHint: 'A day, such as 1-12-2026.',
  noDay: 'Fill in a day, such as 1-12-2026. It is at most 2 years from today.',
  cancel: 'Cancel',
  save: 'Save',
  stays: 'Does the employee stay after all?',
  staysHow: 'Then take the date back. Was the access blocked because of it? Then it opens again.',
  withdraw: 'Take the date back',
  set: (name, until) =>
    `The date was saved. ${name} can log in until ${until}. After that the access ends by itself.`,
  endsNow: (name) => `The date was saved. The access of ${name} has ended.`,
  withdrawn: (name) => `The date was taken back: ${name} stays.`,
  same: 'Nothing has changed: it was so already.',
  meanwhile: 'Nothing has changed: this employee was changed meanwhile. See below how it is now.',
};

export const leavingLine: typeof nl.leavingLine = {
  leaves: (on, until) => `Leaves on ${on}. Access until ${until}.`,
  gone: (on) => `Left on ${on}. The access has ended. Take the date back to give access again.`,
};

export const ownLine: typeof nl.ownLine = (on, until) =>
  `You are no longer employed from ${on}. You can log in until ${until}. Before that, keep what you want to have.`;
