import type * as nl from './nl.js';

export const roleNames: typeof nl.roleNames = { beheerder: 'Manager', medewerker: 'Officer' };

export const roleHints: typeof nl.roleHints = {
  beheerder: 'Also manages colleagues and policy.',
  medewerker: 'Helps employees and reads the log.',
};

export const yesNo: typeof nl.yesNo = (yes) => (yes ? 'Yes' : 'No');

export const accessNames: typeof nl.accessNames = {
  none: 'No access',
  invited: 'Invited',
  active: 'Access',
  blocked: 'Blocked',
  revoked: 'Withdrawn',
  closed: 'Blocked by themselves',
};

export const listPage: typeof nl.listPage = {
  title: 'HR officers',
  name: 'Name',
  you: (name) => `${name} (this is you)`,
  role: 'Role',
  access: 'Access',
  lastLogin: 'Last login',
  twoFactor: 'Two-step verification',
  never: 'Never',
  invite: 'Invite a colleague',
};

export const invitePage: typeof nl.invitePage = {
  title: 'Invite a colleague',
  intro: 'Your colleague gets an e-mail with a link to choose a password. The link works for 4 days.',
  name: 'Name of your colleague',
  nameHint: 'As others see the name, for example: H. de Ruiter.',
  email: 'E-mail address',
  role: 'Role',
  cancel: 'Cancel',
  save: 'Invite',
  taken: 'There is an HR officer with this e-mail address already. Look in the list.',
  done: (name, email) =>
    `${name} gets an e-mail at ${email}, with a username and a link to choose a password.`,
};

export const problemsOf: typeof nl.problemsOf = {
  name: 'Fill in a name of at most 100 characters, without < and >.',
  email: 'Fill in an e-mail address, such as name@example.com.',
  role: 'Choose a role.',
};

export const colleaguePage: typeof nl.colleaguePage = {
  title: 'HR officer',
  email: 'E-mail address',
  username: 'Username',
  since: (at) => `since ${at}`,
  history: 'What happened',
  by: (who) => `by ${who}`,
  back: 'To all HR officers',
  yourself: 'This is you. You do not change your own role and access. Another manager can.',
  closed:
    'This colleague blocked their own access, because somebody else could use it. Ask the administrator of the Werknemerloket for a new invitation.',
  notNow: 'Nothing has changed: your colleague had been changed meanwhile. See below how it is now.',
};

export const buttonNames: typeof nl.buttonNames = {
  'send-invitation-again': 'Send invitation again',
  block: 'Block',
  unblock: 'Unblock',
  'make-beheerder': 'Make manager',
  'make-medewerker': 'Make officer',
  remove: 'Remove',
};

export const confirmPages: typeof nl.confirmPages = {
  block: {
    title: 'Block an HR officer',
    question: (name) => `Should ${name} not use the Werknemerloket for now? Then block their access.`,
    consequences: [
      'Your colleague is logged out everywhere and can no longer log in.',
      'Your colleague gets an e-mail.',
      'You can open the access again later, with Unblock.',
    ],
    save: 'Block',
  },
  remove: {
    title: 'Remove an HR officer',
    question: (name) =>
      `Does ${name} no longer work for HR? Then remove your colleague. You cannot undo this.`,
    consequences: [
      'Your colleague is logged out everywhere and can never log in again.',
      'Your colleague gets an e-mail.',
      'The name stays in the log.',
    ],
    save: 'Remove',
  },
};

export const confirmPage: typeof nl.confirmPage = {
  reason: 'Reason',
  reasonHint: 'The reason goes into the log. HR officers can read it.',
  noReason: 'Fill in a reason of at most 200 characters.',
  cancel: 'Cancel',
};

export const done: typeof nl.done = {
  'send-invitation-again': (name, email) =>
    `${name} gets another e-mail at ${email}, with a new link to choose a password. The previous link no longer works.`,
  block: (name) => `The access of ${name} is blocked. ${name} is logged out everywhere and gets an e-mail.`,
  unblock: (name) => `The access of ${name} is unblocked. ${name} gets an e-mail.`,
  'make-beheerder': (name) => `${name} is now a manager and gets an e-mail.`,
  'make-medewerker': (name) => `${name} is now an officer and gets an e-mail.`,
  remove: (name) => `${name} is removed, is logged out everywhere and gets an e-mail.`,
};
