import type { Detail } from '../../models/change.js';
import type { Filter } from '../../models/employee-listing.js';
import type { AccessState, OfficerAction } from '../officer-actions.js';

export * from './log-nl.js';

export const yesNo = (yes: boolean): string => (yes ? 'Ja' : 'Nee');

export const accessNames: Record<AccessState, string> = {
  none: 'Geen toegang',
  invited: 'Uitgenodigd',
  active: 'Toegang',
  blocked: 'Geblokkeerd',
  closed: 'Geblokkeerd door de werknemer zelf',
  revoked: 'Ingetrokken',
};

export const employeesPage = {
  title: 'Werknemers',
  number: 'Personeelsnummer',
  name: 'Naam',
  access: 'Toegang',
  twoFactor: 'Tweestapsverificatie',
  search: 'Zoek een werknemer',
  searchHint: 'Op personeelsnummer, naam, gebruikersnaam of e-mailadres. Het begin is genoeg.',
  searchButton: 'Zoeken',
  found: (typed: string, employees: number, hasMore: boolean) =>
    `${hasMore ? 'Meer dan ' : ''}${employees === 1 ? '1 werknemer' : `${employees} werknemers`} gevonden voor ‘${typed}’.`,
  moreFound: (shown: number) => `Je ziet er ${shown}. Typ meer letters om er minder te vinden.`,
  nothingFound: (typed: string) =>
    `Niemand gevonden voor ‘${typed}’. Controleer wat je typte, of zoek op iets anders.`,
  searchAll: 'Toon iedereen die zo begint',
  backToAll: 'Toon alle werknemers',
  filters: 'Welke werknemers',
  nobody: 'Hier staat nu niemand.',
  order: 'Sorteer op',
  pages: 'Bladeren',
  previous: 'Vorige',
  next: 'Volgende',
  empty: 'Er zijn nog geen werknemers.',
  emptyHow: 'Importeer ze met een bestand uit je personeelsadministratie. Daarna geef je ze hier toegang.',
  import: 'Werknemers importeren',
};

/** Which employees the list shows. */
export const filterNames: Record<Filter, string> = {
  alle: 'Alle',
  'geen-toegang': 'Geen toegang',
  uitgenodigd: 'Uitgenodigd',
  verlopen: 'Uitnodiging verlopen',
  actief: 'Actief',
  geblokkeerd: 'Geblokkeerd',
  ingetrokken: 'Ingetrokken',
  'tweestaps-aan': 'Tweestapsverificatie aan',
  'tweestaps-uit': 'Tweestapsverificatie uit',
  'nooit-ingelogd': 'Nog nooit ingelogd',
  vergrendeld: 'Code vergrendeld',
  'niet-bezorgd': 'E-mail niet aangekomen',
};

/** On the officer's first page. */
export const staff = {
  what: 'Geef werknemers toegang, blokkeer hun toegang of help wie zijn telefoon kwijt is.',
  none: 'Er zijn nog geen werknemers. Bekijk hoe je ze toevoegt.',
  all: (employees: number): string => (employees === 1 ? 'werknemer' : 'werknemers'),
  withAccess: 'met toegang',
  withTwoFactor: 'met tweestapsverificatie',
};

export const accessPage = {
  title: 'Werknemerloket toegang',
  number: 'Personeelsnummer',
  initials: 'Voorletters',
  prefix: 'Voorvoegsel',
  surname: 'Achternaam',
  twoFactor: 'Tweestapsverificatie actief',
  email: 'Email',
  access: 'Toegang',
  username: 'Gebruikersnaam',
  since: (at: string) => `sinds ${at}`,
  noUsername: 'Nog geen',
  invitationWorks: (until: string) => `De link in de uitnodiging werkt tot ${until}.`,
  invitationExpired: (until: string) =>
    `De link in de uitnodiging werkt niet meer sinds ${until}. Verstuur de uitnodiging opnieuw.`,
  blockedBy: (who: string, reason?: string) => `Door ${who}${reason === undefined ? '.' : `: ${reason}`}`,
  invitationLocked:
    'De link in de uitnodiging werkt niet meer: er is te vaak een verkeerde geboortedatum ingevuld. Verstuur de uitnodiging opnieuw.',
  lastLogin: 'Laatst ingelogd',
  neverLoggedIn: 'Nog nooit',
  history: 'Wat er is gebeurd',
  by: (who: string) => `door ${who}`,
  wholeHistory: 'Bekijk alles in het logboek',
  changeDetails: 'Gegevens wijzigen',
  leaving: 'Uit dienst',
  toFourEyes: 'Naar Vier ogen',
  changeTwoFactor: 'Op Nee zetten',
  back: 'Naar alle werknemers',
  notNow:
    'Er is niets veranderd: de toegang van deze werknemer was intussen al gewijzigd. Kijk hieronder hoe het nu is.',
};

