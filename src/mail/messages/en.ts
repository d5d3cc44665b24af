import { atEnd } from '../../models/names.js';
import type * as nl from './nl.js';
import { aboutEmail, toOtherAddress } from './email-en.js';
import { aboutLeaving } from './leaving-en.js';
import { aboutPasswords } from './passwords-en.js';
import { toOfficer } from './to-officers-en.js';
import { aboutTwoFactor } from './two-factor-en.js';
import { once } from './parts-en.js';
import type { Letters } from './types.js';

/** To the person whose access it is. */
const toPerson: Letters = {
  'account-added-with-login': {
    subject: 'Your access to the Werknemerloket',
    body: ({ employer, username, at }) => [
      `On ${at} you got access to the Werknemerloket of ${atEnd(employer)}`,
      `Your username is: ${username}`,
      'You get your password from the administrator of the Werknemerloket.',
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'access-granted': {
    subject: 'Your access to the Werknemerloket',
    link: 'invitation',
    body: ({ employer, username, at, link, until }) => [
      `On ${at} ${employer} gave you access to the Werknemerloket.`,
      `Your username is: ${username}`,
      'First choose a password. You do that on this page:',
      link,
      `${once(until)} Has the link expired? Open it all the same: you can ask for a new one there.`,
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'invitation-renewed': {
    subject: 'A new link for the Werknemerloket',
    link: 'invitation',
    body: ({ employer, username, at, link, until }) => [
      `On ${at} a new link was asked for. With it you choose a password for the Werknemerloket of ${atEnd(employer)}`,
      `Your username is: ${username}`,
      link,
      `${once(until)} The previous link no longer works.`,
      'Did you not ask for this? Then you do not have to do anything.',
    ],
  },
  'invitation-locked': {
    subject: 'Your link for the Werknemerloket no longer works',
    body: ({ at, employer }) => [
      `On ${at} a wrong date of birth was filled in too often with the link from your e-mail. That is why the link no longer works.`,
      `Was it you? Then ask ${employer} to invite you again, and check your date of birth together.`,
      'Was it not you? Tell your employer.',
    ],
  },
  'access-blocked': {
    subject: 'Your access to the Werknemerloket is blocked',
    body: ({ employer, at }) => [
      `On ${at} ${employer} blocked your access to the Werknemerloket. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  'access-closed': {
    subject: 'You blocked your access to the Werknemerloket',
    body: ({ at, isOfficer }) => [
      `On ${at} you blocked your access to the Werknemerloket. Nobody can log in with it now. Your password and two-factor authentication no longer work.`,
      isOfficer
        ? 'Contact the administrator of the Werknemerloket, also if this was not you. Only they can invite you again.'
        : 'Contact your employer, also if this was not you. They can invite you again.',
    ],
  },
  'access-unblocked': {
    subject: 'You have access to the Werknemerloket again',
    body: ({ employer, at }) => [
      `On ${at} ${employer} opened your access to the Werknemerloket again.`,
      'Could you log in before? Then you can do so again, with your own username and password.',
      'Had you not chosen a password yet? The link in your invitation no longer works. Your employer can send you a new one.',
      'Is this not right? Then contact your employer.',
    ],
  },
  'access-revoked': {
    subject: 'Your access to the Werknemerloket was withdrawn',
    body: ({ employer, at }) => [
      `On ${at} ${employer} withdrew your access to the Werknemerloket. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  'username-sent': {
    subject: 'Your username for the Werknemerloket',
    body: ({ username, at }) => [
      `Your username for the Werknemerloket is: ${username}`,
      `On ${at} your employer asked us to send you this e-mail.`,
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'role-changed': {
    subject: 'Your role in the Werknemerloket was changed',
    body: ({ employer, at, role }) => [
      role === 'medewerker'
        ? `Since ${at} you are an officer of ${employer} in the Werknemerloket. You help employees and read the log. You no longer manage colleagues and policy.`
        : `Since ${at} you are a manager of ${employer} in the Werknemerloket. You now manage colleagues and policy too.`,
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'officer-removed': {
    subject: 'Your access to the Werknemerloket has ended',
    body: ({ employer, at }) => [
      `${employer} ended your access to the Werknemerloket as an HR officer on ${at}. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  ...aboutPasswords,
  ...aboutEmail,
  ...aboutLeaving,
  ...aboutTwoFactor,
};

export const letters: typeof nl.letters = {
  person: toPerson,
  officer: toOfficer,
  'other-address': toOtherAddress,
};

export const actors: typeof nl.actors = {
  employee: 'your employer',
  officer: 'your employer',
  administrator: 'an administrator',
  visitor: 'somebody on the login page',
  portal: 'the Werknemerloket',
};

export const frame: typeof nl.frame = {
  salutation: (name) => `Dear ${name},`,
  closing: (employer) =>
    `Kind regards,\nthe Werknemerloket${employer === undefined ? '' : ` of ${employer}`}`,
  zone: 'All times in this e-mail are Dutch time.',
  unknownDevice: 'an unknown device',
};
