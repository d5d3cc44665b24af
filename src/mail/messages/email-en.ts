import { atEnd } from '../../models/names.js';
import { closeAccess, notMe, once } from './parts-en.js';
import type { Letters } from './types.js';

/** Of an e-mail address, to the person. */
export const aboutEmail: Letters = {
  'email-change-asked': {
    subject: 'You asked for another e-mail address',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} another e-mail address was asked for your access to the Werknemerloket. It only changes when the new address is confirmed.`,
      ...notMe(facts),
    ],
  },
  'email-corrected': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    body: ({ at, employer }) => [
      `On ${at} ${employer} changed your e-mail address for the Werknemerloket. From now on you get e-mail from the Werknemerloket at this address.`,
      'Is that not right? Then contact your employer.',
    ],
  },
  'email-changed': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    body: ({ at }) => [
      `On ${at} your e-mail address for the Werknemerloket was changed. From now on you get e-mail from the Werknemerloket at this address.`,
      'Wasn’t this you? Then contact your employer at once.',
    ],
  },
};

/** The same, to the other address that the change is about. */
export const toOtherAddress: Letters = {
  'email-change-asked': {
    subject: 'Confirm your e-mail address for the Werknemerloket',
    link: 'email',
    body: ({ at, link, employer, until }) => [
      `On ${at} somebody asked to use this e-mail address for the Werknemerloket of ${atEnd(employer)} Confirm it on this page:`,
      link,
      `Log in to do so. ${once(until)}`,
      'Did you not ask for this? Then you do not have to do anything.',
    ],
  },
  'email-changed': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} your e-mail address for the Werknemerloket was changed. At this address you get no more e-mail from the Werknemerloket.`,
      ...notMe(facts),
    ],
  },
  'email-corrected': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} ${facts.employer} changed your e-mail address for the Werknemerloket. You get no more e-mail from the Werknemerloket at this address.`,
      'Is that not right? Then block your access at once, on this page:',
      ...closeAccess(facts),
    ],
  },
  'email-restored': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    body: ({ at }) => [
      `On ${at} the access to the Werknemerloket was blocked and the old e-mail address put back.`,
      'At this address you get no more e-mail from the Werknemerloket. Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
};