/** Where an officer changes what is on record. */
export const detailsPage = {
  title: 'Gegevens wijzigen',
  intro: (name: string) => `Dit staat er nu van ${name}.`,
  labels: {
    initials: 'Voorletters',
    prefix: 'Voorvoegsel',
    surname: 'Achternaam',
    email: 'E-mailadres',
    birthDate: 'Geboortedatum',
  } satisfies Record<Detail, string>,
  hints: {
    prefix: 'Bijvoorbeeld ‘van der’. Mag leeg zijn.',
    email: 'Verander je dit, dan krijgen het oude en het nieuwe adres een e-mail.',
    birthDate: 'De link in een uitnodiging vraagt ernaar. Mag leeg zijn.',
  },
  wrong: {
    initials: 'Vul voorletters in van hoogstens 100 tekens, zonder < en >.',
    prefix: 'Gebruik hoogstens 100 tekens voor het voorvoegsel, zonder < en >.',
    surname: 'Vul een achternaam in van hoogstens 100 tekens, zonder < en >.',
    email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    birthDate: 'Vul een geboortedatum in, zoals 31-1-1980, of laat dit leeg.',
  } satisfies Record<Detail, string>,
  changedMeanwhile: (now: string) =>
    `Deze werknemer is intussen gewijzigd. Nu staat er: ${now}. Controleer wat je hebt ingevuld en sla het opnieuw op.`,
  cancel: 'Annuleren',
  save: 'Opslaan',
  same: 'Er is niets veranderd: de gegevens waren al zo.',
  done: 'De gegevens zijn gewijzigd.',
  emailDone: (old: string, email: string) => `E-mail gaat vanaf nu naar ${email}, en niet meer naar ${old}.`,
  invitationEnds: 'De link in de uitnodiging werkt niet meer. Verstuur de uitnodiging opnieuw.',
};

/** Of a letter to the employee: its subject, where it goes and since when. */
export const undelivered = {
  waits: (subject: string, to: string, since: string) =>
    `De e-mail ‘${subject}’ aan ${to} wacht sinds ${since}. De mailserver neemt hem nog niet aan. We proberen het opnieuw. Je hoeft niets te doen.`,
  failed: (subject: string, to: string, since: string, canBeSentAgain: boolean) =>
    `De e-mail ‘${subject}’ aan ${to} van ${since} is niet aangekomen. Controleer het e-mailadres. ${
      canBeSentAgain ? 'Klopt het? Verstuur de e-mail dan opnieuw.' : 'Vertel het de werknemer zelf.'
    }`,
};

export const buttonNames: Record<OfficerAction, string> = {
  grant: 'Toegang verstrekken',
  'send-invitation-again': 'Uitnodiging opnieuw versturen',
  block: 'Blokkeren',
  unblock: 'Deblokkeren',
  revoke: 'Toegang intrekken',
  'invite-again': 'Deblokkeren',
  'send-username': 'Gebruikersnaam versturen',
  'reset-two-factor': 'Op Nee zetten',
};

/** Of whom a page asks whether it must really be done. */
export interface Confirmed {
  name: string;
  email: string;
  /** Whether two-factor is a duty. */
  required: boolean;
}

