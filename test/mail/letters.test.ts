import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { dateTime } from '../../src/dates.js';
import { languages } from '../../src/language.js';
import { previewLetters } from '../../src/mail/preview.js';

const at = new Date('2026-11-22T16:30:00Z');
const weekLater = new Date('2026-11-29T16:30:00Z');

/** What a letter says to do, where it was somebody else, or where it is not right. */
const whatToDo = {
  nl: [
    /(Was jij dit niet|Was jij het niet|Klopt dit niet|Klopt dat niet|Verwacht je dit niet|Klopt dit niet, of heb je vragen)\? (Neem dan (meteen )?contact op met|Vertel het) je werkgever\./,
    /(Was jij dit niet|Klopt dat niet|Had je hier niet om gevraagd)\? (Dan weet iemand je wachtwoord\. )?Blokkeer dan meteen je toegang, op deze pagina:\n\nhttps:/,
    /Heb je hier niet om gevraagd\? Dan hoef je niets te doen\./,
    /Neem contact op met (je werkgever|de beheerder van het Werknemerloket), ook als jij dit niet was\./,
    // To officers.
    /Neem contact op, en stel vast wie het is/,
    /Denk je dat er iets uit het logboek weg is\? Geef deze e-mail dan aan de beheerder van het Werknemerloket/,
    /Vertel dit meteen aan de beheerder van het Werknemerloket/,
  ],
  en: [
    /(Wasn’t this you|Was it not you|Is this not right|Is that not right|Did you not expect this|Is this not right, or do you have questions)\? (Then contact|Tell) your employer( at once)?\./,
    /(Wasn’t this you|Is that not right|Had you not asked for this)\? (Then somebody knows your password\. Block|Then block) your access at once, on this page:\n\nhttps:/,
    /Did you not ask for this\? Then you do not have to do anything\./,
    /Contact (your employer|the administrator of the Werknemerloket), also if this was not you\./,
    /Contact them, and establish who it is/,
    /Do you think that something is gone from the log\? Then give this e-mail to the administrator of the Werknemerloket/,
    /Tell the administrator of the Werknemerloket at once/,
  ],
};

const zone = {
  nl: 'Alle tijden in deze e-mail zijn Nederlandse tijd.',
  en: 'All times in this e-mail are Dutch time.',
};

const worksUntil = { nl: 'link werkt tot', en: 'link works until' };

const closing = {
  nl: ['Met vriendelijke groet,\nhet Werknemerloket van Wekkers B.V.\n', 'groet,\nhet Werknemerloket\n'],
  en: ['Kind regards,\nthe Werknemerloket of Wekkers B.V.\n', 'regards,\nthe Werknemerloket\n'],
};

for (const language of languages) {
  describe(`every letter, in ${language}`, () => {
    const letters = previewLetters(language);

    it('is there, with all that it can say', () => {
      const ids = letters.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.length > 40);
      assert.deepEqual(ids.slice(-6), [
        'access-closed-of-officer',
        'leaving-set-already-over',
        'password-forgotten-several-accounts',
        'password-changed-unknown-device',
        'role-changed-medewerker',
        'two-factor-reset-by-administrator',
      ]);
      // Each variant differs from the others, and from the letter itself.
      assert.equal(new Set(letters.map(({ subject, text }) => subject + text)).size, letters.length);
    });

    it('says whose portal it is, and when it happened, in which zone', () => {
      const [ofOne = '', ofSeveral = ''] = closing[language];
      for (const { id, text } of letters) {
        assert.ok(text.includes(id.endsWith('several-accounts') ? ofSeveral : ofOne), text);
        assert.ok(text.includes(dateTime(at, { language })), text);
        assert.ok(text.includes(zone[language]), text);
      }
    });

    it('says what to do when it was somebody else, or is not right', () => {
      const without = letters.filter(
        ({ text }) => !whatToDo[language].some((sentence) => sentence.test(text)),
      );
      assert.deepEqual(
        without.map(({ text }) => text),
        [],
      );
    });

    it('says of a link until when it works', () => {
      const until = `${worksUntil[language]} ${dateTime(weekLater, { language })}`;
      for (const { text } of letters) assert.equal(text.includes(until), /https?:/.test(text), text);
    });

    it('has the same words as HTML, which loads nothing and leads to the portal alone', () => {
      for (const { id, text, html } of letters) {
        const $ = load(html);
        $('br').replaceWith('\n');
        const paragraphs = $('p')
          .toArray()
          .map((p) => $(p).text());
        assert.equal(`${paragraphs.join('\n\n')}\n`, text);
        assert.equal($('*').not('html, head, meta[charset], title, body, p, a').length, 0, id);
        assert.doesNotMatch(html, /\bsrc=|url\(|@import/i, id);
        const hosts = new Set(html.match(/https?:\/\/[^/"<]+/g));
        assert.deepEqual([...hosts], /https?:/.test(text) ? ['https://loket.example.nl'] : [], id);
      }
    });
  });
}
