import { dateTime } from '../dates.js';
import { compose } from './letters.js';
import { actors, letters, officerLetters, type LetterFacts } from './messages.js';
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

/** An example of every letter, to be read; its links lead nowhere. */
export const previewLetters = (): Letter[] => [
  ...Object.entries(letters).map(([id, words]) =>
    compose(words, facts, facts.name, 'p.vanwekkers@mail.com', id),
  ),
  ...Object.entries(officerLetters).map(([id, words]) =>
    compose(words, facts, 'H. de Ruiter', 'hr@mail.com', `${id}-officer`),
  ),
];
