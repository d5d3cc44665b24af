import type * as nl from './nl.js';

export * from './log-en.js';

export const yesNo: typeof nl.yesNo = (yes) => (yes ? 'Yes' : 'No');

export const accessNames: typeof nl.accessNames = {
  none: 'No access',
  invited: 'Invited',
  active: 'Access',
  blocked: 'Blocked',
  closed: 'Blocked by the employee',
  revoked: 'Withdrawn',
};

export const employeesPage: typeof nl.employeesPage = {
  title: 'Employees',
  number: 'Employee number',
  name: 'Name',
  access: 'Access',
  twoFactor: 'Two-step verification',
  search: 'Find an employee',
  searchHint: 'By employee number, name, username or e-mail address. The beginning is enough.',
  searchButton: 'Search',
  found: (typed, employees, hasMore) =>
    `${hasMore ? 'More than ' : ''}${employees === 1 ? '1 employee' : `${employees} employees`} found for ‘${typed}’.`,
  moreFound: (shown) => `You see ${shown} of them. Type more letters to find fewer.`,
  nothingFound: (typed) => `Nobody found for ‘${typed}’. Check what you typed, or search for something else.`,
  searchAll: 'Show everybody who begins like this',
  backToAll: 'Show all employees',
  filters: 'Which employees',
  nobody: 'There is nobody here now.',
  order: 'Sort by',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  empty: 'There are no employees yet.',
  emptyHow: 'Import them with a file from your personnel administration. Then you give them access here.',
  import: 'Import employees',
};

export const filterNames: typeof nl.filterNames = {
  alle: 'All',
  'geen-toegang': 'No access',
  uitgenodigd: 'Invited',
  verlopen: 'Invitation expired',
  actief: 'Active',
  geblokkeerd: 'Blocked',
  ingetrokken: 'Withdrawn',
  'tweestaps-aan': 'Two-step verification on',
  'tweestaps-uit': 'Two-step verification off',
  'nooit-ingelogd': 'Never logged in',
  vergrendeld: 'Code locked',
  'niet-bezorgd': 'E-mail did not arrive',
};

export const staff: typeof nl.staff = {
  what: 'Give employees access, block their access or help who has lost their phone.',
  none: 'There are no employees yet. See how to add them.',
  all: (employees) => (employees === 1 ? 'employee' : 'employees'),
  withAccess: 'with access',
  withTwoFactor: 'with two-step verification',
};

export const accessPage: typeof nl.accessPage = {
  title: 'Werknemerloket access',
  number: 'Employee number',
  initials: 'Initials',
  prefix: 'Prefix',
  surname: 'Surname',
  twoFactor: 'Two-step verification active',
  email: 'E-mail',
  access: 'Access',
  username: 'Username',
  since: (at) => `since ${at}`,
  noUsername: 'None yet',
  invitationWorks: (until) => `The link in the invitation works until ${until}.`,
  invitationExpired: (until) =>
    `The link in the invitation no longer works since ${until}. Send the invitation again.`,
  blockedBy: (who, reason) => `By ${who}${reason === undefined ? '.' : `: ${reason}`}`,
  invitationLocked:
    'The link in the invitation no longer works: a wrong date of birth was filled in too often. Send the invitation again.',
  lastLogin: 'Last login',
  neverLoggedIn: 'Never',
  history: 'What happened',
  by: (who) => `by ${who}`,
  wholeHistory: 'See everything in the log',
  changeDetails: 'Change details',
  leaving: 'Leaving',
  toFourEyes: 'To Four eyes',
  changeTwoFactor: 'Set to No',
  back: 'To all employees',
  notNow:
    'Nothing has changed: the access of this employee had been changed meanwhile. See below how it is now.',
};

export const detailsPage: typeof nl.detailsPage = {
  title: 'Change details',
  intro: (name) => `This is on record of ${name} now.`,
  labels: {
    initials: 'Initials',
    prefix: 'Prefix',
    surname: 'Surname',
    email: 'E-mail address',
    birthDate: 'Date of birth',
  },
  hints: {
    prefix: 'For example ‘van der’. May be empty.',
    email: 'If you change this, the old and the new address get an e-mail.',
    birthDate: 'The link in an invitation asks for it. May be empty.',
  },
  wrong: {
    initials: 'Fill in initials of at most 100 characters, without < and >.',
    prefix: 'Use at most 100 characters for the prefix, without < and >.',
    surname: 'Fill in a surname of at most 100 characters, without < and >.',
    email: 'Fill in an e-mail address, like name@example.com.',
    birthDate: 'Fill in a date of birth, like 31-1-1980, or leave this empty.',
  },
  changedMeanwhile: (now) =>
    `This employee was changed meanwhile. Now on record: ${now}. Check what you filled in and save it again.`,
  cancel: 'Cancel',
  save: 'Save',
  same: 'Nothing has changed: the details were so already.',
  done: 'The details were changed.',
  emailDone: (old, email) => `E-mail goes to ${email} from now on, and no longer to ${old}.`,
  invitationEnds: 'The link in the invitation no longer works. Send the invitation again.',
};

