import fc from 'fast-check';

/** A form as nobody meant it. */
export interface Input {
  visitor: string;
  token: 'right' | 'wrong' | 'twice' | 'absent';
  /** Names and values as they stand in the body, escaped. */
  fields: [string, string][];
  format: (typeof formats)[number];
  /** How many bytes are missing at the end. */
  cut: number;
  /** Stands in the address, where it has a place for it; undefined: the one that is really there. */
  parameter: string | undefined;
  query: string;
  userAgent: string;
}

/** Everything but the first is no form, or not quite. */
const formats = [
  'form',
  'form in latin-1',
  'form in utf-7',
  'form said to be zipped',
  'multipart',
  'json',
  'text',
  'no type',
  'broken off',
] as const;

// Lone surrogates have no UTF-8: here they become what a careless client sends.
const escape = (text: string) =>
  Array.from(text, (letter) =>
    /^[\ud800-\udfff]$/.test(letter) ? '%ED%A0%80' : encodeURIComponent(letter),
  ).join('');

const long = ['x'.repeat(10_000), '%F0%9F%94%91'.repeat(800), '9'.repeat(10_000), '%00'.repeat(3000)];

const nasty = [
  ...['', '%20', '+', '%', '%zz', '%E0%A4%A', '%C0%AE', '%ED%A0%80', '%u0041', '%00', 'a%00b', '%FF%FE'],
  ...['0', '-1', '1e309', 'NaN', '99999999999999999999', '0x10', '000000', '12345', '1234567'],
  ...['null', 'undefined', 'true', '[object Object]', '{"$ne":null}', '[]', '$where', '__proto__'],
  ...['%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6', '%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96'],
  ...['%E2%80%AE123', '%F0%9F%94%91', 'e%CC%81', '%EF%B7%BA', '%D7%A9%D7%9C', '%C4%B0', '%EF%BB%BF'],
  ...[
    '%0D%0ASet-Cookie:%20a=b',
    'a%0D%0A%0D%0A%3Cscript%3E',
    '%22%3E%3Cimg%20src=x%3E',
    '%3C%25=%201%20%25%3E',
  ],
  ...[
    'ABCDEFGHJKMNPQRS',
    'abcd-efgh-jkmn-pqrs',
    '..%2F..%2Fetc%2Fpasswd',
    "'%20OR%201=1--",
    'javascript:alert(1)',
  ],
  ...long,
];

const names = ['__proto__', 'constructor', 'constructor[prototype][polluted]', 'toString', 'hasOwnProperty'];
const suffixes = ['[]', '[$ne]', '[$gt]', '[0]', '[__proto__]', '.length', '%00', '%5B%24ne%5D'];

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })).map(escape);

interface Choices {
  visitors: string[];
  /** The names that fields have on the pages. */
  known: string[];
  /** Six digits that are no right code. */
  codes: string[];
  /** Whether a value, unescaped or not, would be a right answer. */
  isRight: (value: string) => boolean;
  parameters: string[];
}

/** The most bytes that are missing at the end of a form. */
const mostCut = 3;

/** Whether it is a right answer, or what is left of it is where the end of the form is missing. */
const isRightCut = (isRight: Choices['isRight'], one: string) =>
  Array.from({ length: mostCut + 1 }, (_, cut) => one.slice(0, -cut || undefined)).some(isRight);

const value = ({ codes, isRight }: Choices) =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...nasty) },
      { weight: 2, arbitrary: fc.constantFrom(...codes) },
      { weight: 2, arbitrary: text },
    )
    .filter((one) => !isRightCut(isRight, one));

const name = ({ known }: Choices) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...known) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom(...known), fc.constantFrom(...suffixes)).map((two) => two.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: text },
  );

/** Mostly the usual, which comes first: so a failure shrinks to it. */
const mostly = <T>(usual: T, weight: number, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

export const inputs = (choices: Choices): fc.Arbitrary<Input> =>
  fc.record({
    visitor: fc.constantFrom(...choices.visitors),
    token: mostly<Input['token']>('right', 9, fc.constantFrom('wrong', 'twice', 'absent')),
    fields: fc.array(fc.tuple(name(choices), value(choices)), { maxLength: 6 }),
    format: mostly<Input['format']>('form', 7, fc.constantFrom(...formats)),
    cut: mostly(0, 9, fc.integer({ min: 1, max: mostCut })),
    parameter: mostly<string | undefined>(
      undefined,
      3,
      fc.oneof(fc.constantFrom(...choices.parameters), fc.constantFrom(...nasty.slice(1)), text),
    ),
    query: mostly('', 4, fc.array(fc.tuple(name(choices), value(choices)), { maxLength: 3 }).map(body)),
    userAgent: mostly('', 4, fc.constantFrom('x'.repeat(4000), 'Edg/ Android', '\u00ff\u00fe', '${7*7}')),
  });

/** Fields as a body or a query string has them. */
export function body(fields: [string, string][]): string {
  return fields.map((two) => two.join('=')).join('&');
}
