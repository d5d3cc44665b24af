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

export const explanationPage = {
  title: 'Uitleg over 2 factor authenticatie',
  toTwoFactor: 'Naar 2 factor authenticatie',
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
      heading: 'Ik heb een nieuwe telefoon. Wat nu?',
      text: 'Log in met een code van je oude telefoon, of met een herstelcode. Kies op de beginpagina Nieuwe telefoon instellen. Scan de barcode met je nieuwe telefoon. Vul daarna van allebei de telefoons een code in. Verwijder de app op je oude telefoon pas als dat klaar is.',
    },
    {
      heading: 'Ik ben mijn telefoon kwijt. Wat nu?',
      text: 'Heb je nog een herstelcode? Log in met die code in plaats van de verificatiecode. Heb je er geen? Neem dan contact op met je werkgever. Die kan 2 factor authenticatie voor je uitzetten. Daarna log je in met je gebruikersnaam en wachtwoord, en stel je het opnieuw in.',
    },
  ],
};
