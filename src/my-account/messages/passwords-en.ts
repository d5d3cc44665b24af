import { longestPassword } from '../../sign-in/password-rules.js';
import type * as nl from './passwords-nl.js';

export const choosePasswordPage: typeof nl.choosePasswordPage = {
  title: 'Choose a password',
  intro: (name) => `Welcome, ${name}. Choose a password for the Werknemerloket.`,
  username: 'Username',
  usernameHint: 'You log in with this. You can still change it.',
  noUsername: 'Use 2 to 100 characters for your username, without spaces.',
  taken: 'This username is somebody else’s. Choose another one.',
  birthDate: 'Date of birth',
  birthDateHint: 'For example 31-1-1980.',
  noBirthDate: 'Fill in your date of birth, like 31-1-1980.',
  otherBirthDate: (left) =>
    `This is not the date of birth that your employer has. You can try ${left} more ${left === 1 ? 'time' : 'times'}.`,
  password: 'Password',
  save: 'Save password',
  done: 'Your password is saved. You can log in now.',
};

export const oldInvitationPage: typeof nl.oldInvitationPage = {
  title: 'This link no longer works',
  text: 'The link is too old, or there is a newer e-mail. First see whether you have that.',
  where: 'You can also ask for a new e-mail. It goes to the e-mail address that your employer has.',
  toSignIn: 'To the login page',
  send: 'Send a new e-mail',
  done: 'You will get an e-mail with a new link within a few minutes. Also look at your unwanted e-mail.',
};

export const usedInvitationPage: typeof nl.usedInvitationPage = {
  title: 'This link was used already',
  text: 'A password was chosen already. Log in with your username and that password.',
  where:
    'Do you not know the password any more? Then ask for an e-mail to choose a new one. It goes to the e-mail address that your employer has.',
  toSignIn: 'To the login page',
  send: 'Send e-mail',
};

export const forgottenPage: typeof nl.forgottenPage = {
  title: 'Forgotten your password?',
  intro:
    'Fill in your username or your e-mail address. You get an e-mail with a link. With it you choose a new password.',
  name: 'Username or e-mail address',
  cancel: 'Cancel',
  send: 'Send e-mail',
  empty: 'Fill in your username or your e-mail address.',
  done: 'Do we know you? Then you get an e-mail within a few minutes. Look in your unwanted e-mail too.',
};

export const resetPasswordPage: typeof nl.resetPasswordPage = {
  title: 'Choose a new password',
  intro: (name) => `Choose a new password for the access of ${name}.`,
  username: 'Username',
  password: 'New password',
  save: 'Save password',
  done: 'Your new password is saved. You are logged out everywhere. Log in now.',
};

export const changePasswordPage: typeof nl.changePasswordPage = {
  title: 'Change password',
  heldUp:
    'Your employer no longer asks for two-factor authentication. So your password has to be longer. Choose a new password, then you can go on.',
  current: 'Current password',
  new: 'New password',
  code: 'Verification code',
  cancel: 'Cancel',
  save: 'Save password',
  noCurrent: 'Fill in your current password.',
  wrongCurrent: 'This is not your current password. Fill it in again.',
  done: 'Your password is changed. You are logged out everywhere else.',
};

export const newPassword: typeof nl.newPassword = {
  hint: (shortest) =>
    `Use at least ${shortest} characters. A sentence that you remember well is strong and easy.`,
  empty: 'Fill in a password.',
  signsOut: (name) => `You are logged in as ${name} now. Saving the password logs you out.`,
};

const like = (what: string) =>
  `This password is too much like ${what}. Use something else, for example a sentence.`;

export const passwordFaults: typeof nl.passwordFaults = (shortest) => ({
  'too-short': `This password is too short. Use at least ${shortest} characters, for example a sentence.`,
  'too-long': `This password is too long. Use at most ${longestPassword} characters.`,
  common: 'This password is used often, and so is easy to guess. Use something else, for example a sentence.',
  repeated: 'This password is the same bit over and over. Use something else, for example a sentence.',
  'like-username': like('your username'),
  'like-email': like('your e-mail address'),
  'like-employer': like('the name of your employer'),
  'like-portal': like('the name of the Werknemerloket'),
});
