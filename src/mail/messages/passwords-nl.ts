import { doneWith, notMe, once } from './parts-nl.js';
import type { Letters } from './types.js';

/** Of a password. */
export const aboutPasswords: Letters = {
  'password-chosen': {
    subject: 'Je wachtwoord voor het Werknemerloket',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is een wachtwoord gekozen voor jouw toegang tot het Werknemerloket. Je kunt er nu mee inloggen.`,
      `Je gebruikersnaam is: ${facts.username}`,
      ...notMe(facts),
    ],
  },
  'password-forgotten': {
    subject: 'Een nieuw wachtwoord voor het Werknemerloket',
    link: 'password',
    body: ({ at, links, device, until }) => [
      `Op ${at} is gevraagd om een nieuw wachtwoord. ${doneWith(device)} Kies het op deze pagina:`,
      ...links.flatMap(({ username, employer, href }) => [
        `Gebruikersnaam ${username}, bij ${employer}:`,
        href,
      ]),
      `${once(until)} Staat 2 factor authenticatie aan? Dan blijft dat zo.`,
      'Heb je hier niet om gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft zoals het was.',
    ],
  },
  'password-reset': {
    subject: 'Je hebt een nieuw wachtwoord voor het Werknemerloket',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is een nieuw wachtwoord gekozen voor jouw toegang tot het Werknemerloket, met de link uit een e-mail. Je bent overal uitgelogd.`,
      ...notMe(facts),
    ],
  },
  'password-changed': {
    subject: 'Je wachtwoord voor het Werknemerloket is gewijzigd',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is het wachtwoord gewijzigd voor jouw toegang tot het Werknemerloket. Het oude werkt niet meer.`,
      ...notMe(facts),
    ],
  },
};
