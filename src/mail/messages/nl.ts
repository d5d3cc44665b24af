import { atEnd } from '../../models/names.js';
import type { Actor } from '../../models/change.js';
import type { Reader } from '../../models/outgoing-mail.js';
import { aboutEmail, toOtherAddress } from './email-nl.js';
import { aboutLeaving } from './leaving-nl.js';
import { aboutPasswords } from './passwords-nl.js';
import { toOfficer } from './to-officers-nl.js';
import { aboutTwoFactor } from './two-factor-nl.js';
import { once } from './parts-nl.js';
import type { Letters } from './types.js';

/** To the person whose access it is. */
const toPerson: Letters = {
  'account-added-with-login': {
    subject: 'Je toegang tot het Werknemerloket',
    body: ({ employer, username, at }) => [
      `Je hebt op ${at} toegang gekregen tot het Werknemerloket van ${atEnd(employer)}`,
      `Je gebruikersnaam is: ${username}`,
      'Je wachtwoord krijg je van de beheerder van het Werknemerloket.',
      'Verwacht je dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'access-granted': {
    subject: 'Je toegang tot het Werknemerloket',
    link: 'invitation',
    body: ({ employer, username, at, link, until }) => [
      `${employer} heeft je op ${at} toegang gegeven tot het Werknemerloket.`,
      `Je gebruikersnaam is: ${username}`,
      'Kies eerst een wachtwoord. Dat doe je op deze pagina:',
      link,
      `${once(until)} Is de link verlopen? Open hem dan toch: je kunt daar een nieuwe vragen.`,
      'Verwacht je dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'invitation-renewed': {
    subject: 'Een nieuwe link voor het Werknemerloket',
    link: 'invitation',
    body: ({ employer, username, at, link, until }) => [
      `Op ${at} is om een nieuwe link gevraagd. Daarmee kies je een wachtwoord voor het Werknemerloket van ${atEnd(employer)}`,
      `Je gebruikersnaam is: ${username}`,
      link,
      `${once(until)} De vorige link werkt niet meer.`,
      'Heb je hier niet om gevraagd? Dan hoef je niets te doen.',
    ],
  },
  'invitation-locked': {
    subject: 'Je link voor het Werknemerloket werkt niet meer',
    body: ({ at, employer }) => [
      `Op ${at} is met de link uit je e-mail te vaak een verkeerde geboortedatum ingevuld. De link werkt daarom niet meer.`,
      `Was jij dat? Vraag ${employer} dan om je opnieuw uit te nodigen, en controleer samen je geboortedatum.`,
      'Was jij het niet? Vertel het je werkgever.',
    ],
  },
  'access-blocked': {
    subject: 'Je toegang tot het Werknemerloket is geblokkeerd',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} je toegang tot het Werknemerloket geblokkeerd. Je kunt niet meer inloggen.`,
      'Klopt dit niet, of heb je vragen? Neem dan contact op met je werkgever.',
    ],
  },
  'access-closed': {
    subject: 'Je hebt je toegang tot het Werknemerloket geblokkeerd',
    body: ({ at, isOfficer }) => [
      `Op ${at} heb je je toegang tot het Werknemerloket geblokkeerd. Niemand kan er nu mee inloggen. Je wachtwoord en 2 factor authenticatie werken niet meer.`,
      isOfficer
        ? 'Neem contact op met de beheerder van het Werknemerloket, ook als jij dit niet was. Alleen die kan je opnieuw uitnodigen.'
        : 'Neem contact op met je werkgever, ook als jij dit niet was. Die kan je opnieuw uitnodigen.',
    ],
  },
  'access-unblocked': {
    subject: 'Je hebt weer toegang tot het Werknemerloket',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} je toegang tot het Werknemerloket weer opengezet.`,
      'Kon je al inloggen? Dan kun je dat nu weer, met je eigen gebruikersnaam en wachtwoord.',
      'Had je nog geen wachtwoord gekozen? De link in je uitnodiging werkt niet meer. Je werkgever kan je een nieuwe sturen.',
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'access-revoked': {
    subject: 'Je toegang tot het Werknemerloket is ingetrokken',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} je toegang tot het Werknemerloket ingetrokken. Je kunt niet meer inloggen.`,
      'Klopt dit niet, of heb je vragen? Neem dan contact op met je werkgever.',
    ],
  },
  'username-sent': {
    subject: 'Je gebruikersnaam voor het Werknemerloket',
    body: ({ username, at }) => [
      `Je gebruikersnaam voor het Werknemerloket is: ${username}`,
      `Je werkgever heeft op ${at} gevraagd om je deze e-mail te sturen.`,
      'Verwacht je dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'role-changed': {
    subject: 'Je rol in het Werknemerloket is gewijzigd',
    body: ({ employer, at, role }) => [
      role === 'medewerker'
        ? `Sinds ${at} ben je bij ${employer} medewerker in het Werknemerloket. Je helpt werknemers en leest het logboek. Collega’s en beleid beheer je niet meer.`
        : `Sinds ${at} ben je bij ${employer} beheerder in het Werknemerloket. Je beheert nu ook collega’s en beleid.`,
      'Verwacht je dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'officer-removed': {
    subject: 'Je toegang tot het Werknemerloket is gestopt',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} je toegang als HR-medewerker tot het Werknemerloket gestopt. Je kunt niet meer inloggen.`,
      'Klopt dit niet, of heb je vragen? Neem dan contact op met je werkgever.',
    ],
  },
  ...aboutPasswords,
  ...aboutEmail,
  ...aboutLeaving,
  ...aboutTwoFactor,
};

/** Every letter, by who reads it. */
export const letters: Record<Reader, Letters> = {
  person: toPerson,
  officer: toOfficer,
  'other-address': toOtherAddress,
};

export const actors: Record<Actor['kind'], string> = {
  employee: 'je werkgever',
  officer: 'je werkgever',
  administrator: 'een beheerder',
  visitor: 'iemand op de inlogpagina',
  portal: 'het Werknemerloket',
};

/** What stands around every letter. */
export const frame = {
  salutation: (name: string) => `Beste ${name},`,
  /** @param employer absent where the letter is about several */
  closing: (employer?: string) =>
    `Met vriendelijke groet,\nhet Werknemerloket${employer === undefined ? '' : ` van ${employer}`}`,
  zone: 'Alle tijden in deze e-mail zijn Nederlandse tijd.',
  unknownDevice: 'een onbekend apparaat',
};
