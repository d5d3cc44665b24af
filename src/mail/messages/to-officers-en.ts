import { atEnd } from '../../models/names.js';
import type { LetterFacts, Letters } from './types.js';

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

export const toOfficer: Letters = {
  ...aboutLog,
  'colleague-added': {
    subject: ({ name }) => `${name} was added as an HR officer`,
    body: ({ name, at, actor, employer }) => [
      `On ${at} ${actor} added ${name} as an HR officer of ${atEnd(employer)}`,
      'Is this a colleague whom you know? Then you do not have to do anything.',
      `Do you not know this colleague? Then call ${actor}, on a number that you already had. Is something wrong? Tell the administrator of the Werknemerloket at once.`,
    ],
  },
  'approval-asked': {
    subject: 'Something waits for a second person',
    body: ({ at, name }) => [
      `On ${at} something was asked for the access of ${name}. The e-mail address of ${name} was changed a short time ago. So a second person confirms or refuses it first.`,
      'Log in and open the page Four eyes. There you read what was asked, and by whom.',
      'Call the employee first, on a number that you already had. Is something wrong? Then refuse it. Tell the administrator of the Werknemerloket at once.',
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
