import type { Letters } from './types.js';

/** Of who leaves. */
export const aboutLeaving: Letters = {
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
};
