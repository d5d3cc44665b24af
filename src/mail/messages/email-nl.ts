import { atEnd } from '../../models/names.js';
import { closeAccess, notMe, once } from './parts-nl.js';
import type { Letters } from './types.js';

/** Of an e-mail address, to the person. */
export const aboutEmail: Letters = {
  'email-change-asked': {
    subject: 'Je hebt gevraagd om een ander e-mailadres',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is gevraagd om een ander e-mailadres voor jouw toegang tot het Werknemerloket. Het verandert pas als het nieuwe adres is bevestigd.`,
      ...notMe(facts),
    ],
  },
  'email-corrected': {
    subject: 'Je e-mailadres voor het Werknemerloket is gewijzigd',
    body: ({ at, employer }) => [
      `${employer} heeft op ${at} je e-mailadres voor het Werknemerloket gewijzigd. Vanaf nu krijg je op dit adres e-mail van het Werknemerloket.`,
      'Klopt dat niet? Neem dan contact op met je werkgever.',
    ],
  },
  'email-changed': {
    subject: 'Je e-mailadres voor het Werknemerloket is gewijzigd',
    body: ({ at }) => [
      `Op ${at} is je e-mailadres voor het Werknemerloket gewijzigd. Vanaf nu krijg je op dit adres e-mail van het Werknemerloket.`,
      'Was jij dit niet? Neem dan meteen contact op met je werkgever.',
    ],
  },
};

/** The same, to the other address that the change is about. */
export const toOtherAddress: Letters = {
  'email-change-asked': {
    subject: 'Bevestig je e-mailadres voor het Werknemerloket',
    link: 'email',
    body: ({ at, link, employer, until }) => [
      `Op ${at} is gevraagd om dit e-mailadres te gebruiken voor het Werknemerloket van ${atEnd(employer)} Bevestig het op deze pagina:`,
      link,
      `Log daarvoor in. ${once(until)}`,
      'Heb je hier niet om gevraagd? Dan hoef je niets te doen.',
    ],
  },
  'email-changed': {
    subject: 'Je e-mailadres voor het Werknemerloket is gewijzigd',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is je e-mailadres voor het Werknemerloket gewijzigd. Op dit adres krijg je geen e-mail meer van het Werknemerloket.`,
      ...notMe(facts),
    ],
  },
  'email-corrected': {
    subject: 'Je e-mailadres voor het Werknemerloket is gewijzigd',
    link: 'close',
    body: (facts) => [
      `${facts.employer} heeft op ${facts.at} je e-mailadres voor het Werknemerloket gewijzigd. Op dit adres krijg je geen e-mail meer van het Werknemerloket.`,
      'Klopt dat niet? Blokkeer dan meteen je toegang, op deze pagina:',
      ...closeAccess(facts),
    ],
  },
  // Who reads it may be an intruder: no link.
  'email-restored': {
    subject: 'Je e-mailadres voor het Werknemerloket is gewijzigd',
    body: ({ at }) => [
      `Op ${at} is de toegang tot het Werknemerloket geblokkeerd en het oude e-mailadres teruggezet.`,
      'Op dit adres krijg je geen e-mail meer van het Werknemerloket. Klopt dit niet, of heb je vragen? Neem dan contact op met je werkgever.',
    ],
  },
};
