import type * as nl from './nl.js';

const both = (names: string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names);

export const actionNames: typeof nl.actionNames = {
  grant: 'Grant access',
  'send-invitation-again': 'Send the invitation again',
  revoke: 'Withdraw access',
  'invite-again': 'Invite again',
  'reset-two-factor': 'Set two-factor authentication to No',
  'password-letter': 'Send a link for a new password',
};

const who = (names: string[]) =>
  names.length > 0
    ? `${both(names)} can confirm or refuse it, on the page Four eyes.`
    : 'You have no colleague who can confirm this. Ask the administrator of the Werknemerloket.';

export const asked: typeof nl.asked = {
  waits: (names) =>
    `Nothing has changed yet: the e-mail address was changed a short time ago, so a second person looks first. ${who(names)}`,
  waitsAlready: (names) => `Nothing has changed: this was asked before and still waits. ${who(names)}`,
};

export const onEmployee: typeof nl.onEmployee = (action, names) =>
  `‘${action}’ was asked and waits. ${who(names)}`;

export const toDecide: typeof nl.toDecide = (requests) =>
  requests === 1 ? 'Four eyes: 1 request waits for you' : `Four eyes: ${requests} requests wait for you`;

const first =
  'You cannot confirm this. You asked it yourself, or you changed the address. Or one of you was added as an HR officer by the other, a short time ago.';

export const fourEyesPage: typeof nl.fourEyesPage = {
  title: 'Four eyes',
  intro:
    'Was an e-mail address changed a short time ago by somebody other than the employee? Then two people decide together on what is asked after it. Call the employee on a number that you had already, and ask whether the new address is right.',
  nothing: 'Nothing waits now.',
  asked: (by, when) => `Asked by ${by}, ${when}`,
  email: (from, to, by, when) => `The e-mail address went from ${from} to ${to}, by ${by}, ${when}.`,
  reason: (reason) => `Reason: ${reason}`,
  until: (when) => `This request expires ${when}.`,
  notYou: (names) =>
    names.length > 0
      ? `${first} ${both(names)} can confirm or refuse it.`
      : `${first} Only the administrator of the Werknemerloket can confirm this.`,
  confirm: 'Confirm',
  refuse: 'Refuse',
  back: 'To all employees',
  confirmed: (action, name) => `Confirmed: ${action}, for ${name}. It is done. ${name} gets an e-mail.`,
  refused: (action, name) => `Refused: ${action}, for ${name}. Nothing has changed.`,
  gone: 'This request waits for you no more. A colleague may have been first, or the employee has changed since.',
};
