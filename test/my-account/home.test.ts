import assert from 'node:assert/strict';
import { Employees } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { squeeze } from '../support/page.js';
import {
  aNewcomer,
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  type Person,
} from '../support/people.js';

describe('the home page', () => {
  let portal: Portal;
  let employer: string;

  const part = ({ browser }: Person, heading: string) => {
    const { $ } = browser.page;
    return squeeze($(`section:has(h2:contains("${heading}"))`).text());
  };
  /** The buttons that are not secondary: what the page would have somebody do. */
  const main = ({ browser }: Person) => {
    const { $ } = browser.page;
    return $('main .button:not(.secondary)')
      .toArray()
      .map((button) => squeeze($(button).text()));
  };

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
  });
  after(() => portal.close());

  it('says what is not arranged yet, and leads there with its one main button', async () => {
    const who = await anEmployee(portal, employer);
    await logIn(who);
    assert.match(part(who, 'Nog te doen'), /2 factor authenticatie ?Staat uit\./);
    assert.match(part(who, 'Dit is geregeld'), /Wachtwoord/);
    assert.doesNotMatch(part(who, 'Dit is geregeld'), /2 factor authenticatie/);
    assert.deepEqual(main(who), ['2 factor authenticatie instellen']);
    assert.match(
      (await who.browser.follow('2 factor authenticatie instellen')).heading,
      /^2 FACTOR AUTHENTICATIE INSTELLEN$/,
    );
  });

  it('asks for recovery codes that are kept, and then has nothing more to ask', async () => {
    const who = await anEmployeeWithTwoFactor(portal, employer);
    await who.browser.open('/');
    assert.match(part(who, 'Nog te doen'), /Herstelcodes ?Je hebt nog niet gezegd/);
    assert.match(part(who, 'Dit is geregeld'), /Staat aan sinds \d+ \w+ \d{4}, \d\d:\d\d\./);
    assert.deepEqual(main(who), ['Herstelcodes bekijken']);
    await who.browser.follow('Herstelcodes bekijken');
    await who.browser.press('Ik heb deze codes bewaard');
    assert.match(part(who, 'Alles is geregeld'), /Je hoeft nu niets te doen\./);
    assert.match(part(who, 'Dit is geregeld'), /Je hebt nog 10 herstelcodes/);
    assert.deepEqual(main(who), []);
    await Employees.updateOne({ _id: who.id }, { 'recovery.hashes': ['a'] });
    await who.browser.open('/');
    assert.match(part(who, 'Nog te doen'), /Je hebt nog 1 herstelcode\. Maak nieuwe/);
  });

  it('says when somebody logged in before, and with what', async () => {
    const who = await anEmployee(portal, employer);
    who.browser.userAgent = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/124.0.0.0 Mobile';
    await logIn(who);
    assert.match(part(who, 'Vorige keer ingelogd'), /Dit is de eerste keer dat je inlogt\./);
    await portal.pass({ minutes: 5 });
    const again = elsewhere(portal, who);
    await logIn(again);
    assert.match(part(again, 'Vorige keer ingelogd'), /\d{4}, \d\d:\d\d, met Chrome op Android/);
    // That login has ended: with what it was is no longer known.
    await again.browser.open('/beveiliging');
    await again.browser.press('Overal anders uitloggen');
    await again.browser.open('/');
    assert.match(part(again, 'Vorige keer ingelogd'), /\d{4}, \d\d:\d\d ?Bekijk/);
  });

  it('counts for officers, and tells those without employees what to do', async () => {
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    assert.match(part(officer, 'Werknemers'), /Er zijn nog geen werknemers\./);
    const { text } = await officer.browser.follow('Werknemers');
    assert.match(text, /Importeer ze met een bestand uit je personeelsadministratie\./);
    assert.equal((await officer.browser.follow('Werknemers importeren')).status, 200);

    await anEmployee(portal, employer);
    await anEmployeeWithTwoFactor(portal, employer);
    await aNewcomer(portal, employer);
    await anEmployee(portal, await anEmployer('Een ander'));
    await officer.browser.open('/');
    assert.match(part(officer, 'Werknemers'), /3 werknemers 2 met toegang 1 met tweestapsverificatie/);
    assert.deepEqual(main(officer), ['2 factor authenticatie instellen']);
  });

  it('leads an officer who has all arranged to their employees', async () => {
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    const page = await officer.browser.open('/2-factor-authenticatie');
    await officer.browser.press('Toepassen', {
      Verificatiecode: codeAt(page.$('.key').text(), portal.now()),
    });
    await officer.browser.press('Ik heb deze codes bewaard');
    assert.deepEqual(main(officer), ['Werknemers']);
  });
});
