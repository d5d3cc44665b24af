import type * as nl from './nl.js';

export * from './passwords-en.js';

export const homePage: typeof nl.homePage = {
  title: (name) => `Welcome, ${name}`,
  twoFactor: 'Two-factor authentication',
  isOn: (since) => `On since ${since}. Your access has extra protection.`,
  isOff: 'Off. With two-factor authentication you protect your access better.',
  switchOn: 'Set up two-factor authentication',
  newPhone: 'Set up a new phone',
  recoveryCodes: 'Recovery codes',
  codesLeft: (left) => `You have ${left} recovery codes left, for when your phone is not with you.`,
  fewCodes: (left) =>
    `You have ${left === 1 ? '1 recovery code' : `${left} recovery codes`} left. Make new ones, so that you can always log in.`,
  codesToSee: 'You have not said yet that you have kept your recovery codes. You can look at them once more.',
  seeCodes: 'See recovery codes',
  codesNotKept:
    'You have not said yet that you have kept your recovery codes. Don’t you have them? Then make new ones.',
  keepCodes: 'I did keep them',
  newCodes: 'Make new recovery codes',
  password: 'Password',
  hasPassword: 'You log in with your username and your password.',
  changePassword: 'Change password',
  toDo: 'Still to do',
  arranged: 'This is arranged',
  allArranged: 'Everything is arranged',
  nothingToDo: 'Your access has extra protection. You do not have to do anything now.',
  lastLogin: 'Last login',
  lastLoginAt: (at, device) => (device === undefined ? at : `${at}, with ${device}`),
  toSecurity: 'See where you are logged in',
  firstLogin: 'This is the first time that you log in.',
  employees: 'Employees',
  managing: 'Managing',
  managingWhat: 'Invite colleagues, and choose who has to use two-step verification.',
  officers: 'HR officers',
  policy: 'Policy',
};

export const securityPage: typeof nl.securityPage = {
  title: 'Security',
  logins: 'Where you are logged in',
  here: 'this device',
  unknownDevice: 'Unknown device',
  since: (at) => `logged in on ${at}`,
  seen: (at) => `last used on ${at}`,
  end: 'Log out',
  endOthers: 'Log out everywhere else',
  ended: 'That device is logged out.',
  endedOthers: 'You are logged out everywhere else.',
  password: 'Password',
  changePassword: 'Change password',
  email: 'E-mail address',
  changeEmail: 'Change e-mail address',
  notYou: 'Do you see something that was not you? Log that device out and contact your employer.',
  log: 'What happened to your access',
  empty: 'Nothing has happened yet.',
  download: 'Download all',
  byYou: 'by you',
  atLogin: (address, device) =>
    `asked on the login page, from ${address}${device === undefined ? '' : ` with ${device}`}`,
  byYouFrom: (address, device) => `by you, from ${address}${device === undefined ? '' : ` with ${device}`}`,
  bySomebody: 'from an unknown address',
  bySomebodyFrom: (address, device) => `from ${address}${device === undefined ? '' : ` with ${device}`}`,
  byEmployer: 'by your employer',
  byPortal: 'by the Werknemerloket itself',
  byAdministrator: 'by an administrator',
};

export const logFile: typeof nl.logFile = {
  fileName: 'werknemerloket-log',
  when: 'When',
  what: 'What',
  by: 'By whom',
};

