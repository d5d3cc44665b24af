import assert from 'node:assert/strict';
import { unblockOfficer } from '../../src/employer/unblock-officer.js';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import type { Actor } from '../../src/models/change.js';
import { Links } from '../../src/models/link.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

describe('"Was jij dit niet?" in a letter', () => {
  let portal: Portal;
  let employer: string;
  let employee: Person;
  let officer: Person;
  let link: string;

  const lastLetter = async () => (await portal.letters()).at(-1);
  const linkIn = async () => new URL((await lastLetter())?.links[0] ?? '').pathname;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    employee = await anEmployeeWithTwoFactor(portal, employer);
    link = await linkIn();
  });
  after(() => portal.close());

  /** Somebody reads their post, on a machine of their own. */
  const close = async (path = link) => {
    const browser = new Browser(portal.app);
    await browser.open(path);
    return browser.press('Mijn toegang blokkeren');
  };

  it('opens a page with one button, which closes nothing by being looked at', async () => {
    const page = await new Browser(portal.app).open(link);
    assert.equal(page.heading, 'Was jij dit niet?');
    assert.match(page.text, /Dit gaat over de toegang van P\. van Wekkers\./);
    assert.equal((await record(employee)).access.state, 'active');
  });

  it('blocks the account, ends its logins, and voids password, two-factor, recovery codes and every link', async () => {
    assert.equal((await close()).heading, 'Je toegang is geblokkeerd');
    const after = await record(employee);
    assert.deepEqual(
      [after.access.state, after.twoFactor.state, after.passwordHash, after.recovery, after.logins],
      ['blocked', 'off', undefined, undefined, []],
    );
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
    assert.equal((await logIn(elsewhere(portal, employee))).status, 400);
    assert.equal(await Links.countDocuments({ account: employee.id }), 0);
  });

  it('kills a reset link from before, and a login that waits for its code', async () => {
    const stranger = new Browser(portal.app);
    await stranger.open('/wachtwoord-vergeten');
    await stranger.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': employee.username });
    const reset = await linkIn();
    assert.equal((await new Browser(portal.app).open(reset)).heading, 'Kies een nieuw wachtwoord');
    const pending = elsewhere(portal, employee);
    assert.equal((await logIn(pending)).path, '/inloggen/verificatie');
    await close();
    assert.equal((await new Browser(portal.app).open(reset)).status, 410);
    const code = codeAt(employee.secret, portal.now());
    assert.equal((await pending.browser.press('Inloggen', { Verificatiecode: code })).path, '/inloggen');
    assert.equal((await pending.browser.open('/')).path, '/inloggen');
  });

  it('says whom to call, where the employer has told so, with the number on one line', async () => {
    employer = await anEmployer('Wekkers B.V.', 'Noor Prins, 020 123 45 67');
    await anEmployeeWithTwoFactor(portal, employer);
    const page = await close(await linkIn());
    assert.equal(
      page.$('.notice').text(),
      'Bel of mail Wekkers B.V.: Noor Prins, 020\u00a0123\u00a045\u00a067',
    );
  });

  it('works once', async () => {
    await close();
    const page = await new Browser(portal.app).open(link);
    assert.equal(page.status, 410);
    assert.match(page.text, /Neem dan meteen contact op met je werkgever/);
  });

  it('tells the person, and the officers of their employer alone', async () => {
    const stranger = await anOfficer(portal, await anEmployer('Ander B.V.'), { email: 'hr@ander.nl' });
    const gone = await anOfficer(portal, employer, { email: 'geblokkeerd@mail.com' });
    await Accounts.updateOne({ _id: gone.id }, { 'access.state': 'blocked' });
    await anOfficer(portal, employer, { email: 'b.bakker@mail.com' });
    assert.match((await new Browser(portal.app).open(link)).text, /Je werkgever krijgt bericht/);
    const before = (await portal.letters()).length;
    assert.equal((await close()).$('.notice').text(), 'Je werkgever heeft bericht gekregen.');
    const letters = (await portal.letters()).slice(before);
    const toOfficers = 'P. van Wekkers heeft de eigen toegang geblokkeerd';
    assert.deepEqual(letters.map(({ to, subject }) => `${to}: ${subject}`).sort(), [
      `b.bakker@mail.com: ${toOfficers}`,
      `hr@mail.com: ${toOfficers}`,
      'p.vanwekkers@mail.com: Je hebt je toegang tot het Werknemerloket geblokkeerd',
    ]);
    assert.ok(letters.every(({ text }) => !text.includes('Ander B.V.')));
    assert.equal((await record(stranger)).access.state, 'active');
  });

  it('leaves an entry in the audit log', async () => {
    await close();
    const entry = await AuditEntries.findOne({ account: employee.id, action: 'access-closed' }).orFail();
    const actor = entry.actor as Actor;
    assert.ok(actor.id?.equals(employee.id));
  });

  it('works after what an intruder changed meanwhile, and while they change it', async () => {
    await portal.pass({ minutes: 1 });
    await employee.browser.open('/wachtwoord-wijzigen');
    await employee.browser.press('Wachtwoord opslaan', {
      'Huidig wachtwoord': password,
      'Nieuw wachtwoord': 'van een indringer zelf',
      Verificatiecode: codeAt(employee.secret, portal.now()),
    });
    await Promise.all([
      close(),
      ...Array.from({ length: 5 }, () => Accounts.updateOne({ _id: employee.id }, { $inc: { version: 1 } })),
    ]);
    assert.equal((await record(employee)).access.state, 'blocked');
  });

  it('works for 7 days', async () => {
    await portal.pass({ minutes: 7 * 24 * 60 - 2 });
    assert.equal((await new Browser(portal.app).open(link)).status, 200);
    await portal.pass({ minutes: 2 });
    assert.equal((await new Browser(portal.app).open(link)).status, 410);
  });

  it('opens nothing else, and no other link opens it', async () => {
    const token = link.split('/').at(-1) ?? '';
    assert.equal((await new Browser(portal.app).open(`/wachtwoord-kiezen/${token}`)).status, 410);
    assert.equal((await new Browser(portal.app).open('/was-jij-dit-niet/verzonnen')).status, 410);
  });

  it('is undone only by a new invitation, by an officer who knows who it is', async () => {
    await close();
    await logIn(officer);
    const path = `/werkgever/werknemers/${employee.id.toString()}`;
    const page = await officer.browser.open(path);
    assert.match(page.text, /Geblokkeerd door de werknemer zelf/);
    await officer.browser.post(`${path}/deblokkeren`, { _csrf: officer.browser.token });
    assert.equal((await record(employee)).access.state, 'blocked');
    await officer.browser.open(path);
    await officer.browser.follow('Deblokkeren');
    const refused = await officer.browser.press('Opnieuw uitnodigen');
    assert.match(refused.text, /Stel eerst vast wie dit is/);
    await officer.browser.press('Opnieuw uitnodigen', { 'Ik heb vastgesteld wie dit is': 'ja' });
    assert.equal((await record(employee)).access.state, 'invited');
    const entry = await AuditEntries.findOne({ account: employee.id, action: 'access-granted' }).orFail();
    assert.equal(entry.identified, true);

    const browser = new Browser(portal.app);
    await browser.open(await linkIn());
    await browser.press('Wachtwoord opslaan', { Wachtwoord: 'een nieuw begin met een zin' });
    const again = elsewhere(portal, employee);
    assert.equal((await logIn(again, 'een nieuw begin met een zin')).path, '/');
    assert.equal((await setUpTwoFactor(portal, again)).heading, 'Herstelcodes');
  });

  it('says so where the employer has no officer with access: nobody there is told', async () => {
    await anEmployeeWithTwoFactor(portal, await anEmployer());
    const path = await linkIn();
    const before = await new Browser(portal.app).open(path);
    assert.match(before.text, /Je werkgever krijgt geen bericht\. Vertel het daarna zelf\./);
    const sent = (await portal.letters()).length;
    const after = await close(path);
    assert.equal(after.$('.notice').length, 0);
    assert.doesNotMatch(after.text, /bericht gekregen/);
    assert.equal((await portal.letters()).length, sent + 1);
  });

  it('leaves who blocked it before, and why, for the officer who lets them in again', async () => {
    await logIn(officer);
    const path = `/werkgever/werknemers/${employee.id.toString()}`;
    await officer.browser.open(path);
    await officer.browser.follow('Blokkeren');
    await officer.browser.press('Blokkeren', { Reden: 'telefoon gestolen' });
    await close();
    const { text } = await officer.browser.open(path);
    assert.match(text, /Geblokkeerd door de werknemer zelf/);
    assert.match(text, /Door H\. de Ruiter: telefoon gestolen/);
  });

  it('makes it no easier to be let in again for whose access was withdrawn', async () => {
    await logIn(officer);
    const path = `/werkgever/werknemers/${employee.id.toString()}`;
    await officer.browser.open(`${path}/toegang-intrekken`);
    await officer.browser.press('Toegang intrekken', { Reden: 'uit dienst' });
    await close();
    await officer.browser.open(path);
    await officer.browser.post(`${path}/toegang-verstrekken`, { _csrf: officer.browser.token });
    assert.equal((await record(employee)).access.state, 'blocked');
    await officer.browser.open(path);
    await officer.browser.follow('Deblokkeren');
    assert.match((await officer.browser.press('Opnieuw uitnodigen')).text, /Stel eerst vast wie dit is/);
  });

  describe('of an officer', () => {
    const back = /Alleen de beheerder van het Werknemerloket kan je opnieuw uitnodigen\./;
    let path: string;

    beforeEach(async () => {
      await logIn(officer);
      await setUpTwoFactor(portal, officer);
      path = await linkIn();
    });

    it('closes, and says that the administrator alone lets them in again', async () => {
      const before = await new Browser(portal.app).open(path);
      assert.match(before.text, back);
      assert.doesNotMatch(before.text, /bericht|Je werkgever/);
      const after = await close(path);
      assert.equal(after.$('.notice').length, 0);
      assert.match(
        after.text,
        /Ben je HR-medewerker\? Neem dan contact op met de beheerder van het Werknemerloket\./,
      );
      const { access } = await record(officer);
      assert.deepEqual([access.state, access.state === 'blocked' && access.before], ['blocked', 'closed']);
      const letter = await lastLetter();
      assert.equal(letter?.to, 'hr@mail.com');
      assert.match(letter.text, /Neem contact op met de beheerder van het Werknemerloket/);
      assert.doesNotMatch(letter.text, /je werkgever/);
    });

    it('tells their colleagues, who do not let them in again', async () => {
      const colleague = await anOfficer(portal, employer, { email: 'b.bakker@mail.com' });
      const before = await new Browser(portal.app).open(path);
      assert.match(before.text, /De andere HR-medewerkers krijgen bericht\./);
      const sent = (await portal.letters()).length;
      const after = await close(path);
      assert.equal(after.$('.notice').text(), 'De andere HR-medewerkers hebben bericht gekregen.');
      const letters = (await portal.letters()).slice(sent);
      assert.deepEqual(letters.map(({ to }) => to).sort(), ['b.bakker@mail.com', 'hr@mail.com']);
      await logIn(colleague);
      const page = await colleague.browser.open(`/werkgever/hr-medewerkers/${officer.id.toString()}`);
      assert.match(page.text, /Vraag de beheerder van het Werknemerloket om een nieuwe uitnodiging\./);
    });

    it('is undone by an administrator, with a new invitation', async () => {
      await close(path);
      const again = await unblockOfficer(officer.username, 'gebeld, is het zelf', portal.now());
      assert.deepEqual(again, officer.id);
      await portal.deps.relay.bring(officer.id);
      const browser = new Browser(portal.app);
      await browser.open(await linkIn());
      await browser.press('Wachtwoord opslaan', { Wachtwoord: 'een nieuw begin met een zin' });
      assert.equal((await logIn(elsewhere(portal, officer), 'een nieuw begin met een zin')).path, '/');
    });
  });

  it('is not in letters that need none', async () => {
    const newcomer = await anEmployee(portal, employer);
    await portal.deps.relay.bring(newcomer.id);
    assert.deepEqual((await lastLetter())?.links, []);
  });
});
