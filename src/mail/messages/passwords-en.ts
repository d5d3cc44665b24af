import { doneWith, notMe, once } from './parts-en.js';
import type { Letters } from './types.js';

/** Of a password. */
export const aboutPasswords: Letters = {
  'password-chosen': {
    subject: 'Your password for the Werknemerloket',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} a password was chosen for your access to the Werknemerloket. You can log in with it now.`,
      `Your username is: ${facts.username}`,
      ...notMe(facts),
    ],
  },
  'password-forgotten': {
    subject: 'A new password for the Werknemerloket',
    link: 'password',
    body: ({ at, links, device, until }) => [
      `On ${at} a new password was asked for. ${doneWith(device)} Choose it on this page:`,
      ...links.flatMap(({ username, employer, href }) => [`Username ${username}, at ${employer}:`, href]),
      `${once(until)} Is two-factor authentication on? Then it stays on.`,
      'Did you not ask for this? Then you do not have to do anything. Your password stays as it was.',
    ],
  },
  'password-reset': {
    subject: 'You have a new password for the Werknemerloket',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} a new password was chosen for your access to the Werknemerloket, with the link from an e-mail. You are logged out everywhere.`,
      ...notMe(facts),
    ],
  },
  'password-changed': {
    subject: 'Your password for the Werknemerloket was changed',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} the password for your access to the Werknemerloket was changed. The old one no longer works.`,
      ...notMe(facts),
    ],
  },
};
