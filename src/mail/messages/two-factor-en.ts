import { closeAccess, doneWith, notMe } from './parts-en.js';
import type * as nl from './two-factor-nl.js';

export const aboutTwoFactor: typeof nl.aboutTwoFactor = {
  'two-factor-on': {
    subject: 'Two-factor authentication is on',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} two-factor authentication was switched on for your access to the Werknemerloket.`,
      'From now on you also fill in a verification code when you log in. You find it in the authenticator app on your phone or tablet.',
      ...notMe(facts),
    ],
  },
  'two-factor-replaced': {
    subject: 'Two-factor authentication is on a new phone',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} two-factor authentication for your access to the Werknemerloket was moved to another phone or tablet. The codes of the old one no longer work.`,
      ...notMe(facts),
    ],
  },
  'recovery-codes-renewed': {
    subject: 'You have new recovery codes',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} new recovery codes were made for your access to the Werknemerloket. The old ones no longer work.`,
      ...notMe(facts),
    ],
  },
  'recovery-code-used': {
    subject: 'A recovery code was used',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} a recovery code was used for your access to the Werknemerloket. That code no longer works.`,
      ...notMe(facts),
    ],
  },
  'codes-locked': {
    subject: 'A wrong verification code was filled in too often',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} somebody with your password filled in a wrong verification code too often. So verification codes do not work for a while. ${doneWith(facts.device)}`,
      'Was this you? Then wait a while, or use a recovery code.',
      'Wasn’t this you? Then somebody knows your password. Block your access at once, on this page:',
      ...closeAccess(facts),
    ],
  },
  'two-factor-off': {
    subject: 'Two-factor authentication is off',
    link: 'close',
    body: (facts) => [
      `On ${facts.at} two-factor authentication was switched off for your access to the Werknemerloket.`,
      'You now log in with only your username and password. Remove the old code from the authenticator app.',
      ...notMe(facts),
    ],
  },
  'two-factor-reset': {
    subject: ({ by }) => `Two-factor authentication was switched off by ${by}`,
    link: 'close',
    body: (facts) => [
      `On ${facts.at} ${facts.by} switched off two-factor authentication for your access to the Werknemerloket.`,
      'You now log in with only your username and password. Then switch on two-factor authentication again: that keeps your access protected. Remove the old code from the authenticator app.',
      'Had you not asked for this? Then block your access at once, on this page:',
      ...closeAccess(facts),
    ],
  },
};
