import type { Batch, BatchAction, BatchOutcome } from '../../models/batch.js';

/** Below the list of employees. */
export const together = {
  title: 'Voor meer werknemers tegelijk',
  pick: 'Kies',
  tick: (name: string, number: string) => `Kies ${name} (${number})`,
  what: 'Wat wil je doen?',
  forWhom: 'Voor wie?',
  whoIsTicked: 'De werknemers die ik heb aangevinkt',
  all: 'Alle werknemers van deze lijst, op alle pagina’s',
  ticked: 'Dit is voor de werknemers die je hebt aangevinkt.',
  earlier: 'Eerdere keren',
  next: 'Verder',
  noAction: 'Kies wat je wilt doen.',
  nobody: 'Vink eerst iemand aan, of kies alle werknemers van de lijst.',
};

/** What the employees will notice. */
export const consequences: Record<BatchAction, string[]> = {
  grant: [
    'Elke werknemer krijgt een e-mail met een gebruikersnaam en een link om een wachtwoord te kiezen.',
    'De link werkt 4 dagen.',
  ],
  'send-invitation-again': [
    'Elke werknemer krijgt een e-mail met een nieuwe link om een wachtwoord te kiezen.',
    'Een vorige link werkt dan niet meer.',
  ],
  'send-username': ['Elke werknemer krijgt een e-mail met de eigen gebruikersnaam.'],
  block: [
    'Deze werknemers worden overal uitgelogd. Ze kunnen niet inloggen tot iemand de toegang deblokkeert.',
    'Elke werknemer krijgt een e-mail. De reden staat daar niet in.',
  ],
  unblock: [
    'Deze werknemers hebben weer dezelfde toegang als voor het blokkeren.',
    'Elke werknemer krijgt een e-mail.',
  ],
};

export const batchPage = {
  titles: {
    planned: (action: string) => `${action}: controleren`,
    running: (action: string) => `${action}: bezig`,
    done: (action: string) => `${action}: klaar`,
  } satisfies Record<Batch['state'], (action: string) => string>,
  intro: 'Er is nog niets veranderd. Controleer voor wie dit is en bevestig het.',
  nobody: 'Dit kan nu voor niemand van deze werknemers. Hieronder staat waarom.',
  result: 'Dit is er gebeurd.',
  does: 'Wel',
  waits: 'Wacht op een collega',
  not: 'Niet',
  doesTitle: 'Voor wie wel',
  doneTitle: 'Gedaan',
  waitsTitle: 'Wacht op een collega',
  notTitle: 'Voor wie niet',
  waitsHint: 'Hun e-mailadres is kort geleden gewijzigd. Een collega bevestigt het op de pagina Vier ogen.',
  left: 'nog niet gedaan',
  number: 'Personeelsnummer',
  name: 'Naam',
  what: 'Wat',
  more: (left: number) => `En nog ${left}. Download alles om ze te zien.`,
  download: 'Alles downloaden',
  fileName: 'tegelijk',
  cancel: 'Annuleren',
  toEmployees: 'Naar alle werknemers',
  tooMany: (left: number) =>
    left === 0
      ? 'Je hebt vandaag al voor zoveel werknemers tegelijk iets gedaan als mag. Probeer het morgen opnieuw.'
      : `Dit zijn te veel werknemers voor vandaag: het kan nog voor hoogstens ${left}. Kies er minder, of probeer het morgen.`,
};

type InWords = Record<BatchOutcome, (access: string) => string>;

const notDone = {
  'no-button': (access) => `kan niet bij ‘${access}’`,
  meanwhile: () => 'niet gedaan: de toegang is intussen gewijzigd',
  'too-many-letters': () => 'niet gedaan: kreeg vandaag al te veel e-mails, probeer het morgen',
  'officer-gone': () => 'niet gedaan: wie dit bevestigde heeft geen toegang meer',
} satisfies Partial<InWords>;

/** What would become of an employee. */
export const planned: InWords = {
  ...notDone,
  done: (access) => `nu: ${access}`,
  waits: () => 'wacht daarna op een collega',
};

/** What became of an employee. */
export const outcomes: InWords = {
  ...notDone,
  done: () => 'gedaan',
  waits: () => 'wacht op een collega',
};

export const earlierPage = {
  title: 'Eerder tegelijk gedaan',
  intro: 'Wat jij en je collega’s in de laatste 30 dagen voor meer werknemers tegelijk deden.',
  nothing: 'Er is nog niets voor meer werknemers tegelijk gedaan.',
  what: 'Wat',
  at: 'Wanneer',
  by: 'Door',
  state: 'Hoever',
  running: 'Bezig',
  done: 'Klaar',
  toEmployees: 'Naar alle werknemers',
};
