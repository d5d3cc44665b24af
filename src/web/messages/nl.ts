import type { ErrorPage } from './types.js';

export const layout = {
  portal: 'Werknemerloket',
  skip: 'Naar de inhoud',
  error: 'Fout: ',
  menuOf: 'Menu van',
  twoFactor: '2 factor authenticatie',
  security: 'Beveiliging',
  employees: 'Werknemers',
  coverage: 'Dekking',
  log: 'Logboek',
  officers: 'HR-medewerkers',
  policy: 'Beleid',
  changePassword: 'Wachtwoord wijzigen',
  explanation: 'Uitleg',
  accessibility: 'Toegankelijkheid',
  help: 'Hulp nodig?',
  helpFrom: (employer: string, contact: string) => `${employer}: ${contact}`,
  askEmployer: 'Vraag het je werkgever.',
  setUpNow: 'Nu instellen',
  signOut: 'Uitloggen',
  problems: 'Er is iets niet goed gegaan',
  staleForm: 'Deze pagina is te oud. Vul het formulier opnieuw in.',
  noCookies:
    'Je browser stuurt geen cookies mee. Het Werknemerloket heeft die nodig. Sta cookies toe in de instellingen van je browser.',
  timeLimit: (idle: string, absolute: string) =>
    `Doe je ${idle} niets? Dan log je vanzelf uit. Na ${absolute} log je altijd opnieuw in.`,
  toHome: 'Naar de beginpagina',
  /** What goes on without its reader. */
  underWay: {
    progress: (done: number, all: number) => `${done} van ${all} gedaan.`,
    closable: 'Je kunt deze pagina sluiten. Het gaat dan gewoon door.',
    comesBack: 'Deze pagina ververst zichzelf.',
    stopRefresh: 'Stop met verversen',
    refresh: 'Ververs',
  },
  /** In the language itself: for who cannot read the page. */
  ownName: 'Nederlands',
};

/** What somebody knows their device by. */
export const deviceName = (browser: string, system: string) => `${browser} op ${system}`;

const deadLink = 'Deze link werkt niet meer';

/** In place of what a link in a letter opened. */
export const deadLinkPages = {
  invitation: {
    status: 410,
    title: deadLink,
    text: 'De link is al gebruikt of te oud. Vraag je werkgever om een nieuwe. Heb je al een wachtwoord gekozen? Dan kun je gewoon inloggen.',
  },
  password: {
    status: 410,
    title: deadLink,
    text: "De link is al gebruikt of te oud. Vraag op de inlogpagina een nieuwe aan, met 'Wachtwoord vergeten'. Heb je al een nieuw wachtwoord gekozen? Dan kun je gewoon inloggen.",
  },
  email: {
    status: 410,
    title: deadLink,
    text: 'De link is al gebruikt of te oud. Is je e-mailadres nog niet gewijzigd? Log dan in en vraag het opnieuw, op de pagina Beveiliging.',
  },
  close: {
    status: 410,
    title: deadLink,
    text: 'De link is al gebruikt of te oud. Denk je dat iemand anders bij je toegang kan? Neem dan meteen contact op met je werkgever.',
  },
} satisfies Record<string, ErrorPage>;

export const errorPages = {
  400: {
    status: 400,
    title: 'Dit verzoek klopt niet',
    text: 'Het Werknemerloket begrijpt niet wat je browser stuurde. Ga terug en probeer het opnieuw.',
  },
  403: {
    status: 403,
    title: 'Je hebt geen toegang tot deze pagina',
    text: 'Deze pagina is niet voor jou bedoeld. Denk je dat dit niet klopt? Neem dan contact op met je werkgever.',
  },
  staleForm: {
    status: 403,
    title: 'Deze pagina is te oud',
    text: 'Er is niets veranderd. Ga terug, open de pagina opnieuw en probeer het nog een keer.',
  },
  othersLink: {
    status: 403,
    title: 'Deze link is voor iemand anders',
    text: 'Je bent ingelogd met een andere gebruikersnaam. Log eerst uit. Open daarna de link in de e-mail opnieuw.',
  },
  404: {
    status: 404,
    title: 'Deze pagina bestaat niet',
    text: 'Controleer het adres, of ga naar de beginpagina.',
  },
  413: {
    status: 413,
    title: 'Dit is te veel tekst',
    text: 'Je hebt meer ingevuld dan het Werknemerloket aankan. Ga terug en vul minder in.',
  },
  tooManyTries: (wait: string) => ({
    status: 429,
    title: 'Te vaak geprobeerd',
    text: `Je hebt het te vaak geprobeerd. Probeer het over ${wait} opnieuw.`,
  }),
  tooManyActions: (wait: string) => ({
    status: 429,
    title: 'Je hebt veel gewijzigd',
    text: `Dit laatste is niet gedaan: er zit een grens aan wat één persoon in een uur wijzigt. Ga over ${wait} verder, of vraag een collega.`,
  }),
  500: {
    status: 500,
    title: 'Er ging iets mis',
    text: 'Dat ligt aan het Werknemerloket, niet aan jou. Probeer het later opnieuw.',
    beforeReference: 'Blijft het misgaan? Geef dan dit nummer door aan je werkgever:',
  },
  503: {
    status: 503,
    title: 'Het Werknemerloket is even niet bereikbaar',
    text: 'We werken eraan. Probeer het over een paar minuten opnieuw.',
  },
} satisfies Record<string | number, ErrorPage | ((wait: string) => ErrorPage)>;
