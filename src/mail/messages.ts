import type { Action, Actor } from '../models/change.js';

export interface LetterFacts {
  employer: string;
  username: string;
  at: string;
  /** Who did it, as the person knows them. */
  by: string;
  /** What they did it with. */
  device: string;
  /** Where the person chooses a password, in the letter that invites. */
  link: string;
}

interface LetterWords {
  subject: string | ((facts: LetterFacts) => string);
  body: (facts: LetterFacts) => string[];
}

export const unknownDevice = 'een onbekend apparaat';

const doneWith = (device: string) => `Dit is gedaan met ${device}.`;
const notMe = (device: string) =>
  `${doneWith(device)} Was jij dit niet? Neem dan meteen contact op met je werkgever.`;

/** A letter for each change that a person must know of. Adding an account without a login is not one. */
export const letters: Partial<Record<Action, LetterWords>> = {
  'account-added-with-login': {
    subject: 'Je toegang tot het Werknemerloket',
    body: ({ employer, username }) => [
      `Je hebt toegang tot het Werknemerloket van ${employer}.`,
      `Je gebruikersnaam is: ${username}`,
      'Je wachtwoord krijg je van de beheerder van het Werknemerloket.',
      'Verwacht je dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'access-granted': {
    subject: 'Je toegang tot het Werknemerloket',
    body: ({ employer, username, link }) => [
      `${employer} geeft je toegang tot het Werknemerloket.`,
      `Je gebruikersnaam is: ${username}`,
      'Kies eerst een wachtwoord. Dat doe je op deze pagina:',
      link,
      'Deze link werkt 4 dagen en je kunt hem één keer gebruiken. Is de link verlopen? Vraag je werkgever om een nieuwe.',
    ],
  },
  'password-chosen': {
    subject: 'Je wachtwoord voor het Werknemerloket',
    body: ({ at, device }) => [
      `Op ${at} is een wachtwoord gekozen voor jouw toegang tot het Werknemerloket. Je kunt er nu mee inloggen.`,
      notMe(device),
    ],
  },
  'password-changed': {
    subject: 'Je wachtwoord voor het Werknemerloket is gewijzigd',
    body: ({ at, device }) => [
      `Op ${at} is het wachtwoord gewijzigd voor jouw toegang tot het Werknemerloket. Het oude werkt niet meer.`,
      notMe(device),
    ],
  },
  'access-blocked': {
    subject: 'Je toegang tot het Werknemerloket is geblokkeerd',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} je toegang tot het Werknemerloket geblokkeerd. Je kunt niet meer inloggen.`,
      'Heb je vragen? Neem dan contact op met je werkgever.',
    ],
  },
  'access-unblocked': {
    subject: 'Je hebt weer toegang tot het Werknemerloket',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} je toegang tot het Werknemerloket weer opengezet.`,
      'Kon je al inloggen? Dan kun je dat nu weer, met je eigen gebruikersnaam en wachtwoord.',
    ],
  },
  'username-sent': {
    subject: 'Je gebruikersnaam voor het Werknemerloket',
    body: ({ username }) => [
      `Je gebruikersnaam voor het Werknemerloket is: ${username}`,
      'Je werkgever heeft gevraagd om je deze e-mail te sturen.',
    ],
  },
  'two-factor-on': {
    subject: '2 factor authenticatie staat aan',
    body: ({ at, device }) => [
      `Op ${at} is 2 factor authenticatie aangezet voor jouw toegang tot het Werknemerloket.`,
      'Bij het inloggen vul je vanaf nu ook een verificatiecode in. Die vind je in de tweestapsverificatie app op je telefoon of tablet.',
      notMe(device),
    ],
  },
  'two-factor-replaced': {
    subject: '2 factor authenticatie staat op een nieuwe telefoon',
    body: ({ at, device }) => [
      `Op ${at} is 2 factor authenticatie voor jouw toegang tot het Werknemerloket overgezet naar een andere telefoon of tablet. De codes van de oude werken niet meer.`,
      notMe(device),
    ],
  },
  'recovery-codes-renewed': {
    subject: 'Je hebt nieuwe herstelcodes',
    body: ({ at, device }) => [
      `Op ${at} zijn nieuwe herstelcodes gemaakt voor jouw toegang tot het Werknemerloket. De oude werken niet meer.`,
      notMe(device),
    ],
  },
  'recovery-code-used': {
    subject: 'Er is een herstelcode gebruikt',
    body: ({ at, device }) => [
      `Op ${at} is een herstelcode gebruikt voor jouw toegang tot het Werknemerloket. Die code werkt niet meer.`,
      notMe(device),
    ],
  },
  'codes-locked': {
    subject: 'Er is te vaak een verkeerde verificatiecode ingevuld',
    body: ({ at, device }) => [
      `Iemand met jouw wachtwoord heeft op ${at} te vaak een verkeerde verificatiecode ingevuld. Daarom werken verificatiecodes een tijd niet. ${doneWith(device)}`,
      'Was jij dit? Wacht dan even, of gebruik een herstelcode.',
      'Was jij dit niet? Dan weet iemand je wachtwoord. Neem meteen contact op met je werkgever.',
    ],
  },
  'two-factor-off': {
    subject: '2 factor authenticatie staat uit',
    body: ({ at, device }) => [
      `Op ${at} is 2 factor authenticatie uitgezet voor jouw toegang tot het Werknemerloket.`,
      'Je logt nu in met alleen je gebruikersnaam en wachtwoord. Verwijder de oude code uit de tweestapsverificatie app.',
      notMe(device),
    ],
  },
  'two-factor-reset': {
    subject: ({ by }) => `2 factor authenticatie is uitgezet door ${by}`,
    body: ({ at, by }) => [
      `Op ${at} heeft ${by} 2 factor authenticatie uitgezet voor jouw toegang tot het Werknemerloket.`,
      'Je logt nu in met alleen je gebruikersnaam en wachtwoord. Zet 2 factor authenticatie daarna weer aan: zo blijft je toegang extra beveiligd. Verwijder de oude code uit de tweestapsverificatie app.',
      'Had je hier niet om gevraagd? Neem dan meteen contact op met je werkgever.',
    ],
  },
};

export const actors: Record<Actor['kind'], string> = {
  employee: 'je werkgever',
  officer: 'je werkgever',
  administrator: 'een beheerder',
};

export const salutation = (name: string) => `Beste ${name},`;
export const closing = (employer: string) => `Met vriendelijke groet,\nhet Werknemerloket van ${employer}`;
