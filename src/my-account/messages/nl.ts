import type { Action } from '../../models/change.js';

export * from './passwords-nl.js';

export const homePage = {
  title: (name: string) => `Welkom, ${name}`,
  twoFactor: '2 factor authenticatie',
  isOn: (since: string) => `Staat aan sinds ${since}. Je toegang is extra beveiligd.`,
  isOff: 'Staat uit. Met 2 factor authenticatie beveilig je je toegang extra.',
  switchOn: '2 factor authenticatie instellen',
  newPhone: 'Nieuwe telefoon instellen',
  recoveryCodes: 'Herstelcodes',
  codesLeft: (left: number) => `Je hebt nog ${left} herstelcodes, voor als je je telefoon niet bij je hebt.`,
  fewCodes: (left: number) =>
    `Je hebt nog ${left === 1 ? '1 herstelcode' : `${left} herstelcodes`}. Maak nieuwe, zodat je altijd kunt inloggen.`,
  codesToSee:
    'Je hebt nog niet gezegd dat je je herstelcodes hebt bewaard. Je kunt ze nog een keer bekijken.',
  seeCodes: 'Herstelcodes bekijken',
  codesNotKept:
    'Je hebt nog niet gezegd dat je je herstelcodes hebt bewaard. Heb je ze niet? Maak dan nieuwe.',
  keepCodes: 'Ik heb ze wel bewaard',
  newCodes: 'Nieuwe herstelcodes maken',
  password: 'Wachtwoord',
  hasPassword: 'Je logt in met je gebruikersnaam en je wachtwoord.',
  changePassword: 'Wachtwoord wijzigen',
  toDo: 'Nog te doen',
  arranged: 'Dit is geregeld',
  allArranged: 'Alles is geregeld',
  nothingToDo: 'Je toegang is extra beveiligd. Je hoeft nu niets te doen.',
  lastLogin: 'Vorige keer ingelogd',
  lastLoginAt: (at: string, device?: string) => (device === undefined ? at : `${at}, met ${device}`),
  toSecurity: 'Bekijk waar je bent ingelogd',
  firstLogin: 'Dit is de eerste keer dat je inlogt.',
  employees: 'Werknemers',
  managing: 'Beheer',
  managingWhat: 'Nodig collega’s uit, en kies wie tweestapsverificatie moet gebruiken.',
  officers: 'HR-medewerkers',
  policy: 'Beleid',
};

export const securityPage = {
  title: 'Beveiliging',
  logins: 'Waar je bent ingelogd',
  here: 'dit apparaat',
  unknownDevice: 'Onbekend apparaat',
  since: (at: string) => `ingelogd op ${at}`,
  seen: (at: string) => `laatst gebruikt op ${at}`,
  seenNow: 'laatst gebruikt: nu',
  zone: 'Alle tijden op deze pagina zijn Nederlandse tijd (Amsterdam).',
  end: 'Uitloggen',
  endOthers: 'Overal anders uitloggen',
  ended: 'Dat apparaat is uitgelogd.',
  endedOthers: 'Je bent overal anders uitgelogd.',
  password: 'Wachtwoord',
  changePassword: 'Wachtwoord wijzigen',
  email: 'E-mailadres',
  changeEmail: 'E-mailadres wijzigen',
  notYou: 'Zie je iets wat jij niet was? Log dat apparaat uit en neem contact op met je werkgever.',
  log: 'Wat er met je toegang is gebeurd',
  empty: 'Er is nog niets gebeurd.',
  download: 'Download alles',
  byYou: 'door jou',
  atLogin: (address: string, device?: string) =>
    `gevraagd op de inlogpagina, vanaf ${address}${device === undefined ? '' : ` met ${device}`}`,
  byYouFrom: (address: string, device?: string) =>
    `door jou, vanaf ${address}${device === undefined ? '' : ` met ${device}`}`,
  bySomebody: 'vanaf een onbekend adres',
  bySomebodyFrom: (address: string, device?: string) =>
    `vanaf ${address}${device === undefined ? '' : ` met ${device}`}`,
  byEmployer: 'door je werkgever',
  byPortal: 'door het Werknemerloket zelf',
  byAdministrator: 'door een beheerder',
};

/** The same as a file for a spreadsheet. */
export const logFile = {
  fileName: 'werknemerloket-logboek',
  when: 'Wanneer',
  what: 'Wat',
  by: 'Door wie',
};

