import assert from 'node:assert/strict';
import { dictionary } from '@zxcvbn-ts/language-common';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { changeAccess } from '../../src/employer/change-access.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { aNewcomer, anEmployer, logIn, record, type Person } from '../support/people.js';

const common =
  'Dit wachtwoord wordt vaak gebruikt, en is daarom makkelijk te raden. Gebruik iets anders, bijvoorbeeld een zin.';
const repeated = 'Dit wachtwoord is steeds hetzelfde stukje. Gebruik iets anders, bijvoorbeeld een zin.';
const like = (what: string) =>
  `Dit wachtwoord lijkt te veel op ${what}. Gebruik iets anders, bijvoorbeeld een zin.`;

describe('choosing a password', () => {
  let portal: Portal;
  let newcomer: Person;

  /** An employee who opened the link in their invitation. */
  beforeEach(async () => {
    const employer = await anEmployer('Bakkerij De Gouden Korenaar');
    const id = await aNewcomer(portal, employer, { initials: 'J.P.', surname: 'van Oosterhout' });
    await changeAccess({ employer: new Types.ObjectId(employer), employee: id }, 'grant', {
      by: administrator,
      now: portal.now(),
    });
    await portal.deps.relay.bring(id);
    const link = (await portal.letters()).at(-1)?.links[0] ?? '';
    const { username = '' } = await record({ id });
    newcomer = { id, username, browser: new Browser(portal.app), secret: '' };
    await newcomer.browser.open(new URL(link).pathname);
  });

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  const choose = (typed: string) => newcomer.browser.press('Wachtwoord opslaan', { Wachtwoord: typed });

  async function assertRefused(typed: string, words: string) {
    const page = await choose(typed);
    assert.equal(page.status, 400, typed);
    assert.equal(page.$('#wachtwoord-fout').text(), words, typed);
    assert.equal(page.$('#wachtwoord').attr('value'), undefined);
    assert.equal((await record(newcomer)).passwordHash, undefined);
  }

  it('refuses what is on the list of common passwords, in capitals too [V6.2.4, V6.2.12]', async () => {
    const long = dictionary['passwords-common'].filter(({ length }) => length >= 15).slice(0, 20);
    assert.equal(long.length, 20);
    for (const password of long) await assertRefused(password, common);
    await assertRefused(long[0]?.toUpperCase() ?? '', common);
  });

  it('refuses two common passwords in a row', async () => {
    for (const password of ['Wachtwoord123456789', 'welkom01football', 'qwertyuiopasdfghjkl']) {
      await assertRefused(password, common);
    }
  });

  it('refuses one character, or a short piece, again and again', async () => {
    for (const password of [
      'xxxxxxxxxxxxxxx',
      'Fiets-fiets-fiets-',
      'abcdefg hijkl abcdefg hijkl',
      '🔑'.repeat(15),
    ]) {
      await assertRefused(password, repeated);
    }
  });

  it('refuses what is hardly more than the username, the e-mail address, or who it is for [V6.2.11]', async () => {
    assert.match(newcomer.username, /^jp\.vanoosterhout\d*$/);
    for (const [password, what] of [
      [newcomer.username, 'je gebruikersnaam'],
      [`${newcomer.username.toUpperCase()}!2026`, 'je gebruikersnaam'],
      ['jp van oosterhout', 'je gebruikersnaam'],
      ['j.bakker@mail.com', 'je e-mailadres'],
      ['j.bakker j.bakker 1', 'je e-mailadres'],
      ['Bakkerij De Gouden Korenaar', 'de naam van je werkgever'],
      ['BakkerijDeGoudenKorenaar01', 'de naam van je werkgever'],
      ['korenaar-bakkerij', 'de naam van je werkgever'],
      ['Werknemerloket!', 'de naam van het Werknemerloket'],
      ['werknemer loket 2026', 'de naam van het Werknemerloket'],
    ] as const) {
      await assertRefused(password, like(what));
    }
  });

  for (const [what, password] of [
    ['one in which those words stand, in a sentence', 'bij de bakkerij bak ik om vier uur brood'],
    ['one of lower case letters only', 'een zin die ik goed onthoud'],
    ['one of digits only', '402816593774105'],
    ['one of 15 emoji', '🔑🚲🌷🧀🐄🌧⛵🎨🥐📚🎻🦆🍀⚓🏠'],
    ['a long sentence twice', 'vier uur op, vier uur op, dan weer slapen, '.repeat(2)],
    [
      'one of 64 characters',
      Array.from({ length: 16 }, (_, i) => `zin${String.fromCharCode(97 + i)}`).join(''),
    ],
    [
      'one of 128 characters, all of which count',
      Array.from({ length: 32 }, (_, i) => `z${i + 10} `).join(''),
    ],
  ] as const) {
    it(`takes ${what} [V6.2.5, V6.2.8, V6.2.9]`, async () => {
      assert.equal((await choose(password)).path, '/inloggen');
      const shorter = Array.from(password).slice(0, -1).join('');
      assert.equal((await logIn({ ...newcomer, browser: new Browser(portal.app) }, shorter)).status, 400);
      assert.equal((await logIn(newcomer, password)).path, '/2-factor-authenticatie');
    });
  }

  it('counts characters as people do, whichever way their keyboard makes them', async () => {
    const composed = 'één zin vol é, ë en ö';
    await choose(composed.normalize('NFD'));
    assert.equal((await logIn(newcomer, composed.normalize('NFC'))).path, '/2-factor-authenticatie');
  });
});
