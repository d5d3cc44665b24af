import { longestPassword, type PasswordFault } from '../../sign-in/password-rules.js';

export const choosePasswordPage = {
  title: 'Kies een wachtwoord',
  intro: (name: string) => `Welkom, ${name}. Kies een wachtwoord voor het Werknemerloket.`,
  username: 'Gebruikersnaam',
  usernameHint: 'Hiermee log je in. Je kunt hem nog veranderen.',
  noUsername: 'Gebruik voor je gebruikersnaam 2 tot 100 tekens, zonder spaties.',
  taken: 'Deze gebruikersnaam is al van iemand anders. Kies een andere.',
  birthDate: 'Geboortedatum',
  birthDateHint: 'Bijvoorbeeld 31-1-1980.',
  noBirthDate: 'Vul je geboortedatum in, zoals 31-1-1980.',
  otherBirthDate: (left: number) =>
    `Dit is niet de geboortedatum die je werkgever van je heeft. Je kunt het nog ${left} keer proberen.`,
  password: 'Wachtwoord',
  save: 'Wachtwoord opslaan',
  done: 'Je wachtwoord is opgeslagen. Je kunt nu inloggen.',
};

/** Where the link of an invitation works no more. */
export const oldInvitationPage = {
  title: 'Deze link werkt niet meer',
  text: 'De link is te oud, of er is een nieuwere e-mail. Kijk eerst of je die hebt.',
  where: 'Je kunt ook een nieuwe e-mail vragen. Die gaat naar het e-mailadres dat je werkgever van je heeft.',
  toSignIn: 'Naar inloggen',
  send: 'Nieuwe e-mail sturen',
  done: 'Je krijgt binnen een paar minuten een e-mail met een nieuwe link. Kijk ook bij je ongewenste e-mail.',
};

/** Where it was used. */
export const usedInvitationPage = {
  title: 'Deze link is al gebruikt',
  text: 'Er is al een wachtwoord gekozen. Log in met je gebruikersnaam en dat wachtwoord.',
  where:
    'Weet je het wachtwoord niet meer? Vraag dan een e-mail om een nieuw te kiezen. Die gaat naar het e-mailadres dat je werkgever van je heeft.',
  toSignIn: 'Naar inloggen',
  send: 'E-mail sturen',
};

export const forgottenPage = {
  title: 'Wachtwoord vergeten',
  intro:
    'Vul je gebruikersnaam of je e-mailadres in. Je krijgt een e-mail met een link. Daarmee kies je een nieuw wachtwoord.',
  name: 'Gebruikersnaam of e-mailadres',
  cancel: 'Annuleren',
  send: 'E-mail sturen',
  empty: 'Vul je gebruikersnaam of e-mailadres in.',
  done: 'Kennen we je? Dan krijg je binnen een paar minuten een e-mail. Kijk ook bij je ongewenste e-mail.',
};

export const resetPasswordPage = {
  title: 'Kies een nieuw wachtwoord',
  intro: (name: string) => `Kies een nieuw wachtwoord voor de toegang van ${name}.`,
  username: 'Gebruikersnaam',
  password: 'Nieuw wachtwoord',
  save: 'Wachtwoord opslaan',
  done: 'Je nieuwe wachtwoord is opgeslagen. Je bent overal uitgelogd. Log nu in.',
};

export const changePasswordPage = {
  title: 'Wachtwoord wijzigen',
  heldUp:
    'Je werkgever vraagt geen 2 factor authenticatie meer. Daarom moet je wachtwoord langer zijn. Kies een nieuw wachtwoord, daarna kun je verder.',
  current: 'Huidig wachtwoord',
  new: 'Nieuw wachtwoord',
  code: 'Verificatiecode',
  cancel: 'Annuleren',
  save: 'Wachtwoord opslaan',
  noCurrent: 'Vul je huidige wachtwoord in.',
  wrongCurrent: 'Dit is niet je huidige wachtwoord. Vul het opnieuw in.',
  done: 'Je wachtwoord is gewijzigd. Je bent overal anders uitgelogd.',
};

/** On every page where somebody chooses a password. */
export const newPassword = {
  hint: (shortest: number) =>
    `Gebruik minstens ${shortest} tekens. Een zin die je goed onthoudt is sterk en makkelijk.`,
  empty: 'Vul een wachtwoord in.',
  signsOut: (name: string) => `Je bent nu ingelogd als ${name}. Sla je het wachtwoord op? Dan log je uit.`,
};

const like = (what: string) =>
  `Dit wachtwoord lijkt te veel op ${what}. Gebruik iets anders, bijvoorbeeld een zin.`;

/** Why a password will not do. */
export const passwordFaults = (shortest: number): Record<PasswordFault, string> => ({
  'too-short': `Dit wachtwoord is te kort. Gebruik minstens ${shortest} tekens, bijvoorbeeld een zin.`,
  'too-long': `Dit wachtwoord is te lang. Gebruik hoogstens ${longestPassword} tekens.`,
  common:
    'Dit wachtwoord wordt vaak gebruikt, en is daarom makkelijk te raden. Gebruik iets anders, bijvoorbeeld een zin.',
  repeated: 'Dit wachtwoord is steeds hetzelfde stukje. Gebruik iets anders, bijvoorbeeld een zin.',
  'like-username': like('je gebruikersnaam'),
  'like-email': like('je e-mailadres'),
  'like-employer': like('de naam van je werkgever'),
  'like-portal': like('de naam van het Werknemerloket'),
});
