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
  wrongRecoveryCode: 'Deze herstelcode klopt niet, of je hebt hem al gebruikt. Vul een andere in.',
  locked: (wait: string) =>
    `Je hebt te vaak een verkeerde code ingevuld. Probeer het over ${wait} opnieuw, of gebruik een herstelcode.`,
  lockedSetup: (wait: string) =>
    `Je hebt te vaak een verkeerde code ingevuld. Probeer het over ${wait} opnieuw.`,
  lockedForGood:
    'Je hebt te vaak een verkeerde code ingevuld. Gebruik een herstelcode, of neem contact op met je werkgever.',
};

export const keyWords = {
  qrCode:
    'Barcode voor de tweestapsverificatie app. Kun je de barcode niet scannen? Gebruik dan de code hieronder.',
  key: 'Code voor de app',
  sameDevice: 'Lees je dit op je telefoon? Open de code dan direct in de app',
  notOnPaper:
    'De barcode staat niet op papier: wie hem vindt, kan jouw codes maken. Scan hem van het scherm.',
};

export const setupPage = {
  title: '2 FACTOR AUTHENTICATIE INSTELLEN',
  start: 'begin hier',
  here: 'hier ben je nu',
  stepDone: 'gedaan',
  step1: 'STAP 1',
  installApp: 'INSTALLEER DE APP',
  install:
    'Download en installeer een tweestapsverificatie app op je telefoon of tablet. Voorbeelden van deze apps staan hieronder.',
  moreInformation: 'Voor meer informatie',
  clickHere: 'Klik hier',
  apps: [
    {
      name: 'Google Authenticator',
      android: 'https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2',
      apple: 'https://apps.apple.com/nl/app/google-authenticator/id388497605',
    },
    {
      name: 'Duo Mobile',
      android: 'https://play.google.com/store/apps/details?id=com.duosecurity.duomobile',
      apple: 'https://apps.apple.com/nl/app/duo-mobile/id422663827',
    },
    {
      name: 'Authy',
      android: 'https://play.google.com/store/apps/details?id=com.authy.authy',
      apple: 'https://apps.apple.com/nl/app/twilio-authy/id494168017',
    },
  ],
  appleStore: 'voor iPhone en iPad',
  step2: 'STAP 2',
  scanBarcode: 'SCAN DEZE BARCODE',
  scan: 'Open de tweestapsverificatie app en scan het plaatje met de camera van je toestel, of kopieer onderstaande code en plak deze in de tweestapsverificatie app. De app zal dan een 6-cijferige verificatiecode genereren die je bij de volgende stap invult.',
  keyHidden: 'Wil je de barcode nog een keer zien? Vul dan eerst je wachtwoord in. Je krijgt een nieuwe.',
  step3: 'STAP 3',
  enterCode: 'VOER DE VERIFICATIECODE IN',
  enter:
    'Wanneer de bovenstaande stap is uitgevoerd, wordt er op uw mobiele apparaat een 6-cijferige code getoond. Voer deze verificatiecode hier in:',
  code: 'Verificatiecode',
  timeLimit: (left: string) =>
    `Deze barcode werkt ${left}. Daarna krijg je een nieuwe. Staat er nog een oude barcode van het Werknemerloket in de app? Verwijder die dan.`,
  cancel: 'Annuleren',
  apply: 'Toepassen',
  done: '2 factor authenticatie is voor jou geactiveerd. Bij het inloggen vul je vanaf nu ook een verificatiecode in.',
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
  hint: '16 letters en cijfers. Spaties en streepjes maken niet uit.',
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

export const explanationPage = {
  title: 'Uitleg over 2 factor authenticatie',
  parts: [
    {
      heading: 'Wat is het?',
      text: 'Naast je gebruikersnaam en wachtwoord vul je bij het inloggen een verificatiecode in. Die code staat in een app op je telefoon of tablet. Iemand die je wachtwoord weet, kan dan nog niet inloggen.',
    },
    {
      heading: 'Welke app heb ik nodig?',
      text: 'Elke tweestapsverificatie app werkt, bijvoorbeeld Google Authenticator, Duo Mobile of Authy. De app is gratis en werkt ook zonder internet. De app kan niet zien wat je in het Werknemerloket doet.',
    },
    {
      heading: 'Hoe zet ik het aan?',
      text: 'Log in, klik rechtsboven op het icoontje van een persoon en kies 2 factor authenticatie. Volg daarna de drie stappen.',
    },
    {
      heading: 'De code klopt niet. Wat nu?',
      text: 'Een code werkt ongeveer 30 seconden en maar één keer. Wacht op een nieuwe code en vul die in. Klopt de code weer niet? Zet de datum en tijd van je telefoon op automatisch.',
    },
    {
      heading: 'Ik ben mijn telefoon kwijt. Wat nu?',
      text: 'Heb je nog een herstelcode? Log in met die code in plaats van de verificatiecode. Heb je er geen? Neem dan contact op met je werkgever. Die kan 2 factor authenticatie voor je uitzetten. Daarna log je in met je gebruikersnaam en wachtwoord, en stel je het opnieuw in.',
    },
  ],
};
