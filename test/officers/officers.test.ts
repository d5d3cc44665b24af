import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Accounts, Officers, type Officer } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { squeeze } from '../support/page.js';
import {
  anEmployee,
  anEmployer,
  anOfficer,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

const list = '/werkgever/hr-medewerkers';
const at = ({ id }: { id: Types.ObjectId }, action = '') =>
  `${list}/${id.toString()}${action && `/${action}`}`;

describe('HR-medewerkers', () => {
  let portal: Portal;
  let employer: string;
  let ruiter: Person;
  let bakker: Person;
  let medewerker: Person;

  const notice = () => ruiter.browser.page.$('[role=status]').text();
  const problem = () => squeeze(ruiter.browser.page.$('.problems').text());
  const buttons = ({ browser: { page } }: Person) =>
    page
      .$('main .buttons a, main .buttons button')
      .toArray()
      .map((one) => squeeze(page.$(one).text()));
  const lastEntry = () => AuditEntries.findOne({ employer }).sort({ number: -1 }).lean<AuditEntry>().orFail();
  const lastLetter = async () => (await portal.letters()).at(-1);
  const press = async (who: Person, button: string) => {
    await ruiter.browser.open(at(who));
    return ruiter.browser.press(button);
  };
  const block = async (who: Person, reason = 'met verlof') => {
    await ruiter.browser.open(at(who, 'blokkeren'));
    return ruiter.browser.press('Blokkeren', { Reden: reason });
  };
  const remove = async (who: Person) => {
    await ruiter.browser.open(at(who, 'verwijderen'));
    return ruiter.browser.press('Verwijderen');
  };

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    ruiter = await anOfficer(portal, employer);
    bakker = await anOfficer(portal, employer, { name: 'B. Bakker', email: 'b.bakker@mail.com' });
    medewerker = await anOfficer(portal, employer, { name: 'M. Visser', role: 'medewerker' });
    await logIn(ruiter);
  });
  after(() => portal.close());

  it('are listed by name, with their role, access, last login and two-factor', async () => {
    await anOfficer(portal, await anEmployer('Een ander'), { name: 'A. Buitenstaander' });
    await logIn(medewerker);
    await Officers.updateOne({ _id: bakker.id }, { $unset: { role: 1 } });
    const { $ } = await ruiter.browser.follow('HR-medewerkers');
    const rows = $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .map((cell) => squeeze($(cell).text())),
      );
    const today = rows[1]?.[3] ?? '';
    assert.match(today, /^\d+ \w+ \d{4}, \d\d:\d\d$/);
    assert.deepEqual(rows, [
      ['B. Bakker', 'Beheerder', 'Toegang', 'Nog nooit', 'Nee'],
      ['H. de Ruiter (dit ben jij)', 'Beheerder', 'Toegang', today, 'Nee'],
      ['M. Visser', 'Medewerker', 'Toegang', today, 'Nee'],
    ]);
  });

  describe('a colleague who is invited', () => {
    const invite = async (given: Record<string, string> = {}) => {
      await ruiter.browser.open(list);
      await ruiter.browser.follow('Collega uitnodigen');
      const fields = {
        'Naam van je collega': 'Ç. de Groot',
        'E-mailadres': 'groot@mail.com',
        Medewerker: '',
      };
      return ruiter.browser.press('Uitnodigen', { ...fields, ...given });
    };
    const link = async () => {
      const letter = (await portal.letters()).findLast(({ to }) => to === 'groot@mail.com');
      return new URL(letter?.links[0] ?? '').pathname;
    };
    const invited = () => Officers.findOne({ employer, name: 'Ç. de Groot' }).lean<Officer>().orFail();

    it('gets a letter with a link that works once and for 4 days, and the role that was chosen', async () => {
      await invite();
      assert.match(notice(), /^Ç\. de Groot krijgt een e-mail op groot@mail\.com/);
      const { username } = await invited();
      assert.match(username ?? '', /^c\.degroot/);
      const path = await link();
      const there = medewerker.browser;
      await there.open(path);
      await there.press('Wachtwoord opslaan', { Wachtwoord: password });
      assert.equal((await there.open(path)).status, 410);
      const page = await logIn({ ...medewerker, username: username ?? '' });
      assert.equal(page.heading, '2 FACTOR AUTHENTICATIE INSTELLEN');
      assert.equal((await there.open('/')).heading, 'Welkom, Ç. de Groot');
      assert.equal((await there.open(list)).status, 403);
      const entries = await AuditEntries.find({ account: (await invited())._id })
        .sort({ number: 1 })
        .lean<AuditEntry[]>();
      assert.deepEqual(
        entries.map(({ action, role, actor }) => [action, role, actor.name]),
        [
          ['colleague-added', 'medewerker', 'H. de Ruiter'],
          ['access-granted', undefined, 'H. de Ruiter'],
          ['password-chosen', undefined, 'Ç. de Groot'],
        ],
      );
    });

    it('does not come in after 4 days, but with a new invitation; the old link stays dead', async () => {
      await invite();
      const old = await link();
      await portal.pass({ minutes: 4 * 24 * 60 });
      await logIn(ruiter);
      assert.equal((await medewerker.browser.open(old)).status, 410);
      const { _id: id } = await invited();
      const who = { ...medewerker, id };
      assert.match((await ruiter.browser.open(at(who))).text, /De link in de uitnodiging werkt niet meer/);
      await ruiter.browser.press('Uitnodiging opnieuw versturen');
      assert.match(notice(), /De vorige link werkt niet meer/);
      assert.equal((await medewerker.browser.open(old)).status, 410);
      assert.equal((await medewerker.browser.open(await link())).status, 200);
    });

    it('keeps their link when only the role changes', async () => {
      await invite();
      const path = await link();
      const who = { ...medewerker, id: (await invited())._id };
      await press(who, 'Beheerder maken');
      assert.equal((await invited()).role, 'beheerder');
      assert.equal((await medewerker.browser.open(path)).status, 200);
    });

    it('is not invited twice at the same address, however it is written', async () => {
      await invite();
      const letters = (await portal.letters()).length;
      const page = await invite({ 'E-mailadres': ' GROOT@mail.com ' });
      assert.equal(page.status, 400);
      assert.equal(
        problem(),
        'Er is iets niet goed gegaan Er is al een HR-medewerker met dit e-mailadres. Kijk in de lijst.',
      );
      assert.equal(await Officers.countDocuments({ employer, name: 'Ç. de Groot' }), 1);
      assert.equal((await portal.letters()).length, letters);
      await remove({ ...medewerker, id: (await invited())._id });
      assert.equal((await invite()).status, 200);
    });

    it('is one, when the button is tapped ten times at once', async () => {
      await ruiter.browser.open(`${list}/uitnodigen`);
      const { token } = ruiter.browser;
      const form = {
        _csrf: token,
        'naam-collega': 'Ç. de Groot',
        'e-mailadres': 'groot@mail.com',
        rol: 'beheerder',
      };
      await Promise.all(Array.from({ length: 10 }, () => ruiter.browser.post(`${list}/uitnodigen`, form)));
      assert.equal(await Officers.countDocuments({ employer, name: 'Ç. de Groot' }), 1);
    });

    it('is asked for in full: what was typed stays, and each mistake has its sentence', async () => {
      await ruiter.browser.open(`${list}/uitnodigen`);
      const before = await Accounts.countDocuments({ employer });
      const page = await ruiter.browser.press('Uitnodigen', {
        'Naam van je collega': '<b>H</b>',
        'E-mailadres': 'a@b.nl\r\nBcc: c@d.nl',
      });
      assert.equal(page.status, 400);
      assert.match(page.title, /^Fout: /);
      assert.match(problem(), /Vul een naam in .* Vul een e-mailadres in, .* Kies een rol\.$/);
      assert.equal(page.$('#naam-collega').attr('value'), '<b>H</b>');
      await ruiter.browser.press('Uitnodigen', { 'Naam van je collega': 'x'.repeat(101), Beheerder: '' });
      assert.match(problem(), /Vul een naam in van hoogstens 100 tekens, zonder < en >\./);
      assert.equal(ruiter.browser.page.$('#rol-beheerder').attr('checked'), 'checked');
      const made = { _csrf: ruiter.browser.token, 'naam-collega': 'A', 'e-mailadres': 'a@b.nl', rol: 'baas' };
      assert.equal((await ruiter.browser.post(`${list}/uitnodigen`, made)).status, 400);
      assert.equal(await Accounts.countDocuments({ employer }), before);
    });

    it('is one of at most 50 a day', async () => {
      const form = () => ({ _csrf: ruiter.browser.token, 'naam-collega': 'A', rol: 'medewerker' });
      await ruiter.browser.open(`${list}/uitnodigen`);
      for (let i = 0; i < 50; i++) {
        await ruiter.browser.post(`${list}/uitnodigen`, { ...form(), 'e-mailadres': `a${i}@mail.com` });
        assert.equal(ruiter.browser.page.status, 200);
      }
      await ruiter.browser.post(`${list}/uitnodigen`, { ...form(), 'e-mailadres': 'a50@mail.com' });
      assert.equal(ruiter.browser.page.status, 429);
    }).timeout(180_000);
  });

  it('are blocked with a reason: out at the next click, with a letter and an entry; and unblocked [V7.4.2]', async () => {
    await logIn(bakker);
    await block(bakker);
    assert.match(notice(), /^De toegang van B\. Bakker is geblokkeerd\./);
    assert.equal((await bakker.browser.open('/')).path, '/inloggen');
    assert.match((await logIn(bakker)).text, /Je werkgever heeft je toegang geblokkeerd\./);
    const { action, reason, actor } = await lastEntry();
    assert.deepEqual(
      [action, reason, actor.id?.toString()],
      ['access-blocked', 'met verlof', ruiter.id.toString()],
    );
    assert.deepEqual(
      [(await lastLetter())?.to, (await lastLetter())?.subject],
      ['b.bakker@mail.com', 'Je toegang tot het Werknemerloket is geblokkeerd'],
    );
    assert.match(ruiter.browser.page.text, /Toegang geblokkeerd: met verlof ?door H\. de Ruiter/);
    await ruiter.browser.press('Deblokkeren');
    assert.match(notice(), /gedeblokkeerd/);
    assert.equal((await logIn(bakker)).path, '/');
    assert.equal((await bakker.browser.open(list)).status, 200);
  });

  it('are not blocked without a reason', async () => {
    for (const reason of ['', '  ', 'x'.repeat(201), 'a\tb']) {
      const page = await block(bakker, reason);
      assert.equal(page.status, 400);
      assert.match(problem(), /Vul een reden in van hoogstens 200 tekens\./);
      assert.equal(page.$('#reden').attr('value') ?? '', reason);
    }
    assert.equal((await record(bakker)).access.state, 'active');
  });

  it('are removed for good: no login, no letter brings them back, and the log keeps their name [V7.4.2]', async () => {
    await logIn(bakker);
    await bakker.browser.open('/wachtwoord-wijzigen');
    await bakker.browser.press('Wachtwoord opslaan', {
      'Huidig wachtwoord': password,
      'Nieuw wachtwoord': 'een andere zin die ik onthoud',
    });
    const close = new URL((await lastLetter())?.links[0] ?? '').pathname;
    await remove(bakker);
    assert.equal(ruiter.browser.page.path, list);
    assert.match(notice(), /^B\. Bakker is verwijderd/);
    assert.doesNotMatch(ruiter.browser.page.$('table').text(), /Bakker/);
    assert.deepEqual(
      [(await lastLetter())?.to, (await lastLetter())?.subject],
      ['b.bakker@mail.com', 'Je toegang tot het Werknemerloket is gestopt'],
    );
    assert.equal((await bakker.browser.open('/')).path, '/inloggen');
    assert.match((await logIn(bakker, 'een andere zin die ik onthoud')).text, /klopt niet/);
    assert.equal((await bakker.browser.open(close)).status, 410);
    const letters = (await portal.letters()).length;
    await bakker.browser.open('/wachtwoord-vergeten');
    await bakker.browser.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': bakker.username });
    await portal.deps.relay.settled();
    assert.equal((await portal.letters()).length, letters);
    assert.equal((await ruiter.browser.open(at(bakker))).status, 404);
    const { text } = await ruiter.browser.open('/werkgever/logboek');
    assert.match(text, /HR-medewerker verwijderd ?B\. Bakker ?H\. de Ruiter/);
    const { username, passwordHash, twoFactor } = await record(bakker);
    assert.deepEqual([username, passwordHash, twoFactor], [undefined, undefined, { state: 'off' }]);
  });

  it('get another role, that counts at their next click, with a letter and an entry [V8.3.2]', async () => {
    await logIn(bakker);
    assert.equal((await bakker.browser.open(list)).status, 200);
    await press(bakker, 'Medewerker maken');
    assert.match(notice(), /^B\. Bakker is nu medewerker/);
    assert.equal((await bakker.browser.open(list)).status, 403);
    assert.equal((await bakker.browser.open('/werkgever/werknemers')).status, 200);
    const { action, role } = await lastEntry();
    assert.deepEqual([action, role], ['role-changed', 'medewerker']);
    assert.match((await lastLetter())?.text ?? '', /ben je bij Wekkers B\.V\. medewerker/);
    await ruiter.browser.press('Beheerder maken');
    assert.match((await lastLetter())?.text ?? '', /ben je bij Wekkers B\.V\. beheerder/);
    assert.equal((await bakker.browser.open(list)).status, 200);
    assert.match((await ruiter.browser.open('/werkgever/logboek')).text, /Rol gewijzigd: beheerder/);
  });

  it('are not for a medewerker: no page, no form, no menu, and it is logged [V8.2.1]', async () => {
    await logIn(medewerker);
    assert.doesNotMatch(medewerker.browser.page.$('header nav').text(), /HR-medewerkers/);
    for (const path of [
      list,
      `${list}/uitnodigen`,
      at(bakker),
      at(bakker, 'blokkeren'),
      at(bakker, 'verwijderen'),
    ])
      assert.equal((await medewerker.browser.open(path)).status, 403, path);
    await medewerker.browser.open('/beveiliging');
    const before = await record(bakker);
    for (const action of ['blokkeren', 'verwijderen', 'medewerker-maken']) {
      const form = { _csrf: medewerker.browser.token, reden: 'zomaar' };
      assert.equal((await medewerker.browser.post(at(bakker, action), form)).status, 403);
      await medewerker.browser.open('/beveiliging');
    }
    assert.deepEqual(await record(bakker), before);
    assert.match(portal.logged(), /"only for a beheerder"/);
  });

  it('do nothing to themselves', async () => {
    const { text } = await ruiter.browser.open(at(ruiter));
    assert.match(text, /Dit ben jij\./);
    assert.deepEqual(buttons(ruiter), []);
    for (const action of ['blokkeren', 'verwijderen'])
      assert.equal((await ruiter.browser.open(at(ruiter, action))).path, at(ruiter));
    await portal.deps.relay.bring(ruiter.id);
    const before = await record(ruiter);
    for (const action of [
      'blokkeren',
      'verwijderen',
      'medewerker-maken',
      'deblokkeren',
      'uitnodiging-versturen',
    ]) {
      const form = { _csrf: ruiter.browser.token, reden: 'zomaar' };
      await ruiter.browser.post(at(ruiter, action), form);
      assert.match(problem(), /Je eigen rol en toegang verander je niet zelf\./);
    }
    assert.deepEqual(await record(ruiter), before);
  });

  it('of another employer do not exist here, nor do employees [V8.2.2]', async () => {
    const other = await anOfficer(portal, await anEmployer('Een ander'));
    const employee = await anEmployee(portal, employer);
    await ruiter.browser.open(list);
    for (const who of [other, employee, { id: new Types.ObjectId() }]) {
      const before = JSON.stringify(await Accounts.findById(who.id).lean());
      assert.equal((await ruiter.browser.open(at(who))).status, 404);
      for (const action of [
        'blokkeren',
        'verwijderen',
        'medewerker-maken',
        'deblokkeren',
        'uitnodiging-versturen',
      ]) {
        await ruiter.browser.open(`${list}/uitnodigen`);
        const form = { _csrf: ruiter.browser.token, reden: 'zomaar' };
        assert.equal((await ruiter.browser.post(at(who, action), form)).status, 404, action);
      }
      assert.equal(JSON.stringify(await Accounts.findById(who.id).lean()), before);
    }
    assert.equal((await ruiter.browser.open(`${list}/geen-id`)).status, 404);
  });

  it('who blocked their own access are only removed: an administrator invites them again', async () => {
    await Officers.updateOne(
      { _id: bakker.id },
      { access: { state: 'blocked', before: 'closed', since: portal.now() } },
    );
    const { text } = await ruiter.browser.open(at(bakker));
    assert.match(text, /Vraag de beheerder van het Werknemerloket/);
    assert.deepEqual(buttons(ruiter), ['Verwijderen']);
    const form = { _csrf: (await ruiter.browser.open(`${list}/uitnodigen`), ruiter.browser.token) };
    await ruiter.browser.post(at(bakker, 'deblokkeren'), form);
    assert.match(problem(), /Er is niets veranderd/);
  });
});
