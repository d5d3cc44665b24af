import type * as nl from './setup-nl.js';

export const keyWords: typeof nl.keyWords = {
  qrCode: 'Barcode for the authenticator app. Can you not scan the barcode? Then use the code below.',
  key: 'Code for the app',
  sameDevice: 'Are you reading this on your phone? Open the code in the app directly',
  notOnPaper: 'The barcode is not on paper: whoever finds it can make your codes. Scan it from the screen.',
};

export const setupPage: typeof nl.setupPage = {
  title: 'SET UP TWO-FACTOR AUTHENTICATION',
  start: 'start here',
  here: 'you are here now',
  stepDone: 'done',
  step1: 'STEP 1',
  installApp: 'INSTALL THE APP',
  install:
    'Download and install an authenticator app on your phone or tablet. Examples of these apps are below.',
  moreInformation: 'For more information',
  clickHere: 'Click here',
  apps: [
    {
      name: 'Google Authenticator',
      android: 'https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2',
      apple: 'https://apps.apple.com/app/google-authenticator/id388497605',
    },
    {
      name: 'Duo Mobile',
      android: 'https://play.google.com/store/apps/details?id=com.duosecurity.duomobile',
      apple: 'https://apps.apple.com/app/duo-mobile/id422663827',
    },
    {
      name: 'Authy',
      android: 'https://play.google.com/store/apps/details?id=com.authy.authy',
      apple: 'https://apps.apple.com/app/twilio-authy/id494168017',
    },
  ],
  appleStore: 'for iPhone and iPad',
  step2: 'STEP 2',
  scanBarcode: 'SCAN THIS BARCODE',
  scan: 'Open the authenticator app and scan the picture with the camera of your device. Or copy the code below and paste it in the authenticator app. The app then shows a verification code of 6 digits, which you fill in at the next step.',
  keyHidden: 'Do you want to see the barcode again? Then fill in your password first. You get a new one.',
  step3: 'STEP 3',
  enterCode: 'ENTER THE VERIFICATION CODE',
  enter:
    'When you have done the step above, your mobile device shows a code of 6 digits. Fill in this verification code here:',
  code: 'Verification code',
  timeLimit: (left) =>
    `This barcode works for a limited time (${left}). After that you get a new one. Is an old barcode of the Werknemerloket still in the app? Then remove it.`,
  cancel: 'Cancel',
  apply: 'Apply',
  done: 'Two-factor authentication is on for you. From now on you also fill in a verification code when you log in.',
};

export const explanationPage: typeof nl.explanationPage = {
  title: 'About two-factor authentication',
  toTwoFactor: 'To two-factor authentication',
  parts: [
    {
      heading: 'What is it?',
      text: 'When you log in, you fill in a verification code as well as your username and password. That code is in an app on your phone or tablet. Somebody who knows your password still cannot log in.',
    },
    {
      heading: 'Which app do I need?',
      text: 'Any authenticator app will do, for example Google Authenticator, Duo Mobile or Authy. The app is free and also works without internet. The app cannot see what you do in the Werknemerloket.',
    },
    {
      heading: 'How do I switch it on?',
      text: 'Log in, click the icon of a person at the top right and choose Two-factor authentication. Then follow the three steps.',
    },
    {
      heading: 'The code is not right. What now?',
      text: 'A code works for about 30 seconds and only once. Wait for a new code and fill it in. Is the code wrong again? Set the date and time of your phone to automatic.',
    },
    {
      heading: 'I have a new phone. What now?',
      text: 'Log in with a code from your old phone, or with a recovery code. Choose Set up a new phone on the first page. Scan the barcode with your new phone. Then fill in a code from both phones. Only remove the app from your old phone when that is done.',
    },
    {
      heading: 'I have lost my phone. What now?',
      text: 'Do you still have a recovery code? Log in with it in place of the verification code. Do you have none? Then contact your employer. They can switch off two-factor authentication for you. Then you log in with your username and password, and set it up again.',
    },
  ],
};
