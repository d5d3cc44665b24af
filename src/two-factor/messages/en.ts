import type * as nl from './nl.js';

export * from './setup-en.js';

export const codeProblems: typeof nl.codeProblems = {
  noCode: 'Fill in the verification code of 6 digits.',
  notSixDigits: 'The verification code has 6 digits. Fill in all 6 digits.',
  wrongCode: 'The verification code is not right. Fill in the code that the app shows now.',
  usedCode: 'This code has been used already. Wait for a new code.',
  oldCode: 'This code has expired. Fill in the new code.',
  clockIsOff: (minutes, isSlow, time) =>
    `The clock of your phone is about ${minutes === 1 ? '1 minute' : `${minutes} minutes`} ${isSlow ? 'slow' : 'fast'}. It is now ${time}. Set the date and time of your phone to automatic and try again.`,
  triesLeft: (left) => (left === 1 ? 'You can try 1 more time.' : `You can try ${left} more times.`),
  noRecoveryCode: 'A recovery code has 16 letters and digits. Fill in the whole code.',
  lookAlike: 'A recovery code has no I, L, O, U, 0 or 1. See whether you mean another character.',
  wrongRecoveryCode: 'This recovery code is not right, or you have used it already. Fill in another one.',
  locked: (wait) => `You filled in a wrong code too often. Try again in ${wait}, or use a recovery code.`,
  lockedSetup: (wait) => `You filled in a wrong code too often. Try again in ${wait}.`,
  lockedForGood: 'You filled in a wrong code too often. Use a recovery code, or contact your employer.',
};

export const passwordPage: typeof nl.passwordPage = {
  title: 'Fill in your password',
  why: 'Before you change this, we check that it is you.',
  newBarcode:
    'Had you scanned the barcode already? That barcode no longer works. Remove it from the authenticator app: you get a new one now.',
  password: 'Password',
  cancel: 'Cancel',
  next: 'Next',
  noPassword: 'Fill in your password.',
  wrongPassword: 'The password is not right. Fill it in again.',
};

export const recoveryField: typeof nl.recoveryField = {
  open: 'Use a recovery code',
  label: 'Recovery code',
  hint: '16 letters and digits, without I, L, O, U, 0 and 1. Spaces and dashes do not matter.',
};

export const replacePage: typeof nl.replacePage = {
  title: 'New phone',
  intro: 'Move two-factor authentication to another phone or tablet. Your access stays protected meanwhile.',
  newPhone: 'On your new phone',
  scan: 'Install an authenticator app, open it and scan this barcode.',
  bothCodes: 'Fill in a code from both phones',
  oldCode: 'Verification code from your old phone',
  newCode: 'Verification code from your new phone',
  ofOldPhone: (problem) => `Old phone: ${problem}`,
  ofNewPhone: (problem) => `New phone: ${problem}`,
  cancel: 'Cancel',
  apply: 'Apply',
  done: 'Your new phone now works for two-factor authentication. The old one no longer does: remove the code from its app.',
};

export const recoveryCodesPage: typeof nl.recoveryCodesPage = {
  title: 'Recovery codes',
  intro:
    'With a recovery code you log in when your phone is not with you or is lost. Each code works once. Keep them on paper or in a password manager. You only see them now.',
  print: 'Print this page, or write the codes down.',
  timeLimit: (left) => `You see the codes for a limited time: ${left}.`,
  stepsDone: ['App', 'Barcode', 'Code'],
  done: 'done',
  lastStep: 'Keep recovery codes',
  for: 'For',
  employer: 'Employer',
  username: 'Username',
  madeOn: 'Made on',
  howToUse:
    'Is your phone not with you? Log in with your username and password, choose “Use a recovery code” and fill in one of these codes. Each code works once: cross it out after that. When you make new codes, these no longer work. Keep this paper in a safe place.',
  keep: 'I have kept these codes',
  next: 'Next',
  kept: 'Good that you have kept the recovery codes.',
};

export const renewPage: typeof nl.renewPage = {
  title: 'New recovery codes',
  left: (left) => (left === 1 ? 'You have 1 recovery code left.' : `You have ${left} recovery codes left.`),
  intro: 'You get 10 new recovery codes. The old ones then no longer work.',
  code: 'Verification code',
  cancel: 'Cancel',
  apply: 'Make new recovery codes',
};

export const changedMeanwhile: typeof nl.changedMeanwhile = {
  on: 'This is no longer possible: two-factor authentication is off now.',
  off: 'This is no longer needed: two-factor authentication is on already.',
};

export const more: typeof nl.more = {
  newPhone: 'Do you have a new phone? Move two-factor authentication',
  newCodes: 'Make new recovery codes',
};

export const requiredPage: typeof nl.requiredPage = {
  title: 'Two-factor authentication',
  since: (at) => `On since ${at}.`,
  text: 'Your employer asks you to use two-factor authentication. That is why you cannot switch it off. Have you lost your phone, and have no recovery codes left? Then contact your employer.',
};

export const switchOffPage: typeof nl.switchOffPage = {
  title: 'SWITCH OFF TWO-FACTOR AUTHENTICATION',
  text: 'Two-factor authentication is on now. Fill in the verification code of 6 digits that the authenticator app shows. Then click ‘Apply’ to switch off two-factor authentication.',
  code: 'Verification code',
  cancel: 'Cancel',
  apply: 'Apply',
  done: 'Two-factor authentication is off. You now log in with only your username and password. Remove the old code from the authenticator app.',
};
