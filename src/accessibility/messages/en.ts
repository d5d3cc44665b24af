import { atEnd } from '../../models/names.js';
import type * as nl from './nl.js';

export const statementPage: typeof nl.statementPage = {
  title: 'Accessibility',
  intro:
    'Everybody must be able to use the Werknemerloket, also people with a disability. This page says how far we are, and what you can do when something does not work for you.',
  who: 'Who is responsible?',
  responsible: (employer) =>
    employer === undefined
      ? 'The organisation that offers you this Werknemerloket. Mostly that is your employer.'
      : `The organisation that offers you this Werknemerloket, for ${atEnd(employer)}`,
  status: 'How accessible is it?',
  statusText:
    'The Werknemerloket was made by the rules for accessibility: WCAG 2.2, levels A and AA (in Europe: EN 301 549). The makers tested it themselves. There has not been an independent audit yet. So we say: the Werknemerloket meets the rules partly.',
  tested: 'What was tested?',
  tests: [
    'All pages work without JavaScript, and with only a keyboard.',
    'All pages fit on a phone, also on a narrow screen of 320 pixels. That is the same as zooming in to 400%.',
    'All pages were checked by a program for faults in accessibility (axe) and in structure (HTML).',
    'Letters can be read well on every colour. That also holds for the dark view and for the colour of your employer.',
    'Each error stands beside the field and on top of the page, and says what you can do.',
  ],
  notTested: 'What was not tested yet, or does not work yet?',
  limits: [
    'People who use a screen reader or voice control have not tested it yet.',
    'You cannot scan a barcode that you do not see. So beside each barcode stands a code that you can copy.',
    'After the password you have 5 minutes to fill in a verification code. After 30 minutes without a click you log in again. That is needed for security.',
  ],
  complain: 'Does something not work for you?',
  complainText:
    'Tell your employer. Say on which page you were, what you wanted to do and what happened. Your employer helps you, and passes faults on to the makers.',
  contact: (employer, line) => `${employer}: ${line}`,
  notSatisfied:
    'Are you not satisfied with the answer? Then you can send a complaint to the Netherlands Institute for Human Rights:',
  institute: { name: 'mensenrechten.nl', address: 'https://www.mensenrechten.nl/' },
  made: (day) => `This statement was made on ${day}.`,
};