export const undelivered: typeof nl.undelivered = {
  waits: (subject, to, since) =>
    `The e-mail ‘${subject}’ to ${to} has been waiting since ${since}. The mail server does not take it yet. We will try again. You do not have to do anything.`,
  failed: (subject, to, since, canBeSentAgain) =>
    `The e-mail ‘${subject}’ to ${to} of ${since} did not arrive. Check the e-mail address. ${
      canBeSentAgain ? 'Is it right? Then send the e-mail again.' : 'Tell the employee yourself.'
    }`,
};

export const buttonNames: typeof nl.buttonNames = {
  grant: 'Grant access',
  'send-invitation-again': 'Send invitation again',
  block: 'Block',
  unblock: 'Unblock',
  revoke: 'Withdraw access',
  'invite-again': 'Unblock',
  'send-username': 'Send username',
  'reset-two-factor': 'Set to No',
};

export const confirmPages: typeof nl.confirmPages = {
  block: ({ name }) => ({
    title: 'Block access',
    question: `Do you want to block the access of ${name}?`,
    consequences: [
      'The employee is logged out everywhere, and cannot log in until somebody unblocks the access.',
      'The employee gets an e-mail. The reason is not in it.',
    ],
    save: 'Block',
  }),
  revoke: ({ name }) => ({
    title: 'Withdraw access',
    question: `Do you want to withdraw the access of ${name}, for example after they left?`,
    consequences: [
      'The employee is logged out everywhere and can no longer log in. A link in an invitation no longer works.',
      'The employee gets an e-mail. The reason is not in it.',
      'You can grant access again later. The employee then chooses a new password.',
      'Is two-step verification active? Then it stays so.',
    ],
    save: 'Withdraw access',
  }),
  'reset-two-factor': ({ name, required }) => ({
    title: 'Set two-step verification to No',
    question: `Can ${name} no longer open the app? Then set two-step verification to No.`,
    consequences: [
      'The employee can then log in with only username and password.',
      'The employee is logged out everywhere and gets an e-mail.',
      required
        ? 'The employee has to set up two-factor authentication again right after logging in.'
        : 'The employee can switch on two-factor authentication again.',
    ],
    save: 'Set to No',
  }),
  'invite-again': ({ name, email }) => ({
    title: 'Unblock',
    question: `${name} blocked their own access, because somebody else could use it. So invite ${name} again.`,
    consequences: [
      'The employee gets an e-mail with a link to choose a new password.',
      `The e-mail goes to ${email}. Ask the employee whether that is right.`,
      'The employee can then set up two-factor authentication again.',
    ],
    save: 'Invite again',
  }),
};

export const confirmPage: typeof nl.confirmPage = {
  reason: 'Reason',
  reasonHint: 'Your colleagues read this in the log. Do not write anything medical.',
  noReason: 'Write down why you do this, in 1 to 200 characters.',
  identified: 'I have established who this is',
  howToIdentify:
    'For example because you see the employee, or call back on a number that you already had. An e-mail is not enough.',
  notIdentified: 'First establish who this is, and then tick the box.',
  cancel: 'Cancel',
};

export const done: typeof nl.done = {
  grant: (name, email) =>
    `${name} gets an e-mail at ${email}, with a username and a link to choose a password.`,
  'send-invitation-again': (name, email) =>
    `${name} gets another e-mail at ${email}, with a new link to choose a password. The previous link no longer works.`,
  block: (name) => `The access of ${name} is blocked. ${name} is logged out everywhere and gets an e-mail.`,
  unblock: (name) => `The access of ${name} is unblocked. ${name} gets an e-mail.`,
  revoke: (name) =>
    `The access of ${name} is withdrawn. ${name} is logged out everywhere, can no longer log in and gets an e-mail.`,
  'invite-again': (name, email) =>
    `${name} gets an e-mail at ${email}, with a link to choose a new password.`,
  'send-username': (name, email) => `${name} gets an e-mail with the username at ${email}.`,
  'reset-two-factor': (name) =>
    `Two-step verification is set to No. ${name} can log in with only username and password, and gets an e-mail.`,
};
