import type { Letters } from './types.js';

/** Of who leaves. */
export const aboutLeaving: Letters = {
  'leaving-set': {
    subject: 'Je toegang tot het Werknemerloket na je dienstverband',
    body: ({ employer, at, leaving }) => [
      `${employer} heeft op ${at} gemeld dat je uit dienst bent vanaf ${leaving?.on ?? ''}.`,
      leaving?.isOver
        ? 'Je toegang tot het Werknemerloket stopt daarom nu.'
        : `Je kunt tot ${leaving?.until ?? ''} inloggen in het Werknemerloket. Bewaar voor die tijd wat je wilt houden. Daarna stopt je toegang.`,
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'leaving-reminded': {
    subject: 'Je toegang tot het Werknemerloket stopt over een week',
    body: ({ at, leaving }) => [
      `Je kunt nog tot ${leaving?.until ?? ''} inloggen in het Werknemerloket, omdat je uit dienst bent vanaf ${leaving?.on ?? ''}. Zo stond het op ${at} in het Werknemerloket.`,
      'Bewaar voor die tijd wat je wilt houden.',
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'leaving-withdrawn': {
    subject: 'Je toegang tot het Werknemerloket blijft',
    body: ({ employer, at }) => [
      `${employer} heeft op ${at} gemeld dat je in dienst blijft. Je toegang tot het Werknemerloket stopt niet.`,
      'Kon je al inloggen? Dan blijft dat zo, met je eigen gebruikersnaam en wachtwoord.',
      'Klopt dit niet? Neem dan contact op met je werkgever.',
    ],
  },
  'access-ended': {
    subject: 'Je toegang tot het Werknemerloket is gestopt',
    body: ({ at, leaving }) => [
      `Je bent uit dienst vanaf ${leaving?.on ?? ''}. Daarom is je toegang tot het Werknemerloket op ${at} gestopt. Je kunt niet meer inloggen.`,
      'Klopt dit niet, of heb je vragen? Neem dan contact op met je werkgever.',
    ],
  },
};
