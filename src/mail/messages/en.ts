import type * as nl from './nl.js';
import { aboutTwoFactor, closeAccess, doneWith, notMe } from './two-factor-en.js';
import type { LetterFacts, Letters } from './types.js';

const once = (until: string) => `The link works until ${until} and you can use it once.`;

const toPerson: Letters = {
  'account-added-with-login': {
    subject: 'Your access to the Werknemerloket',
    body: ({ employer, username, at }) => [
      `On ${at} you got access to the Werknemerloket of ${employer}.`,
      `Your username is: ${username}`,
      'You get your password from the administrator of the Werknemerloket.',
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'access-granted': {
    subject: 'Your access to the Werknemerloket',
    link: 'invitation',
    body: ({ employer, username, at, link, until }) => [
      `On ${at} ${employer} gave you access to the Werknemerloket.`,
      `Your username is: ${username}`,
      'First choose a password. You do that on this page:',
      link,
      `${once(until)} Has the link expired? Open it all the same: you can ask for a new one there.`,
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'invitation-renewed': {
    subject: 'A new link for the Werknemerloket',
    link: 'invitation',
    body: ({ employer, username, at, link, until }) => [
      `On ${at} a new link was asked for. With it you choose a password for the Werknemerloket of ${employer}.`,
      `Your username is: ${username}`,
      link,
      `${once(until)} The previous link no longer works.`,
      'Did you not ask for this? Then you do not have to do anything.',
    ],
  },
  'invitation-locked': {
    subject: 'Your link for the Werknemerloket no longer works',
    body: ({ at, employer }) => [
      `On ${at} a wrong date of birth was filled in too often with the link from your e-mail. That is why the link no longer works.`,
      `Was it you? Then ask ${employer} to invite you again, and check your date of birth together.`,
      'Was it not you? Tell your employer.',
    ],
  },
  'password-chosen': {
    subject: 'Your password for the Werknemerloket',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} a password was chosen for your access to the Werknemerloket. You can log in with it now.`,
      `Your username is: ${facts.username}`,
      ...notMe(facts),
    ],
  },
  'password-forgotten': {
    subject: 'A new password for the Werknemerloket',
    link: 'password',
    body: ({ at, links, device, until }) => [
      `On ${at} a new password was asked for. ${doneWith(device)} Choose it on this page:`,
      ...links.flatMap(({ username, employer, href }) => [`Username ${username}, at ${employer}:`, href]),
      `${once(until)} Is two-factor authentication on? Then it stays on.`,
      'Did you not ask for this? Then you do not have to do anything. Your password stays as it was.',
    ],
  },
  'password-reset': {
    subject: 'You have a new password for the Werknemerloket',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} a new password was chosen for your access to the Werknemerloket, with the link from an e-mail. You are logged out everywhere.`,
      ...notMe(facts),
    ],
  },
  'password-changed': {
    subject: 'Your password for the Werknemerloket was changed',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} the password for your access to the Werknemerloket was changed. The old one no longer works.`,
      ...notMe(facts),
    ],
  },
  'email-change-asked': {
    subject: 'You asked for another e-mail address',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} another e-mail address was asked for your access to the Werknemerloket. It only changes when the new address is confirmed.`,
      ...notMe(facts),
    ],
  },
  'email-corrected': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    body: ({ at, employer }) => [
      `On ${at} ${employer} changed your e-mail address for the Werknemerloket. From now on you get e-mail from the Werknemerloket at this address.`,
      'Is that not right? Then contact your employer.',
    ],
  },
  'email-changed': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    body: ({ at }) => [
      `On ${at} your e-mail address for the Werknemerloket was changed. From now on you get e-mail from the Werknemerloket at this address.`,
      'Wasn’t this you? Then contact your employer at once.',
    ],
  },
  'access-blocked': {
    subject: 'Your access to the Werknemerloket is blocked',
    body: ({ employer, at }) => [
      `On ${at} ${employer} blocked your access to the Werknemerloket. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  'access-closed': {
    subject: 'You blocked your access to the Werknemerloket',
    body: ({ at, isOfficer }) => [
      `On ${at} you blocked your access to the Werknemerloket. Nobody can log in with it now. Your password and two-factor authentication no longer work.`,
      isOfficer
        ? 'Contact the administrator of the Werknemerloket, also if this was not you. Only they can invite you again.'
        : 'Contact your employer, also if this was not you. They can invite you again.',
    ],
  },
  'access-unblocked': {
    subject: 'You have access to the Werknemerloket again',
    body: ({ employer, at }) => [
      `On ${at} ${employer} opened your access to the Werknemerloket again.`,
      'Could you log in before? Then you can do so again, with your own username and password.',
      'Had you not chosen a password yet? The link in your invitation no longer works. Your employer can send you a new one.',
      'Is this not right? Then contact your employer.',
    ],
  },
  'access-revoked': {
    subject: 'Your access to the Werknemerloket was withdrawn',
    body: ({ employer, at }) => [
      `On ${at} ${employer} withdrew your access to the Werknemerloket. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  'leaving-set': {
    subject: 'Your access to the Werknemerloket after your employment',
    body: ({ employer, at, leaving }) => [
      `On ${at} ${employer} noted that you are no longer employed from ${leaving?.on ?? ''}.`,
      leaving?.isOver
        ? 'Your access to the Werknemerloket therefore ends now.'
        : `You can log in to the Werknemerloket until ${leaving?.until ?? ''}. Before that, keep what you want to have. After that your access ends.`,
      'Is this not right? Then contact your employer.',
    ],
  },
  'leaving-reminded': {
    subject: 'Your access to the Werknemerloket ends in a week',
    body: ({ at, leaving }) => [
      `You can log in to the Werknemerloket until ${leaving?.until ?? ''}, because you are no longer employed from ${leaving?.on ?? ''}. So the Werknemerloket said on ${at}.`,
      'Before that, keep what you want to have.',
      'Is this not right? Then contact your employer.',
    ],
  },
  'leaving-withdrawn': {
    subject: 'Your access to the Werknemerloket stays',
    body: ({ employer, at }) => [
      `On ${at} ${employer} noted that you stay. Your access to the Werknemerloket does not end.`,
      'Could you log in already? Then that stays so, with your own username and password.',
      'Is this not right? Then contact your employer.',
    ],
  },
  'access-ended': {
    subject: 'Your access to the Werknemerloket has ended',
    body: ({ at, leaving }) => [
      `You are no longer employed from ${leaving?.on ?? ''}. Therefore your access to the Werknemerloket ended on ${at}. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  'username-sent': {
    subject: 'Your username for the Werknemerloket',
    body: ({ username, at }) => [
      `Your username for the Werknemerloket is: ${username}`,
      `On ${at} your employer asked us to send you this e-mail.`,
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'role-changed': {
    subject: 'Your role in the Werknemerloket was changed',
    body: ({ employer, at, role }) => [
      role === 'medewerker'
        ? `Since ${at} you are an officer of ${employer} in the Werknemerloket. You help employees and read the log. You no longer manage colleagues and policy.`
        : `Since ${at} you are a manager of ${employer} in the Werknemerloket. You now manage colleagues and policy too.`,
      'Did you not expect this? Then contact your employer.',
    ],
  },
  'officer-removed': {
    subject: 'Your access to the Werknemerloket has ended',
    body: ({ employer, at }) => [
      `${employer} ended your access to the Werknemerloket as an HR officer on ${at}. You can no longer log in.`,
      'Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
  ...aboutTwoFactor,
};

const checkOf = ({ log }: LetterFacts) => {
  const { employer = '', count = 0, mac = '' } = log ?? {};
  return [
    'Do you think that something is gone from the log? Then give this e-mail to the administrator of the Werknemerloket, who can check it with this command:',
    `loket audit verify --employer ${employer} --at-least ${count} --mac ${mac}`,
  ];
};

const keepThis = 'Keep this e-mail, not in the Werknemerloket but somewhere else.';

const aboutLog: Letters = {
  'log-told': {
    subject: 'Keep this e-mail: how far the log has come',
    body: (facts) => [
      `The log of ${facts.employer} says what happened in the Werknemerloket. With this e-mail you can have it checked later whether nothing was taken out of it.`,
      `On ${facts.at} the last line had number ${facts.log?.count ?? 0}. Its seal is:`,
      facts.log?.mac ?? '',
      `${keepThis} You do not have to do anything else.`,
      ...checkOf(facts),
      'You get such an e-mail every week. Does none come in a week? Then tell the administrator of the Werknemerloket.',
    ],
  },
  'log-told-again': {
    subject: 'Keep this e-mail: the log has not changed',
    body: (facts) => [
      `On ${facts.at} nothing had been added to the log of ${facts.employer} since the e-mail about it before this one. The last line still has number ${facts.log?.count ?? 0}, and the same seal.`,
      keepThis,
      ...checkOf(facts),
    ],
  },
  'log-broken': {
    subject: 'Something is wrong with the log',
    body: ({ employer, at }) => [
      `On ${at} the seal of the log of ${employer} was not right. Somebody changed it or took it away.`,
      'Tell the administrator of the Werknemerloket at once, who can check what is wrong. Give them the e-mails about the log from before, too.',
    ],
  },
};

const toOfficer: Letters = {
  ...aboutLog,
  'colleague-added': {
    subject: ({ name }) => `${name} was added as an HR officer`,
    body: ({ name, at, actor, employer }) => [
      `On ${at} ${actor} added ${name} as an HR officer of ${employer}.`,
      'Is this a colleague whom you know? Then you do not have to do anything.',
      `Do you not know this colleague? Then call ${actor}, on a number that you already had. Is something wrong? Tell the administrator of the Werknemerloket at once.`,
    ],
  },
  'access-closed': {
    subject: ({ name }) => `${name} blocked their own access`,
    body: ({ name, at }) => [
      `On ${at} ${name} said that somebody else can use their access to the Werknemerloket, and blocked it.`,
      'The password and two-factor authentication no longer work. Contact them, and establish who it is: for example by calling back on a number that you already had.',
      'Then you can invite them again. Is it an HR officer? Then the administrator of the Werknemerloket does so.',
    ],
  },
};

const toOtherAddress: Letters = {
  'email-change-asked': {
    subject: 'Confirm your e-mail address for the Werknemerloket',
    link: 'email',
    body: ({ at, link, employer, until }) => [
      `On ${at} somebody asked to use this e-mail address for the Werknemerloket of ${employer}. Confirm it on this page:`,
      link,
      `Log in to do so. ${once(until)}`,
      'Did you not ask for this? Then you do not have to do anything.',
    ],
  },
  'email-changed': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} your e-mail address for the Werknemerloket was changed. At this address you get no more e-mail from the Werknemerloket.`,
      ...notMe(facts),
    ],
  },
  'email-corrected': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} ${facts.employer} changed your e-mail address for the Werknemerloket. You get no more e-mail from the Werknemerloket at this address.`,
      'Is that not right? Then block your access at once, on this page:',
      ...closeAccess(facts),
    ],
  },
  'email-restored': {
    subject: 'Your e-mail address for the Werknemerloket was changed',
    body: ({ at }) => [
      `On ${at} the access to the Werknemerloket was blocked and the old e-mail address put back.`,
      'At this address you get no more e-mail from the Werknemerloket. Is this not right, or do you have questions? Then contact your employer.',
    ],
  },
};

export const letters: typeof nl.letters = {
  person: toPerson,
  officer: toOfficer,
  'other-address': toOtherAddress,
};

export const actors: typeof nl.actors = {
  employee: 'your employer',
  officer: 'your employer',
  administrator: 'an administrator',
  visitor: 'somebody on the login page',
  portal: 'the Werknemerloket',
};

export const frame: typeof nl.frame = {
  salutation: (name) => `Dear ${name},`,
  closing: (employer) =>
    `Kind regards,\nthe Werknemerloket${employer === undefined ? '' : ` of ${employer}`}`,
  zone: 'All times in this e-mail are Dutch time.',
  unknownDevice: 'an unknown device',
};