/** What is asked before an action, and what the employee will notice. */
export const confirmPages = {
  block: ({ name }: Confirmed) => ({
    title: 'Toegang blokkeren',
    question: `Wil je de toegang van ${name} blokkeren?`,
    consequences: [
      'De werknemer wordt overal uitgelogd, en kan niet inloggen tot iemand de toegang deblokkeert.',
      'De werknemer krijgt een e-mail. De reden staat daar niet in.',
    ],
    save: 'Blokkeren',
  }),
  revoke: ({ name }: Confirmed) => ({
    title: 'Toegang intrekken',
    question: `Wil je de toegang van ${name} intrekken, bijvoorbeeld na ontslag?`,
    consequences: [
      'De werknemer wordt overal uitgelogd en kan niet meer inloggen. Een link in een uitnodiging werkt niet meer.',
      'De werknemer krijgt een e-mail. De reden staat daar niet in.',
      'Je kunt later opnieuw toegang verstrekken. De werknemer kiest dan een nieuw wachtwoord.',
      'Is tweestapsverificatie actief? Dan blijft dat zo.',
    ],
    save: 'Toegang intrekken',
  }),
  'reset-two-factor': ({ name, required }: Confirmed) => ({
    title: 'Tweestapsverificatie op Nee zetten',
    question: `Heeft ${name} geen toegang meer tot de app? Zet Tweestapsverificatie dan op Nee.`,
    consequences: [
      'De werknemer kan daarna inloggen met alleen gebruikersnaam en wachtwoord.',
      'De werknemer wordt overal uitgelogd en krijgt een e-mail.',
      required
        ? 'De werknemer moet meteen na het inloggen 2 factor authenticatie opnieuw activeren.'
        : 'De werknemer kan 2 factor authenticatie zelf weer activeren.',
    ],
    save: 'Op Nee zetten',
  }),
  'invite-again': ({ name, email }: Confirmed) => ({
    title: 'Deblokkeren',
    question: `${name} heeft de eigen toegang geblokkeerd, omdat iemand anders erbij kon. Nodig ${name} daarom opnieuw uit.`,
    consequences: [
      'De werknemer krijgt een e-mail met een link om een nieuw wachtwoord te kiezen.',
      `De e-mail gaat naar ${email}. Vraag de werknemer of dat klopt.`,
      'De werknemer kan 2 factor authenticatie daarna opnieuw activeren.',
    ],
    save: 'Opnieuw uitnodigen',
  }),
};

/** On all pages that ask it. */
export const confirmPage = {
  reason: 'Reden',
  reasonHint: 'Je collega’s lezen dit in het logboek. Schrijf er niets medisch in.',
  noReason: 'Schrijf op waarom je dit doet, in 1 tot 200 tekens.',
  identified: 'Ik heb vastgesteld wie dit is',
  howToIdentify:
    'Bijvoorbeeld omdat je de werknemer voor je ziet, of terugbelt op een nummer dat je al had. Een e-mail is niet genoeg.',
  notIdentified: 'Stel eerst vast wie dit is, en zet dan een vinkje.',
  cancel: 'Annuleren',
};

/** What an officer reads after an action: what happened, and what the employee will notice. */
export const done: Record<OfficerAction, (name: string, email: string) => string> = {
  grant: (name, email) =>
    `${name} krijgt een e-mail op ${email}, met een gebruikersnaam en een link om een wachtwoord te kiezen.`,
  'send-invitation-again': (name, email) =>
    `${name} krijgt opnieuw een e-mail op ${email}, met een nieuwe link om een wachtwoord te kiezen. De vorige link werkt niet meer.`,
  block: (name) => `De toegang van ${name} is geblokkeerd. ${name} is overal uitgelogd en krijgt een e-mail.`,
  unblock: (name) => `De toegang van ${name} is gedeblokkeerd. ${name} krijgt een e-mail.`,
  revoke: (name) =>
    `De toegang van ${name} is ingetrokken. ${name} is overal uitgelogd, kan niet meer inloggen en krijgt een e-mail.`,
  'invite-again': (name, email) =>
    `${name} krijgt een e-mail op ${email}, met een link om een nieuw wachtwoord te kiezen.`,
  'send-username': (name, email) => `${name} krijgt een e-mail met de gebruikersnaam op ${email}.`,
  'reset-two-factor': (name) =>
    `Tweestapsverificatie staat op Nee. ${name} kan inloggen met alleen gebruikersnaam en wachtwoord, en krijgt een e-mail.`,
};