export const actionNames: typeof nl.actionNames = {
  'account-added': 'Your details were added',
  'account-added-with-login': 'You got access',
  'email-change-asked': 'Another e-mail address was asked for',
  'email-changed': 'Your e-mail address was changed',
  'email-corrected': 'Your e-mail address was changed by your employer',
  'email-entered': 'Your e-mail address was filled in',
  'details-changed': 'Your details were changed',
  'email-restored': 'Your old e-mail address was put back',
  'access-granted': 'You got an invitation',
  'invitation-renewed': 'A new invitation was asked',
  'invitation-locked': 'Your invitation no longer works: too often a wrong date of birth',
  'password-chosen': 'A password was chosen',
  'password-forgotten': 'A new password was asked for',
  'password-reset': 'A new password was chosen, with a link from an e-mail',
  'password-changed': 'Your password was changed',
  'access-blocked': 'Your access was blocked',
  'access-closed': 'You blocked your access yourself',
  'access-unblocked': 'Your access was unblocked',
  'access-revoked': 'Your access was withdrawn',
  'access-ended': 'Your access ended after your employment',
  'leaving-set': 'Your employer noted that you leave',
  'leaving-noted': 'Your employer noted that you leave',
  'leaving-reminded': 'We reminded you: your access ends in a week',
  'leaving-withdrawn': 'Your employer noted that you stay',
  'leaving-cleared': 'Your employer noted that you stay',
  'username-sent': 'Your username was sent to you',
  'two-factor-on': 'Two-factor authentication was switched on',
  'two-factor-off': 'Two-factor authentication was switched off',
  'two-factor-reset': 'Two-factor authentication was switched off for you',
  'two-factor-replaced': 'Two-factor authentication was moved to a new phone',
  'recovery-codes-renewed': 'New recovery codes were made',
  'recovery-code-used': 'A recovery code was used',
  'codes-locked': 'Verification codes do not work for a while: too many wrong ones',
  'role-changed': 'Your role was changed',
  'officer-removed': 'You were removed as an HR officer',
  'approval-asked': 'Something was asked for your access. It waits for a second person',
  'approval-given': 'A second person confirmed what was asked for your access',
  'approval-refused': 'A second person refused what was asked for your access',
  'stranger-asked': 'You asked for somebody who is not with your employer',
  'policy-changed': 'The rules for two-factor authentication were changed',
  'style-changed': 'The Werknemerloket of your employer looks different',
  'codes-locked-again': 'Verification codes again do not work for a while: too many wrong ones',
};

export const changeEmailPage: typeof nl.changeEmailPage = {
  title: 'Change e-mail address',
  current: (email) => `Your e-mail address is now ${email}.`,
  intro: 'You get an e-mail at the new address. With the link in it you confirm the address.',
  email: 'New e-mail address',
  password: 'Password',
  code: 'Verification code',
  cancel: 'Cancel',
  save: 'Send e-mail',
  noEmail: 'Fill in an e-mail address, such as name@example.com.',
  sameEmail: 'This is already your e-mail address. Fill in another one.',
  noPassword: 'Fill in your password.',
  wrongPassword: 'The password is not right. Fill it in again.',
  done: (email) => `You get an e-mail at ${email}. Click the link in it. Until then your old address stays.`,
};

export const confirmEmailPage: typeof nl.confirmEmailPage = {
  title: 'Confirm e-mail address',
  intro: (name, email) => `Use ${email} for the access of ${name}.`,
  confirm: 'Confirm',
  doneTitle: 'Your e-mail address is changed',
  done: 'From now on you get e-mail from the Werknemerloket here.',
};

export const closePage: typeof nl.closePage = {
  title: 'Wasn’t this you?',
  intro: (name) =>
    `This is about the access of ${name}. Can somebody else use it? Then block your access now. This is what happens:`,
  consequences: [
    'Nobody can log in any more, not even you.',
    'Your password, two-factor authentication and recovery codes no longer work.',
    'Your employer is told and can invite you again.',
  ],
  close: 'Block my access',
  wasMe: 'Was it you after all? Then you do not have to do anything. Close this page.',
};

export const closedPage: typeof nl.closedPage = {
  title: 'Your access is blocked',
  text: 'Nobody can log in with it now. Your employer has been told.',
  contact: (employer, contact) => `Call or e-mail ${employer}: ${contact}`,
  next: 'Contact your employer. They establish that it is you and invite you again.',
};