/** What happened to somebody's access, in their own log. */
export const actionNames: Record<Action, string> = {
  'account-added': 'Je gegevens zijn toegevoegd',
  'account-added-with-login': 'Je hebt toegang gekregen',
  'colleague-added': 'Je bent toegevoegd als HR-medewerker',
  'email-change-asked': 'Er is om een ander e-mailadres gevraagd',
  'email-changed': 'Je e-mailadres is gewijzigd',
  'email-corrected': 'Je e-mailadres is gewijzigd door je werkgever',
  'email-entered': 'Je e-mailadres is ingevuld',
  'details-changed': 'Je gegevens zijn gewijzigd',
  'email-restored': 'Je oude e-mailadres is teruggezet',
  'access-granted': 'Je hebt een uitnodiging gekregen',
  'invitation-renewed': 'Er is een nieuwe uitnodiging gevraagd',
  'invitation-locked': 'Je uitnodiging werkt niet meer: te vaak een verkeerde geboortedatum',
  'password-chosen': 'Er is een wachtwoord gekozen',
  'password-forgotten': 'Er is om een nieuw wachtwoord gevraagd',
  'password-reset': 'Er is een nieuw wachtwoord gekozen, met een link uit een e-mail',
  'password-changed': 'Je wachtwoord is gewijzigd',
  'access-blocked': 'Je toegang is geblokkeerd',
  'access-closed': 'Je hebt je toegang zelf geblokkeerd',
  'access-unblocked': 'Je toegang is weer opengezet',
  'access-revoked': 'Je toegang is ingetrokken',
  'access-ended': 'Je toegang is gestopt na je dienstverband',
  'leaving-set': 'Je werkgever heeft gemeld dat je uit dienst gaat',
  'leaving-noted': 'Je werkgever heeft gemeld dat je uit dienst gaat',
  'leaving-reminded': 'We hebben je herinnerd: je toegang stopt over een week',
  'leaving-withdrawn': 'Je werkgever heeft gemeld dat je in dienst blijft',
  'leaving-cleared': 'Je werkgever heeft gemeld dat je in dienst blijft',
  'username-sent': 'Je gebruikersnaam is naar je gestuurd',
  'two-factor-on': '2 factor authenticatie is aangezet',
  'two-factor-off': '2 factor authenticatie is uitgezet',
  'two-factor-reset': '2 factor authenticatie is voor je uitgezet',
  'two-factor-replaced': '2 factor authenticatie is overgezet naar een nieuwe telefoon',
  'recovery-codes-renewed': 'Er zijn nieuwe herstelcodes gemaakt',
  'recovery-code-used': 'Er is een herstelcode gebruikt',
  'codes-locked': 'Verificatiecodes werken een tijd niet: te vaak een verkeerde',
  'role-changed': 'Je rol is gewijzigd',
  'officer-removed': 'Je bent verwijderd als HR-medewerker',
  'approval-asked': 'Er is iets gevraagd voor je toegang. Dat wacht op een tweede persoon',
  'approval-given': 'Een tweede persoon heeft bevestigd wat er voor je toegang is gevraagd',
  'approval-refused': 'Een tweede persoon heeft geweigerd wat er voor je toegang is gevraagd',
  'stranger-asked': 'Je vroeg om iemand die niet bij je werkgever hoort',
  'policy-changed': 'De regels voor 2 factor authenticatie zijn veranderd',
  'style-changed': 'Het Werknemerloket van je werkgever ziet er anders uit',
  'codes-locked-again': 'Verificatiecodes werken weer een tijd niet: te vaak een verkeerde',
};

export const changeEmailPage = {
  title: 'E-mailadres wijzigen',
  current: (email: string) => `Je e-mailadres is nu ${email}.`,
  intro: 'Je krijgt een e-mail op het nieuwe adres. Met de link daarin bevestig je het.',
  email: 'Nieuw e-mailadres',
  password: 'Wachtwoord',
  code: 'Verificatiecode',
  cancel: 'Annuleren',
  save: 'E-mail sturen',
  noEmail: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
  sameEmail: 'Dit is al je e-mailadres. Vul een ander in.',
  noPassword: 'Vul je wachtwoord in.',
  wrongPassword: 'Het wachtwoord klopt niet. Vul het opnieuw in.',
  done: (email: string) =>
    `Je krijgt een e-mail op ${email}. Klik op de link daarin. Tot dan blijft je oude adres gelden.`,
};

export const confirmEmailPage = {
  title: 'E-mailadres bevestigen',
  intro: (name: string, email: string) => `Gebruik ${email} voor de toegang van ${name}.`,
  confirm: 'Bevestigen',
  doneTitle: 'Je e-mailadres is gewijzigd',
  done: 'Vanaf nu krijg je hier e-mail van het Werknemerloket.',
};

export const closePage = {
  title: 'Was jij dit niet?',
  intro: (name: string) =>
    `Dit gaat over de toegang van ${name}. Kan iemand anders erbij? Blokkeer je toegang dan nu. Daarna gebeurt dit:`,
  consequences: [
    'Niemand kan nog inloggen, ook jij niet.',
    'Je wachtwoord, 2 factor authenticatie en herstelcodes werken niet meer.',
    'Is je e-mailadres kort geleden gewijzigd? Dan komt het oude terug.',
  ],
  told: 'Je werkgever krijgt bericht en kan je opnieuw uitnodigen.',
  notTold: 'Je werkgever krijgt geen bericht. Vertel het daarna zelf.',
  colleaguesTold: 'De andere HR-medewerkers krijgen bericht.',
  officerBack: 'Alleen de beheerder van het Werknemerloket kan je opnieuw uitnodigen.',
  close: 'Mijn toegang blokkeren',
  wasMe: 'Was jij het wel? Dan hoef je niets te doen. Sluit deze pagina.',
};

export const closedPage = {
  title: 'Je toegang is geblokkeerd',
  text: 'Niemand kan er nu mee inloggen.',
  told: 'Je werkgever heeft bericht gekregen.',
  colleaguesTold: 'De andere HR-medewerkers hebben bericht gekregen.',
  contact: (employer: string, contact: string) => `Bel of mail ${employer}: ${contact}`,
  next: 'Neem contact op met je werkgever. Die stelt vast dat jij het bent en nodigt je opnieuw uit.',
  officerNext:
    'Ben je HR-medewerker? Neem dan contact op met de beheerder van het Werknemerloket. Alleen die kan je opnieuw uitnodigen.',
};
