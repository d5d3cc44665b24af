import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { addEmployee } from '../../src/employer/add-people.js';
import { changeAccess } from '../../src/employer/change-access.js';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { Links } from '../../src/models/link.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, anOfficer, logIn, password, record } from '../support/people.js';

describe('the link in an invitation', () => {
  let portal: Portal;
  let employer: string;
  let id: Types.ObjectId;
  let browser: Browser;

  const lastLink = async () => {
    await portal.deps.relay.settled();
    const letter = (await portal.letters()).findLast(({ to }) => to === 'j.bakker@mail.com');
    return new URL(letter?.links[0] ?? 'http://none/').pathname;
  };
  const subjects = async () => (await portal.letters()).map(({ subject }) => subject);
  const actions = async () =>
    (await AuditEntries.find({ account: id }).sort({ number: 1 }).lean()).map(({ action }) => action);
  const change = async (wanted: 'grant' | 'send-invitation-again') => {
    const whom = { employer: new Types.ObjectId(employer), employee: id };
    await changeAccess(whom, wanted, { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(id);
    return lastLink();
  };
  const invite = async (birthDate?: string) => {
    const person = { number: '1', initials: 'J.', surname: 'Bakker', email: 'j.bakker@mail.com' };
    const given = { employer, ...person, ...(birthDate !== undefined && { birthDate }) };
    id = await addEmployee(given, administrator, portal.now(), portal.deps.passwords);
    return change('grant');
  };
  const fill = (fields: Record<string, string> = {}) =>
    browser.press('Wachtwoord opslaan', { Wachtwoord: password, ...fields });
  const error = (field: string) => browser.page.$(`#${field}-fout`).text();

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    browser = new Browser(portal.app);
  });
  after(() => portal.close());

  describe('lets somebody choose a username', () => {
    it('of which one is suggested, and leads on to 2 factor authenticatie, which can wait', async () => {
      const { $ } = await browser.open(await invite());
      assert.match($('#gebruikersnaam').attr('value') ?? '', /^j\.bakker\d*$/);
      const done = await fill({ Gebruikersnaam: '  Jan.Bakker-Test1 ' });
      assert.equal(done.path, '/inloggen');
      assert.equal((await record({ id })).username, 'jan.bakker-test1');
      const who = { id, username: 'JAN.bakker-test1', browser, secret: '' };
      assert.equal((await logIn(who)).heading, '2 FACTOR AUTHENTICATIE INSTELLEN');
      assert.equal((await browser.follow('Annuleren')).path, '/');
      await portal.deps.relay.settled();
      const letter = (await portal.letters()).at(-1);
      assert.equal(letter?.subject, 'Je wachtwoord voor het Werknemerloket');
      assert.match(letter.text, /Je gebruikersnaam is: jan\.bakker-test1/);
    });

    it('but not one that somebody has, at any employer, however it is written', async () => {
      const other = await anEmployee(portal, await anEmployer('Andere B.V.'));
      await browser.open(await invite());
      const page = await fill({ Gebruikersnaam: ` ${other.username.toUpperCase()} ` });
      assert.equal(page.status, 400);
      assert.equal(error('gebruikersnaam'), 'Deze gebruikersnaam is al van iemand anders. Kies een andere.');
      assert.equal(page.$('#gebruikersnaam').attr('value'), ` ${other.username.toUpperCase()} `);
      assert.equal((await record({ id })).access.state, 'invited');
      assert.equal((await fill({ Gebruikersnaam: `${other.username}.anders` })).path, '/inloggen');
    });

    it('but not to find out who has one: after 20 it is enough for a day [V2.4.1]', async () => {
      const other = await anEmployee(portal, employer);
      await browser.open(await invite());
      const form = browser.page;
      for (let i = 0; i < 20; i++) assert.equal((await fill({ Gebruikersnaam: other.username })).status, 400);
      assert.equal((await fill({ Gebruikersnaam: other.username })).status, 429);
      browser.page = form;
    });

    it('of 2 to 100 characters, without spaces', async () => {
      await browser.open(await invite());
      for (const typed of ['', 'x', 'jan bakker', 'x'.repeat(101), 'a\u0000b', '\u202ejan']) {
        assert.equal((await fill({ Gebruikersnaam: typed })).status, 400, typed);
        assert.match(error('gebruikersnaam'), /2 tot 100 tekens, zonder spaties/);
      }
    });
  });

  describe('asks the date of birth that the employer has', () => {
    it('and takes it as people write it', async () => {
      await browser.open(await invite('1980-01-31'));
      const missing = await fill();
      assert.equal(error('geboortedatum'), 'Vul je geboortedatum in, zoals 31-1-1980.');
      assert.equal(missing.status, 400);
      await fill({ Geboortedatum: '31-02-1980' });
      assert.equal(error('geboortedatum'), 'Vul je geboortedatum in, zoals 31-1-1980.');
      assert.equal((await record({ id })).birthDateTries, undefined);
      assert.equal((await fill({ Geboortedatum: '31-1-1980' })).path, '/inloggen');
      assert.equal((await record({ id })).access.state, 'active');
    });

    it('and ends after 5 wrong ones, over all links; then only an officer invites again [V2.4.1]', async () => {
      const first = await invite('1980-01-31');
      await browser.open(first);
      await fill({ Geboortedatum: '1-1-1980' });
      assert.match(error('geboortedatum'), /Je kunt het nog 4 keer proberen\./);
      assert.equal(browser.page.$('#geboortedatum').attr('value'), '1-1-1980');
      for (const day of ['2-1-1980', '3-1-1980']) await fill({ Geboortedatum: day });
      // A link that the person asks for themselves does not begin again.
      await portal.pass({ minutes: 4 * 24 * 60 });
      await browser.open(first);
      await browser.press('Nieuwe e-mail sturen');
      const second = await lastLink();
      await browser.open(second);
      await fill({ Geboortedatum: '4-1-1980' });
      assert.match(error('geboortedatum'), /nog 1 keer/);
      const last = await fill({ Geboortedatum: '5-1-1980' });
      assert.deepEqual([last.status, last.heading], [410, 'Deze link werkt niet meer']);
      assert.equal((await browser.open(second)).status, 410);
      assert.doesNotMatch(browser.page.text, /Nieuwe e-mail sturen/);
      await portal.deps.relay.settled();
      assert.equal((await subjects()).at(-1), 'Je link voor het Werknemerloket werkt niet meer');
      assert.deepEqual((await actions()).slice(-1), ['invitation-locked']);

      const officer = await anOfficer(portal, employer);
      await logIn(officer);
      const page = await officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
      assert.match(page.text, /te vaak een verkeerde geboortedatum ingevuld/);
      const list = await officer.browser.open('/werkgever/werknemers?filter=verlopen');
      assert.match(list.text, /Bakker, J\./);
      await officer.browser.open(page.path);
      await officer.browser.press('Uitnodiging opnieuw versturen');
      await browser.open(await lastLink());
      assert.equal((await fill({ Geboortedatum: '1980-01-31' })).path, '/inloggen');
    });

    it('and counts each wrong one, also at the same moment: never more than 5 are looked at', async () => {
      const link = await invite('1980-01-31');
      const browsers = Array.from({ length: 12 }, () => new Browser(portal.app));
      for (const one of browsers) await one.open(link);
      for (let round = 0; round < 6; round++)
        await Promise.all(
          browsers.map(async (one, i) => {
            if (one.page.status === 410) return;
            const Geboortedatum = `${i + 1}-${round + 1}-1981`;
            await one.press('Wachtwoord opslaan', { Wachtwoord: password, Geboortedatum });
          }),
        );
      const seen = browsers.flatMap((one) => one.seen.join().match(/nog \d keer/g) ?? []);
      // A page says it on top and beside the field.
      const twice = [1, 2, 3, 4].flatMap((left) => [`nog ${left} keer`, `nog ${left} keer`]);
      assert.deepEqual(seen.sort(), twice);
      assert.equal((await browser.open(link)).status, 410);
      assert.equal((await record({ id })).birthDateTries, 5);
    });

    it('and writes it nowhere: not in the log, a letter or a page', async () => {
      await browser.open(await invite('1980-01-31'));
      await fill({ Geboortedatum: '31-1-1980' });
      await portal.deps.relay.settled();
      const everywhere = portal.logged() + JSON.stringify(await portal.letters()) + browser.seen.join();
      assert.doesNotMatch(everywhere, /1980-01-31|31-0?1-1980"/);
    });
  });

  describe('that works no more', () => {
    it('offers a new letter, which goes to the address on record alone, with a link that works', async () => {
      const old = await invite();
      await portal.pass({ minutes: 4 * 24 * 60 });
      const page = await browser.open(old);
      assert.deepEqual([page.status, page.heading], [410, 'Deze link werkt niet meer']);
      const done = await browser.press('Nieuwe e-mail sturen');
      assert.equal(done.path, '/inloggen');
      assert.match(done.text, /Je krijgt binnen een paar minuten een e-mail met een nieuwe link\./);
      assert.doesNotMatch(done.text, /mail\.com/);
      const fresh = await lastLink();
      assert.notEqual(fresh, old);
      assert.equal((await subjects()).at(-1), 'Een nieuwe link voor het Werknemerloket');
      assert.deepEqual((await actions()).slice(-1), ['invitation-renewed']);
      assert.equal((await browser.open(fresh)).heading, 'Kies een wachtwoord');
    });

    it('offers it at most 3 times a day [V2.4.1]', async () => {
      let link = await invite();
      for (let i = 0; i < 3; i++) {
        const next = await change('send-invitation-again');
        await browser.open(link);
        assert.equal((await browser.press('Nieuwe e-mail sturen')).path, '/inloggen');
        link = next;
      }
      await browser.open(link);
      assert.equal((await browser.press('Nieuwe e-mail sturen')).status, 429);
    });

    it('says that it was used, and offers a letter for a new password, within its limits', async () => {
      const link = await invite();
      await browser.open(link);
      await fill();
      const page = await browser.open(link);
      assert.deepEqual([page.status, page.heading], [410, 'Deze link is al gebruikt']);
      assert.match(page.text, /Er is al een wachtwoord gekozen\. Log in/);
      const sent = async () => {
        await portal.deps.background.settled();
        await portal.deps.relay.settled();
        const letters = (await portal.letters()).filter(({ to }) => to === 'j.bakker@mail.com');
        return letters.filter(({ subject }) => subject === 'Een nieuw wachtwoord voor het Werknemerloket');
      };
      const before = (await sent()).length;
      const { passwordLettersPerDay } = portal.deps.config.tries;
      for (let i = 0; i <= passwordLettersPerDay; i++) {
        await browser.open(link);
        const done = await browser.press('E-mail sturen');
        assert.deepEqual([done.path, done.text.includes('Kennen we je?')], ['/inloggen', true]);
        await portal.deps.background.settled();
      }
      const letters = await sent();
      assert.equal(letters.length - before, passwordLettersPerDay);
      assert.equal((await browser.open(await lastLink())).heading, 'Kies een nieuw wachtwoord');
      assert.equal((await record({ id })).access.state, 'active');
    });

    it('says nothing of that to who had it at an address that is no longer on record', async () => {
      const link = await invite();
      await browser.open(link);
      await fill();
      await Accounts.updateOne(
        { _id: id },
        { $set: { email: 'nieuw@mail.com', emailKey: 'nieuw@mail.com' } },
      );
      const page = await browser.open(link);
      assert.deepEqual([page.status, page.heading], [410, 'Deze link werkt niet meer']);
      assert.equal(page.$('main form').length, 0);
    });

    it('offers nothing to who is blocked, or with a token that was never one', async () => {
      const link = await invite();
      await browser.open(link);
      await fill();
      const whom = { employer: new Types.ObjectId(employer), employee: id };
      await changeAccess(whom, 'block', { by: administrator, now: portal.now(), reason: 'weg' });
      await portal.deps.relay.bring(id);
      const offers = async (path: string) => {
        const page = await browser.open(path);
        assert.equal(page.status, 410);
        return page.$('main form').length;
      };
      assert.equal(await offers(link), 0);
      assert.equal(await offers(`/wachtwoord-kiezen/${'x'.repeat(43)}`), 0);
      await browser.open('/inloggen');
      const { token } = browser;
      const letters = (await portal.letters()).length;
      for (const path of [link, `/wachtwoord-kiezen/${'x'.repeat(43)}`]) {
        assert.equal((await browser.post(`${path}/nieuwe-e-mail`, { _csrf: token })).status, 410);
      }
      await portal.deps.relay.settled();
      assert.equal((await portal.letters()).length, letters);
    });

    it('offers nothing to a mistyped address, whose reader could end the link of who is meant', async () => {
      const mistyped = await invite();
      const officer = await anOfficer(portal, employer);
      const colleague = await anOfficer(portal, employer);
      for (const one of [officer, colleague]) await logIn(one);
      await officer.browser.open(`/werkgever/werknemers/${id.toString()}/gegevens`);
      await officer.browser.press('Opslaan', { 'E-mailadres': 'goed@mail.com' });
      await officer.browser.press('Uitnodiging opnieuw versturen');
      await colleague.browser.open('/werkgever/vier-ogen');
      await colleague.browser.press('Bevestigen');
      const meant = (await portal.letters()).findLast(({ to }) => to === 'goed@mail.com');
      assert.equal((await browser.open(mistyped)).$('main form').length, 0);
      await browser.open('/inloggen');
      const { status } = await browser.post(`${mistyped}/nieuwe-e-mail`, { _csrf: browser.token });
      assert.equal(status, 410);
      assert.equal((await browser.open(new URL(meant?.links[0] ?? '').pathname)).status, 200);
    });

    it('is known for 90 days after, and opens nothing meanwhile', async () => {
      const link = await invite();
      const found = await Links.findOne({ account: id }).orFail().lean();
      assert.equal(found.expires.getTime() - found.works.getTime(), 90 * 24 * 60 * 60_000);
      await portal.pass({ minutes: 4 * 24 * 60 });
      await browser.open('/inloggen');
      const page = await browser.post(link, { _csrf: browser.token, wachtwoord: password });
      assert.equal(page.status, 410);
      assert.equal((await record({ id })).access.state, 'invited');
    });
  });
});
