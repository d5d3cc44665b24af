import type * as nl from './nl.js';

export const together: typeof nl.together = {
  title: 'For more employees at once',
  pick: 'Choose',
  tick: (name, number) => `Choose ${name} (${number})`,
  what: 'What do you want to do?',
  forWhom: 'For whom?',
  whoIsTicked: 'The employees that I ticked',
  all: 'All employees on this list, on all pages',
  ticked: 'This is for the employees that you ticked.',
  earlier: 'Earlier times',
  next: 'Continue',
  noAction: 'Choose what you want to do.',
  nobody: 'First tick somebody, or choose all employees on the list.',
};

export const consequences: typeof nl.consequences = {
  grant: [
    'Each employee gets an email with a username and a link to choose a password.',
    'The link works for 4 days.',
  ],
  'send-invitation-again': [
    'Each employee gets an email with a new link to choose a password.',
    'An earlier link stops working.',
  ],
  'send-username': ['Each employee gets an email with their own username.'],
  block: [
    'These employees are logged out everywhere. They cannot log in until somebody unblocks their access.',
    'Each employee gets an email. The reason is not in it.',
  ],
  unblock: [
    'These employees have the same access again as before the block.',
    'Each employee gets an email.',
  ],
};

export const batchPage: typeof nl.batchPage = {
  titles: {
    planned: (action) => `${action}: check`,
    running: (action) => `${action}: under way`,
    done: (action) => `${action}: done`,
  },
  intro: 'Nothing has changed yet. Check for whom this is and confirm it.',
  nobody: 'This is not possible now for any of these employees. Below you read why.',
  result: 'This is what happened.',
  does: 'Yes',
  waits: 'Waits for a colleague',
  not: 'No',
  doesTitle: 'For whom it is',
  doneTitle: 'Done',
  waitsTitle: 'Waits for a colleague',
  notTitle: 'For whom it is not',
  waitsHint:
    'Their email address was changed a short time ago. A colleague confirms it on the page Four eyes.',
  left: 'not done yet',
  number: 'Employee number',
  name: 'Name',
  what: 'What',
  more: (left) => `And ${left} more. Download everything to see them.`,
  download: 'Download everything',
  fileName: 'at-once',
  cancel: 'Cancel',
  toEmployees: 'To all employees',
  tooMany: (left) =>
    left === 0
      ? 'Today you already did something for as many employees at once as is allowed. Try again tomorrow.'
      : `These are too many employees for today: it is still possible for at most ${left}. Choose fewer, or try again tomorrow.`,
};

const notDone = {
  'no-button': (access: string) => `not possible at ‘${access}’`,
  meanwhile: () => 'not done: the access was changed meanwhile',
  'too-many-letters': () => 'not done: got too many emails today already, try again tomorrow',
  'officer-gone': () => 'not done: who confirmed this has no access any more',
};

export const planned: typeof nl.planned = {
  ...notDone,
  done: (access) => `now: ${access}`,
  waits: () => 'waits for a colleague after that',
};

export const outcomes: typeof nl.outcomes = {
  ...notDone,
  done: () => 'done',
  waits: () => 'waits for a colleague',
};

export const earlierPage: typeof nl.earlierPage = {
  title: 'Done at once earlier',
  intro: 'What you and your colleagues did for more employees at once in the last 30 days.',
  nothing: 'Nothing was done for more employees at once yet.',
  what: 'What',
  at: 'When',
  by: 'By',
  state: 'How far',
  running: 'Under way',
  done: 'Done',
  toEmployees: 'To all employees',
};
