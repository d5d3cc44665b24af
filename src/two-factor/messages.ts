/** Wherever a verification code is asked. */
export const codeProblems = {
  noCode: 'Vul de verificatiecode van 6 cijfers in.',
  notSixDigits: 'De verificatiecode heeft 6 cijfers. Vul alle 6 de cijfers in.',
  wrongCode: 'De verificatiecode klopt niet. Vul de code in die nu in de app staat.',
  usedCode: 'Deze code is al gebruikt. Wacht op een nieuwe code.',
};

export const setupPage = {
  title: '2 FACTOR AUTHENTICATIE INSTELLEN',
  step1: 'STAP 1',
  installApp: 'INSTALLEER DE APP',
  install: 'Download en installeer een tweestapsverificatie app op je telefoon of tablet. Voorbeelden van deze apps staan hieronder.',
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
  qrCode: 'Barcode voor de tweestapsverificatie app. Kun je de barcode niet scannen? Gebruik dan de code hieronder.',
  key: 'Code voor de app',
  sameDevice: 'Lees je dit op je telefoon? Open de code dan direct in de app',
  step3: 'STAP 3',
  enterCode: 'VOER DE VERIFICATIECODE IN',
  enter:
    'Wanneer de bovenstaande stap is uitgevoerd, wordt er op uw mobiele apparaat een 6-cijferige code getoond. Voer deze verificatiecode hier in:',
  code: 'Verificatiecode',
  timeLimit:
    'Deze barcode werkt 30 minuten. Daarna krijg je een nieuwe. Staat er nog een oude barcode van het Werknemerloket in de app? Verwijder die dan.',
  cancel: 'Annuleren',
  apply: 'Toepassen',
  done: '2 factor authenticatie is voor jou geactiveerd. Bij het inloggen vul je vanaf nu ook een verificatiecode in.',
};

export const passwordPage = {
  title: 'Vul je wachtwoord in',
  why: 'Voordat je 2 factor authenticatie instelt, controleren we of jij het bent.',
  newBarcode:
    'Had je de barcode al gescand? Die barcode werkt niet meer. Verwijder hem uit de tweestapsverificatie app: je krijgt nu een nieuwe.',
  password: 'Wachtwoord',
  cancel: 'Annuleren',
  next: 'Verder',
  noPassword: 'Vul je wachtwoord in.',
  wrongPassword: 'Het wachtwoord klopt niet.',
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
      text: 'Neem contact op met je werkgever. Die kan 2 factor authenticatie voor je uitzetten. Daarna log je in met je gebruikersnaam en wachtwoord, en stel je het opnieuw in.',
    },
  ],
};
