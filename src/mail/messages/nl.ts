import type { Actor } from '../../models/change.js';
import type { Reader } from '../../models/outgoing-mail.js';
import { aboutTwoFactor, closeAccess, doneWith, notMe } from './two-factor-nl.js';
import type { LetterFacts, Letters } from './types.js';

const once = (until: string) => `De link werkt tot ${until} en je kunt hem één keer gebruiken.`;

/** For each change that a person must know of. Adding an account without a login is not one. */
const toPerson: Letters = {
  'account-added-with-login': {
    subject: 'Je toegang tot het Werknemerloket',
    body: ({ employer, username, at }) => [
      `Je hebt op ${at} toegang gekregen tot het Werknemerloket van ${employer}.`,
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
      `Op ${at} is om een nieuwe link gevraagd. Daarmee kies je een wachtwoord voor het Werknemerloket van ${employer}.`,
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
  'leaving-set': {
    subject: 'Je toegang tot het Werknemerloket na je dienstverband',
    body: ({ employer, at, leaving }) => [
      `${employer} heeft op ${at} gemeld dat je uit dienst bent vanaf ${leaving?.on ?? ''}.`,
      leaving?.isOver
        ? 'Je toegang tot het Werknemerloket stopt daarom nu.'
        : `Je kunt tot ${leaving?.until ?? ''} inloggen in het Werknemerloket. Bewaar voor die tijd wat je wilt houden. Daarna stopt je toegang.`,
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'leaving-reminded': {
    subject: 'Je toegang tot het Werknemerloket stopt over een week',
    body: ({ at, leaving }) => [
      `Je kunt nog tot ${leaving?.until ?? ''} inloggen in het Werknemerloket, omdat je uit dienst bent vanaf ${leaving?.on ?? ''}. Zo stond het op ${at} in het Werknemerloket.`,
      'Bewaar voor die tijd wat je wilt houden.',
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'leaving-withdrawn': {
    subject: 'Je toegang tot het Werknemerloket blijft',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} gemeld dat je in dienst blijft. Je toegang tot het Werknemerloket stopt niet.`,
      'Kon je al inloggen? Dan blijft dat zo, met je eigen gebruikersnaam en wachtwoord.',
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'access-ended': {
    subject: 'Je toegang tot het Werknemerloket is gestopt',
    body: ({ at, leaving }) => [
      `Je bent uit dienst vanaf ${leaving?.on ?? ''}. Daarom is je toegang tot het Werknemerloket op ${at} gestopt. Je kunt niet meer inloggen.`,
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
  ...aboutTwoFactor,
};

const checkOf = ({ log }: LetterFacts) => {
  const { employer = '', count = 0, mac = '' } = log ?? {};
  return [
    'Denk je dat er iets uit het logboek weg is? Geef deze e-mail dan aan de beheerder van het Werknemerloket. Die kan het nakijken met deze opdracht:',
    `loket audit verify --employer ${employer} --at-least ${count} --mac ${mac}`,
  ];
};

const keepThis = 'Bewaar deze e-mail, niet in het Werknemerloket maar ergens anders.';

/** Each week, to each beheerder. */
const aboutLog: Letters = {
  'log-told': {
    subject: 'Bewaar deze e-mail: zo ver is het logboek',
    body: (facts) => [
      `In het logboek van ${facts.employer} staat wat er in het Werknemerloket is gebeurd. Met deze e-mail kun je later laten nakijken of er niets uit is weggehaald.`,
      `Op ${facts.at} had de laatste regel nummer ${facts.log?.count ?? 0}. Het zegel daarvan is:`,
      facts.log?.mac ?? '',
      `${keepThis} Verder hoef je niets te doen.`,
      ...checkOf(facts),
      'Je krijgt elke week zo’n e-mail. Komt er een week geen? Vertel het dan de beheerder van het Werknemerloket.',
    ],
  },
  'log-told-again': {
    subject: 'Bewaar deze e-mail: het logboek is niet veranderd',
    body: (facts) => [
      `Op ${facts.at} was er niets bij het logboek van ${facts.employer} gekomen sinds de vorige e-mail hierover. De laatste regel heeft nog nummer ${facts.log?.count ?? 0}, en hetzelfde zegel.`,
      keepThis,
      ...checkOf(facts),
    ],
  },
  'log-broken': {
    subject: 'Er is iets mis met het logboek',
    body: ({ employer, at }) => [
      `Op ${at} klopte het zegel van het logboek van ${employer} niet. Iemand heeft het veranderd of weggehaald.`,
      'Vertel dit meteen aan de beheerder van het Werknemerloket. Die kan nakijken wat er mis is. Geef daarbij ook de vorige e-mails over het logboek.',
    ],
  },
};

/** To each officer of the employer, where they have something to do. */
const toOfficer: Letters = {
  ...aboutLog,
  'colleague-added': {
    subject: ({ name }) => `${name} is toegevoegd als HR-medewerker`,
    body: ({ name, at, actor, employer }) => [
      `Op ${at} heeft ${actor} ${name} toegevoegd als HR-medewerker van ${employer}.`,
      'Is dit een collega die je kent? Dan hoef je niets te doen.',
      `Ken je deze collega niet? Bel dan ${actor}, op een nummer dat je al had. Klopt het niet? Vertel dit meteen aan de beheerder van het Werknemerloket.`,
    ],
  },
  'access-closed': {
    subject: ({ name }) => `${name} heeft de eigen toegang geblokkeerd`,
    body: ({ name, at }) => [
      `${name} heeft op ${at} gezegd dat iemand anders bij de toegang tot het Werknemerloket kan, en die geblokkeerd.`,
      'Het wachtwoord en 2 factor authenticatie werken niet meer. Neem contact op, en stel vast wie het is: bijvoorbeeld door terug te bellen op een nummer dat je al had.',
      'Daarna kun je opnieuw uitnodigen. Is het een HR-medewerker? Dan doet de beheerder van het Werknemerloket dat.',
    ],
  },
};

/** To the other address, where an e-mail address changes: the new one when it was asked, the old one when it is done or undone. */
const toOtherAddress: Letters = {
  'email-change-asked': {
    subject: 'Bevestig je e-mailadres voor het Werknemerloket',
    link: 'email',
    body: ({ at, link, employer, until }) => [
      `Op ${at} is gevraagd om dit e-mailadres te gebruiken voor het Werknemerloket van ${employer}. Bevestig het op deze pagina:`,
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
