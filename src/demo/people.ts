/** An employee of the demo: number, initials, prefix, surname. */
type Person = readonly [number: string, initials: string, prefix: string, surname: string];

/** The manual's own, and two more who can log in. */
export const withLogin: readonly Person[] = [
  ['338', 'P', 'van', 'Wekkers'],
  ['341', 'A.M.', 'de', 'Groot'],
  ['352', 'S', '', 'Yılmaz'],
];

export const invited: readonly Person[] = [
  ['360', 'J', '', 'Bakker'],
  ['361', 'F.J.', 'van den', 'Berg'],
];

export const blocked: readonly Person[] = [['329', 'R', '', 'Dijkstra']];

export const withoutAccess: readonly Person[] = [
  ['301', 'C', '', 'Aalbers'],
  ['304', 'M', 'el', 'Amrani'],
  ['307', 'H.G.', '', 'Boersma'],
  ['309', 'T', 'ten', 'Brink'],
  ['312', 'L', '', 'Çelik'],
  ['315', 'E', '', 'Doğan'],
  ['318', 'W', 'van', 'Dongen'],
  ['320', 'N', '', 'Fransen'],
  ['322', 'I', '', 'Haddou'],
  ['324', 'B', 'van der', 'Heijden'],
  ['327', 'K', "in 't", 'Hout'],
  ['331', 'J', '', 'Jansen'],
  ['332', 'J', '', 'Jansen'],
  ['334', 'D', '', 'Kowalska'],
  ['336', 'O', '', 'Mulder'],
  ['340', 'G', '', 'Nguyễn'],
  ['344', 'V', 'van', 'Oosten'],
  ['347', 'Z', '', 'Smit'],
  ['355', 'Y', '', 'Visser'],
];

const initials = [
  'A.',
  'B.J.',
  'C.',
  'D.M.',
  'E.',
  'F.',
  'G.H.',
  'H.',
  'I.',
  'J.P.',
  'K.',
  'L.',
  'M.',
  'N.',
  'S.',
];
const surnames = [
  ...['Bos', 'de Vries', 'El Idrissi', 'Meijer', 'van Leeuwen', 'Peters', 'Öztürk', 'Hendriks'],
  ...['van der Meer', 'Kaya', 'Dekker', 'Brouwer', 'de Wit', 'Nowak', 'van Vliet', 'Hoekstra'],
  ...['Koster', 'van den Heuvel', 'Prins', 'Gonçalves', 'Blom', 'Huisman', 'Peeters', 'de Bruin'],
] as const;

/** The names of somebody else, by number. */
export function otherNames(i: number): { initials: string; prefix?: string; surname: string } {
  const whole = surnames[(i * 7) % surnames.length] ?? '';
  const [, prefix, surname = ''] = /^((?:van|de|den|der| )+ )?(.*)$/.exec(whole) ?? [];
  return {
    initials: initials[(i * 4) % initials.length] ?? '',
    ...(prefix && { prefix: prefix.trim() }),
    surname,
  };
}
