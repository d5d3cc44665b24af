import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import {
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

const old = 'hr@mail.com';
const fresh = 'h.deruiter@elders.nl';
const other = 'een heel andere lange zin';

describe('an officer’s own account', () => {
  let portal: Portal;
  let officer: Person;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    officer = await anOfficer(portal, await anEmployer());
    await logIn(officer);
    await setUpTwoFactor(portal, officer);
    await portal.pass({ minutes: 1 });
  });
  after(() => portal.close());

  const code = () => codeAt(officer.secret, portal.now());
  const pathIn = (letter?: { links: string[] }) => new URL(letter?.links[0] ?? '').pathname;

  /** Does something, and reads the letters that it brought, by where they came. */
  async function lettersOf(act: () => Promise<unknown>) {
    const before = (await portal.letters()).length;
    await act();
    const letters = (await portal.letters()).slice(before);
    return new Map(letters.map((letter) => [letter.to, letter]));
  }

  const askForEmail = async () => {
    await officer.browser.open('/beveiliging');
    await officer.browser.follow('E-mailadres wijzigen');
    return officer.browser.press('E-mail sturen', {
      'Nieuw e-mailadres': fresh,
      Wachtwoord: password,
      Verificatiecode: code(),
    });
  };

  it('gets another e-mail address, asked and confirmed with letters to both', async () => {
    const asked = await lettersOf(askForEmail);
    assert.deepEqual([...asked.keys()].sort(), [fresh, old]);
    assert.equal(asked.get(old)?.subject, 'Je hebt gevraagd om een ander e-mailadres');
    assert.equal((await record(officer)).email, old);
    const confirmed = await lettersOf(async () => {
      await officer.browser.open(pathIn(asked.get(fresh)));
      const page = await officer.browser.press('Bevestigen');
      assert.equal(page.heading, 'Je e-mailadres is gewijzigd');
    });
    assert.equal((await record(officer)).email, fresh);
    assert.deepEqual([...confirmed.keys()].sort(), [fresh, old]);
    assert.deepEqual(confirmed.get(fresh)?.links, []);
    assert.match(pathIn(confirmed.get(old)), /^\/was-jij-dit-niet\//);
  });

  it('is closed from the letter to the old address, which is put back', async () => {
    const asked = await lettersOf(askForEmail);
    const confirmed = await lettersOf(async () => {
      await officer.browser.open(pathIn(asked.get(fresh)));
      await officer.browser.press('Bevestigen');
    });
    const closed = await lettersOf(async () => {
      const browser = new Browser(portal.app);
      await browser.open(pathIn(confirmed.get(old)));
      await browser.press('Mijn toegang blokkeren');
    });
    const { email, access } = await record(officer);
    assert.deepEqual([email, access.state], [old, 'blocked']);
    assert.deepEqual([...closed.keys()].sort(), [fresh, old]);
    assert.equal((await officer.browser.open('/werkgever')).path, '/inloggen');
  });

  it('gets another password, with a code, and a letter that can undo it', async () => {
    await officer.browser.open('/beveiliging');
    await officer.browser.follow('Wachtwoord wijzigen');
    const typed = { 'Huidig wachtwoord': password, 'Nieuw wachtwoord': other };
    const refused = await officer.browser.press('Wachtwoord opslaan', typed);
    assert.match(refused.$('#verificatiecode-fout').text(), /Vul de verificatiecode van 6 cijfers in/);
    const letters = await lettersOf(async () => {
      const done = await officer.browser.press('Wachtwoord opslaan', { ...typed, Verificatiecode: code() });
      assert.equal(done.path, '/');
    });
    assert.equal(letters.get(old)?.subject, 'Je wachtwoord voor het Werknemerloket is gewijzigd');
    assert.match(pathIn(letters.get(old)), /^\/was-jij-dit-niet\//);
    assert.equal((await logIn(elsewhere(portal, officer))).status, 400);
    assert.equal((await logIn(elsewhere(portal, officer), other)).path, '/inloggen/verificatie');
  });

  it('shows where it is logged in, and ends that', async () => {
    const second = elsewhere(portal, officer);
    await logIn(second);
    await second.browser.press('Inloggen', { Verificatiecode: code() });
    assert.equal((await second.browser.open('/werkgever/hr-medewerkers')).status, 200);
    const page = await officer.browser.open('/beveiliging');
    assert.equal(page.$('section').first().find('li').length, 2);
    await officer.browser.press('Overal anders uitloggen');
    assert.equal((await second.browser.open('/werkgever/hr-medewerkers')).path, '/inloggen');
    assert.equal((await officer.browser.open('/beveiliging')).$('section').first().find('li').length, 1);
  });

  it('has a log of its own, which can be downloaded, without what happened to a colleague', async () => {
    const { employer } = await record(officer);
    const colleague = await anOfficer(portal, employer.toString(), { name: 'B. Bakker' });
    await logIn(colleague);
    const { text } = await officer.browser.open('/beveiliging');
    assert.match(text, /2 factor authenticatie is aangezet ?door jou, vanaf 127\.0\.0\.1/);
    const file = await officer.browser.download('/beveiliging/logboek.csv');
    assert.match(file, /;2 factor authenticatie is aangezet;door jou, vanaf 127\.0\.0\.1\r\n/);
    await colleague.browser.open('/beveiliging');
    assert.doesNotMatch(colleague.browser.page.text, /2 factor authenticatie is aangezet/);
    assert.doesNotMatch(await colleague.browser.download('/beveiliging/logboek.csv'), /2 factor/);
  });
});
