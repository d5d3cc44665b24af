import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

/** The manual's own, which stand on the screens letter for letter. */
const fromTheManual = [
  'scan het plaatje met de camera',
  'Wanneer de bovenstaande stap is uitgevoerd',
  'Vul hier de code in die je terug kunt vinden',
  'Download en installeer een tweestapsverificatie app',
  'Heb je geen toegang meer tot je verificatie code app',
  'gegenereerd door de tweestapsverificatie app hieronder in',
];

const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

const wordsOf = (language: string) =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => new RegExp(`/messages/.*${language}\\.ts$`).test(file))
    .flatMap((file) =>
      [
        ...readFileSync(`src/${file}`, 'utf8')
          .replace(/^ *(import|export \*|\/\/|\/?\*).*$|^ *'[\w-]+':/gm, '')
          .matchAll(literal),
      ].map(([, single, double, template]) => ({
        file,
        text: (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, 'iets').replace(/https:\S+/, ''),
      })),
    );

const own = wordsOf('nl').filter(({ text }) => !fromTheManual.some((sentence) => text.includes(sentence)));

const english = wordsOf('en');

/** The same in both languages: names, words that both have, and what no person reads. */
const alike = [
  ...['Werknemerloket', 'Google Authenticator', 'Duo Mobile', 'Authy', 'mensenrechten.nl'],
  ...['App', 'Barcode', 'Code', 'Contact: iets'],
  'loket audit verify --employer iets --at-least iets --mac iets',
  ...['close', 'email', 'invitation', 'password', 'medewerker', 'eigen-keuze', 'twee-jaar', 'disjunction'],
];

describe('the words on the screens and in the letters', () => {
  it('stand in short sentences', () => {
    const sentences = [...own, ...english].flatMap(({ file, text }) =>
      text.split(/(?<=[.?!:])\s+/).map((sentence) => ({ file, sentence })),
    );
    assert.ok(sentences.length > 600);
    const long = sentences.filter(({ sentence }) => sentence.split(/\s+/).length > 20);
    assert.deepEqual(long, []);
  });

  it('are everybody’s: no jargon, and nothing in vain', () => {
    const jargon =
      /\b(2FA|OTP|TOTP|MFA|token|sessie|account|authenticeren|authenticator(?<!Google Authenticator)|aanmelden|afmelden|ongeldig|helaas|gelieve|credentials|QR)\b/i;
    assert.deepEqual(
      own.filter(({ text }) => jargon.test(text)),
      [],
    );
  });

  it('are as plain in English', () => {
    const jargon =
      /\b(2FA|OTP|TOTP|MFA|token|session|account|authenticate|sign in|sign out|invalid|unfortunately|please|credentials|QR)\b/i;
    assert.deepEqual(
      english.filter(({ text }) => jargon.test(text)),
      [],
    );
  });

  it('are English in English', () => {
    const dutch = new Set(wordsOf('nl').map(({ text }) => text));
    const isWords = (text: string) => /\p{L}{2}/u.test(text.replaceAll('iets', ''));
    assert.deepEqual(
      english.filter(({ text }) => dutch.has(text) && isWords(text) && !alike.includes(text)),
      [],
    );
  });

  it('say "je", as the manual does', () => {
    assert.deepEqual(
      // That U is a letter that no recovery code has.
      own.filter(({ text }) => /\b(u|uw|uzelf)\b/i.test(text.replace('I, L, O, U, 0', ''))),
      [],
    );
  });
});
