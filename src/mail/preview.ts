import { date, dateTime } from '../dates.js';
import type { Language } from '../language.js';
import type { News } from '../models/change.js';
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

/** The letters to a person that say something else to some. */
const variants = (
  { actors, frame }: ReturnType<typeof messages>,
  { leaving, links }: LetterFacts,
): [News['action'], string, Partial<LetterFacts>][] => [
  ['access-closed', 'of-officer', { isOfficer: true }],
  ['leaving-set', 'already-over', { leaving: leaving && { ...leaving, isOver: true } }],
  [
    'password-forgotten',
    'several-accounts',
    { links: [...links, { username: 'petra', employer: 'Bakkerij De Korenaar', href }] },
  ],
  ['password-changed', 'unknown-device', { device: frame.unknownDevice }],
  ['role-changed', 'medewerker', { role: 'medewerker' }],
  ['two-factor-reset', 'by-administrator', { by: actors.administrator }],
];

/** An example of every letter, and of all that it can say, to be read; its links lead nowhere. */
export function previewLetters(language: Language): Letter[] {
  const reading = { language };
  const { letters, actors, ...more } = messages(reading);
  const facts: LetterFacts = {
    employer,
    name,
    username,
    at: dateTime(new Date('2026-11-22T16:30:00Z'), reading),
    by: actors.officer,
    actor: names.officer,
    leaving: {
      on: date(new Date('2026-12-01T12:00:00Z'), reading),
      until: date(new Date('2026-12-31T12:00:00Z'), reading),
      isOver: false,
    },
    log: { employer: '6921f0a3c5d8e4b7a2f10c36', count: 1204, mac: 'b3'.repeat(32) },
    device: readDevice('Chrome/Android', reading),
    isOfficer: false,
    link: href,
    until: dateTime(new Date('2026-11-29T16:30:00Z'), reading),
    links: [{ username, employer, href }],
  };
  const example = (reader: Reader, action: News['action'], suffix = '', other: Partial<LetterFacts> = {}) => {
    const words = letters[reader][action];
    if (words === undefined) throw new Error(`there is no letter for ${action}`);
    const id = [action, reader === 'person' ? '' : reader, suffix].filter(Boolean).join('-');
    return compose(words, { ...facts, ...other }, names[reader], 'p.vanwekkers@mail.com', id, reading);
  };
  return [
    ...(Object.keys(letters) as Reader[]).flatMap((reader) =>
      (Object.keys(letters[reader]) as News['action'][]).map((action) => example(reader, action)),
    ),
    ...variants({ letters, actors, ...more }, facts).map((variant) => example('person', ...variant)),
  ];
}
