export * from './setup-nl.js';

/** Wherever a verification code is asked. */
export const codeProblems = {
  noCode: 'Vul de verificatiecode van 6 cijfers in.',
  notSixDigits: 'De verificatiecode heeft 6 cijfers. Vul alle 6 de cijfers in.',
  wrongCode: 'De verificatiecode klopt niet. Vul de code in die nu in de app staat.',
  usedCode: 'Deze code is al gebruikt. Wacht op een nieuwe code.',
  oldCode: 'Deze code is verlopen. Vul de nieuwe code in.',
  clockIsOff: (minutes: number, isSlow: boolean, time: string) =>
    `De klok van je telefoon loopt ongeveer ${minutes === 1 ? '1 minuut' : `${minutes} minuten`} ${isSlow ? 'achter' : 'voor'}. Het is nu ${time}. Zet de datum en tijd van je telefoon op automatisch en probeer het opnieuw.`,
  triesLeft: (left: number) =>
    left === 1 ? 'Je kunt het nog 1 keer proberen.' : `Je kunt het nog ${left} keer proberen.`,
  noRecoveryCode: 'Een herstelcode heeft 16 letters en cijfers. Vul de hele code in.',
  lookAlike: 'Een herstelcode heeft geen I, L, O, U, 0 of 1. Kijk of je een ander teken bedoelt.',
  wrongRecoveryCode: 'Deze herstelcode klopt niet, of je hebt hem al gebruikt. Vul een andere in.',
  locked: (wait: string) =>
    `Je hebt te vaak een verkeerde code ingevuld. Probeer het over ${wait} opnieuw, of gebruik een herstelcode.`,
  lockedSetup: (wait: string) =>
    `Je hebt te vaak een verkeerde code ingevuld. Probeer het over ${wait} opnieuw.`,
  lockedForGood:
    'Je hebt te vaak een verkeerde code ingevuld. Gebruik een herstelcode, of neem contact op met je werkgever.',
};

export const passwordPage = {
  title: 'Vul je wachtwoord in',
  why: 'Voordat je dit wijzigt, controleren we of jij het bent.',
  newBarcode:
    'Had je de barcode al gescand? Die barcode werkt niet meer. Verwijder hem uit de tweestapsverificatie app: je krijgt nu een nieuwe.',
  password: 'Wachtwoord',
  cancel: 'Annuleren',
  next: 'Verder',
  noPassword: 'Vul je wachtwoord in.',
  wrongPassword: 'Het wachtwoord klopt niet. Vul het opnieuw in.',
};

/** Where a recovery code will do as well. */
export const recoveryField = {
  open: 'Gebruik een herstelcode',
  label: 'Herstelcode',
  hint: '16 letters en cijfers, zonder I, L, O, U, 0 en 1. Spaties en streepjes maken niet uit.',
};

export const replacePage = {
  title: 'Nieuwe telefoon',
  intro:
    'Zet 2 factor authenticatie over naar een andere telefoon of tablet. Je toegang blijft intussen extra beveiligd.',
  newPhone: 'Op je nieuwe telefoon',
  scan: 'Installeer een tweestapsverificatie app, open die en scan deze barcode.',
  bothCodes: 'Vul van allebei de telefoons een code in',
  oldCode: 'Verificatiecode van je oude telefoon',
  newCode: 'Verificatiecode van je nieuwe telefoon',
  ofOldPhone: (problem: string) => `Oude telefoon: ${problem}`,
  ofNewPhone: (problem: string) => `Nieuwe telefoon: ${problem}`,
  cancel: 'Annuleren',
  apply: 'Toepassen',
  done: 'Je nieuwe telefoon werkt nu voor 2 factor authenticatie. De oude werkt niet meer: verwijder daar de code uit de app.',
};

export const recoveryCodesPage = {
  title: 'Herstelcodes',
  intro:
    'Met een herstelcode log je in als je je telefoon niet bij je hebt of kwijt bent. Elke code werkt één keer. Bewaar ze op papier of in een wachtwoordkluis. Je ziet ze alleen nu.',
  print: 'Druk deze pagina af, of schrijf de codes over.',
  timeLimit: (left: string) => `Je ziet de codes ${left}.`,
  stepsDone: ['App', 'Barcode', 'Code'],
  done: 'gedaan',
  lastStep: 'Herstelcodes bewaren',
  for: 'Voor',
  employer: 'Werkgever',
  username: 'Gebruikersnaam',
  madeOn: 'Gemaakt op',
  howToUse:
    'Heb je je telefoon niet? Log in met je gebruikersnaam en wachtwoord, kies "Gebruik een herstelcode" en vul een van deze codes in. Elke code werkt één keer: streep hem daarna door. Maak je nieuwe codes, dan werken deze niet meer. Bewaar dit papier op een veilige plek.',
  keep: 'Ik heb deze codes bewaard',
  next: 'Verder',
  kept: 'Goed dat je de herstelcodes hebt bewaard.',
};

export const renewPage = {
  title: 'Nieuwe herstelcodes',
  left: (left: number) => (left === 1 ? 'Je hebt nog 1 herstelcode.' : `Je hebt nog ${left} herstelcodes.`),
  intro: 'Je krijgt 10 nieuwe herstelcodes. De oude werken dan niet meer.',
  code: 'Verificatiecode',
  cancel: 'Annuleren',
  apply: 'Nieuwe herstelcodes maken',
};

/** For a form that needs two-factor on, or off, from a page of before it changed. */
export const changedMeanwhile = {
  on: 'Dit kan niet meer: 2 factor authenticatie staat nu uit.',
  off: 'Dit hoeft niet meer: 2 factor authenticatie staat al aan.',
};

/** What else can be done while two-factor is on. */
export const more = {
  newPhone: 'Heb je een nieuwe telefoon? Zet 2 factor authenticatie over',
  newCodes: 'Nieuwe herstelcodes maken',
};

/** In place of switching off, where the employer asks two-factor. */
export const requiredPage = {
  title: '2 factor authenticatie',
  since: (at: string) => `Staat aan sinds ${at}.`,
  text: 'Je werkgever vraagt dat je 2 factor authenticatie gebruikt. Daarom kun je het niet uitschakelen. Ben je je telefoon kwijt, en heb je geen herstelcodes meer? Neem dan contact op met je werkgever.',
};

export const switchOffPage = {
  title: '2 FACTOR AUTHENTICATIE UITSCHAKELEN',
  text: "2 factor authenticatie staat op dit moment ingeschakeld. Voer de 6 cijferige verificatiecode gegenereerd door de tweestapsverificatie app hieronder in. Klik dan op 'Toepassen' om two factor authenticatie uit te schakelen.",
  code: 'Verificatiecode',
  cancel: 'Annuleren',
  apply: 'Toepassen',
  done: '2 factor authenticatie is uitgeschakeld. Je logt nu in met alleen je gebruikersnaam en wachtwoord. Verwijder de oude code uit de tweestapsverificatie app.',
};
