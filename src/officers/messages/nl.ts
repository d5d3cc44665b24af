import type { AccessState } from '../../employer/officer-actions.js';
import type { Role } from '../../models/role.js';
import type { StaffAction } from '../../models/staff-change.js';

export const roleNames: Record<Role, string> = { beheerder: 'Beheerder', medewerker: 'Medewerker' };

export const roleHints: Record<Role, string> = {
  beheerder: 'Beheert ook collega’s en beleid.',
  medewerker: 'Helpt werknemers en leest het logboek.',
};

export const yesNo = (yes: boolean): string => (yes ? 'Ja' : 'Nee');

export const accessNames: Record<AccessState, string> = {
  none: 'Geen toegang',
  invited: 'Uitgenodigd',
  active: 'Toegang',
  blocked: 'Geblokkeerd',
  revoked: 'Ingetrokken',
  closed: 'Zelf geblokkeerd',
};

export const listPage = {
  title: 'HR-medewerkers',
  name: 'Naam',
  you: (name: string) => `${name} (dit ben jij)`,
  role: 'Rol',
  access: 'Toegang',
  lastLogin: 'Laatst ingelogd',
  twoFactor: 'Tweestapsverificatie',
  never: 'Nog nooit',
  invite: 'Collega uitnodigen',
};

export const invitePage = {
  title: 'Collega uitnodigen',
  intro: 'Je collega krijgt een e-mail met een link om een wachtwoord te kiezen. De link werkt 4 dagen.',
  name: 'Naam van je collega',
  nameHint: 'Zoals anderen de naam zien, bijvoorbeeld: H. de Ruiter.',
  email: 'E-mailadres',
  role: 'Rol',
  cancel: 'Annuleren',
  save: 'Uitnodigen',
  taken: 'Er is al een HR-medewerker met dit e-mailadres. Kijk in de lijst.',
  done: (name: string, email: string) =>
    `${name} krijgt een e-mail op ${email}, met een gebruikersnaam en een link om een wachtwoord te kiezen.`,
};

/** What is wrong with the invitation. */
export const problemsOf = {
  name: 'Vul een naam in van hoogstens 100 tekens, zonder < en >.',
  email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
  role: 'Kies een rol.',
};

export const colleaguePage = {
  title: 'HR-medewerker',
  email: 'E-mailadres',
  username: 'Gebruikersnaam',
  since: (at: string) => `sinds ${at}`,
  history: 'Wat er is gebeurd',
  by: (who: string) => `door ${who}`,
  back: 'Naar alle HR-medewerkers',
  yourself: 'Dit ben jij. Je eigen rol en toegang verander je niet zelf. Een andere beheerder kan dat.',
  closed:
    'Deze collega heeft de eigen toegang geblokkeerd, omdat iemand anders erbij kon. Vraag de beheerder van het Werknemerloket om een nieuwe uitnodiging.',
  notNow: 'Er is niets veranderd: je collega was intussen al gewijzigd. Kijk hieronder hoe het nu is.',
};

export const buttonNames: Record<StaffAction, string> = {
  'send-invitation-again': 'Uitnodiging opnieuw versturen',
  block: 'Blokkeren',
  unblock: 'Deblokkeren',
  'make-beheerder': 'Beheerder maken',
  'make-medewerker': 'Medewerker maken',
  remove: 'Verwijderen',
};

/** The pages that ask first. */
export const confirmPages = {
  block: {
    title: 'HR-medewerker blokkeren',
    question: (name: string) =>
      `Moet ${name} voorlopig niet meer bij het Werknemerloket? Blokkeer de toegang dan.`,
    consequences: [
      'Je collega wordt overal uitgelogd en kan niet meer inloggen.',
      'Je collega krijgt een e-mail.',
      'Je kunt de toegang later weer openzetten, met Deblokkeren.',
    ],
    save: 'Blokkeren',
  },
  remove: {
    title: 'HR-medewerker verwijderen',
    question: (name: string) =>
      `Werkt ${name} niet meer voor HR? Verwijder je collega dan. Dit kun je niet terugdraaien.`,
    consequences: [
      'Je collega wordt overal uitgelogd en kan nooit meer inloggen.',
      'Je collega krijgt een e-mail.',
      'De naam blijft in het logboek staan.',
    ],
    save: 'Verwijderen',
  },
};

export const confirmPage = {
  reason: 'Reden',
  reasonHint: 'De reden komt in het logboek. HR-medewerkers kunnen hem lezen.',
  noReason: 'Vul een reden in van hoogstens 200 tekens.',
  cancel: 'Annuleren',
};

/** What a beheerder reads after an action. */
export const done: Record<StaffAction, (name: string, email: string) => string> = {
  'send-invitation-again': (name, email) =>
    `${name} krijgt opnieuw een e-mail op ${email}, met een nieuwe link om een wachtwoord te kiezen. De vorige link werkt niet meer.`,
  block: (name) => `De toegang van ${name} is geblokkeerd. ${name} is overal uitgelogd en krijgt een e-mail.`,
  unblock: (name) => `De toegang van ${name} is gedeblokkeerd. ${name} krijgt een e-mail.`,
  'make-beheerder': (name) => `${name} is nu beheerder en krijgt een e-mail.`,
  'make-medewerker': (name) => `${name} is nu medewerker en krijgt een e-mail.`,
  remove: (name) => `${name} is verwijderd, is overal uitgelogd en krijgt een e-mail.`,
};
