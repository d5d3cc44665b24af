import type * as nl from './nl.js';

export const passwordPage: typeof nl.passwordPage = {
  title: 'Log in to the Werknemerloket',
  username: 'Username',
  password: 'Password',
  signIn: 'Log in',
  forgotten: 'Forgotten your password?',
  signedOut: 'You are logged out.',
  alreadySignedIn: (name) =>
    `You are logged in here already, as ${name}. Do you want to log in as somebody else? Then log out first.`,
  loginEnded: 'You are no longer logged in. Log in again.',
  pendingEnded: 'Logging in took too long, or your details have changed. Log in again.',
};

export const codePage: typeof nl.codePage = {
  title: 'Log in to the Werknemerloket',
  code: 'Verification code',
  hint: 'Fill in the code that the app on your mobile device shows. Each code works for a short time only.',
  timeLimit: (left) => `You have ${left} to fill in the code. After that you have to log in again.`,
  cancel: 'Cancel',
  signIn: 'Log in',
  tooManyCodes: 'You filled in a wrong code too often. Log in again.',
  usedRecoveryCode: (left, areFew) =>
    `You logged in with a recovery code. It no longer works: cross it out. ${
      left === 0 ? 'It was your last one.' : `You have ${left} left.`
    }${areFew ? ' Make new ones.' : ''}`,
  employer: (name) => `Employer: ${name}`,
  contact: (line) => `Contact: ${line}`,
  noApp: 'Can you no longer open your authenticator app? Then contact your employer.',
};

export const policy: typeof nl.policy = {
  setUpFirst: 'Your employer asks you to use two-factor authentication. Set it up now. Then you can go on.',
  requiredFrom: (day) =>
    `From ${day} you need two-factor authentication for the Werknemerloket. Set it up now.`,
};

export const problems: typeof nl.problems = {
  noUsername: 'Fill in your username.',
  noPassword: 'Fill in your password.',
  wrongLogin: 'The username or the password is not right. Try again, or ask your employer for help.',
  blocked: 'Your employer has blocked your access. Contact your employer.',
  revoked: 'Your employer has withdrawn your access. Is that not right? Then contact your employer.',
};
