import { dateTime } from '../dates.js';
import { compose } from './letters.js';
import { actors, letters, type LetterFacts } from './messages.js';
import type { Reader } from '../models/outgoing-mail.js';
import type { Letter } from './transport.js';

const href = 'https://loket.example.nl/voorbeeld';

const facts: LetterFacts = {
  employer: 'Wekkers B.V.',
  name: 'P. van Wekkers',
  username: 'p.vanwekkers',
  at: dateTime(new Date('2026-11-22T16:30:00Z')),
  by: actors.officer,
  device: 'Chrome op Android',
  link: href,
  links: [{ username: 'p.vanwekkers', employer: 'Wekkers B.V.', href }],
};

const names: Record<Reader, string> = {
  person: facts.name,
  officer: 'H. de Ruiter',
  'other-address': facts.name,
};

/** An example of every letter, to be read; its links lead nowhere. */
export const previewLetters = (): Letter[] =>
  (Object.keys(letters) as Reader[]).flatMap((reader) =>
    Object.entries(letters[reader]).map(([action, words]) => {
      const id = reader === 'person' ? action : `${action}-${reader}`;
      return compose(words, facts, names[reader], 'p.vanwekkers@mail.com', id);
    }),
  );
