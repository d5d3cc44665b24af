import { date, dateTime } from '../dates.js';
import type { Language } from '../language.js';
import type { Reader } from '../models/outgoing-mail.js';
import { readDevice } from '../web/device.js';
import { compose } from './letters.js';
import { messages } from './messages.js';
import type { LetterFacts } from './messages/types.js';
import type { Letter } from './transport.js';

const href = 'https://loket.example.nl/voorbeeld';
const name = 'P. van Wekkers';
const username = 'p.vanwekkers';
const employer = 'Wekkers B.V.';

const names: Record<Reader, string> = { person: name, officer: 'H. de Ruiter', 'other-address': name };

/** An example of every letter, to be read; its links lead nowhere. */
export function previewLetters(language: Language): Letter[] {
  const reading = { language };
  const { letters, actors } = messages(reading);
  const facts: LetterFacts = {
    employer,
    name,
    username,
    at: dateTime(new Date('2026-11-22T16:30:00Z'), reading),
    by: actors.officer,
    leaving: {
      on: date(new Date('2026-12-01T12:00:00Z'), reading),
      until: date(new Date('2026-12-31T12:00:00Z'), reading),
      isOver: false,
    },
    log: { employer: '6921f0a3c5d8e4b7a2f10c36', count: 1204, mac: 'b3'.repeat(32) },
    device: readDevice('Chrome/Android', reading),
    link: href,
    links: [{ username, employer, href }],
  };
  return (Object.keys(letters) as Reader[]).flatMap((reader) =>
    Object.entries(letters[reader]).map(([action, words]) => {
      const id = reader === 'person' ? action : `${action}-${reader}`;
      return compose(words, facts, names[reader], 'p.vanwekkers@mail.com', id, reading);
    }),
  );
}
