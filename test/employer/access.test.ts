import assert from 'node:assert/strict';
import type { Types } from 'mongoose';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
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
  password,
  record,
  type Person,
} from '../support/people.js';
import { act } from '../support/officer.js';

describe('the employer’s side', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const openFor = (id: { toString(): string }) =>
    officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
  const fact = (label: string) => {
    const { $ } = officer.browser.page;
    return squeeze(
      $('dt')
        .filter((_, dt) => $(dt).text() === label)
        .next('dd')
        .text(),
    );
  };
  const buttons = () => {
    const { $ } = officer.browser.page;
    return $('main .buttons button, main .buttons a')
      .toArray()
      .map((button) => $(button).text());
  };
  const notice = () => officer.browser.page.$('[role=status]').text();
  const log = async (id: Types.ObjectId) =>
    (await AuditEntries.find({ account: id }).sort({ at: 1 }).lean()).map(({ action }) => action);

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  it('lists the employees by surname, then number, without minding capitals and accents', async () => {
    for (const [surname, number] of [
      ['Çelik', '12'],
      ['aalbers', '3'],
      ['Celik', '9'],
      ['Dijk', '1'],
    ] as const) {
      await anEmployee(portal, employer, { surname, number });
    }
    await anEmployee(portal, await anEmployer('Een ander'), { surname: 'Buitenstaander' });
    await officer.browser.open('/');
    const { $ } = await officer.browser.follow('Werknemers');
    const rows = $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .slice(1, 3)
          .map((cell) => $(cell).text())
          .join(' '),
      );
    assert.deepEqual(rows, ['aalbers, P. van 3', 'Celik, P. van 9', 'Çelik, P. van 12', 'Dijk, P. van 1']);
  });

  it('says what to do where there are no employees yet', async () => {
    assert.match((await officer.browser.open('/werkgever/werknemers')).text, /Er zijn nog geen werknemers\./);
  });

  it('shows the manual’s fields, in its order', async () => {
    const employee = await anEmployee(portal, employer, { number: '338' });
    const { heading, title, $ } = await openFor(employee.id);
    assert.equal(heading, 'Werknemerloket toegang');
    // Two tabs are told apart by it.
    assert.equal(title, 'Werknemerloket toegang: P. van Wekkers | Werknemerloket');
    assert.deepEqual(
      $('dt')
        .toArray()
        .slice(0, 6)
        .map((dt) => $(dt).text()),
      [
        'Personeelsnummer',
        'Voorletters',
        'Voorvoegsel',
        'Achternaam',
        'Tweestapsverificatie actief',
        'Email',
      ],
    );
    assert.deepEqual(
      [
        'Personeelsnummer',
        'Voorletters',
        'Voorvoegsel',
        'Achternaam',
        'Tweestapsverificatie actief',
        'Email',
      ].map(fact),
      ['338', 'P', 'van', 'Wekkers', 'Nee', 'p.vanwekkers@mail.com'],
    );
    assert.deepEqual(buttons(), ['Blokkeren', 'Gebruikersnaam versturen', 'Toegang intrekken']);
  });

  it('blocks: the employee is out at the next click, and cannot log in [V7.4.2, V7.4.5, V8.3.2]', async () => {
    const employee = await anEmployee(portal, employer);
    await logIn(employee);
    await openFor(employee.id);
    await act(officer.browser, 'Blokkeren');
    assert.match(notice(), /^De toegang van P\. van Wekkers is geblokkeerd\./);
    assert.deepEqual(buttons(), ['Deblokkeren', 'Toegang intrekken']);
    const page = await employee.browser.open('/');
    assert.equal(page.path, '/inloggen');
    assert.match(page.text, /Je bent niet meer ingelogd\. Log opnieuw in\./);
    assert.match((await logIn(employee)).text, /Je werkgever heeft je toegang geblokkeerd\./);
    assert.match(
      (await logIn(employee, 'een verkeerde lange zin')).text,
      /De gebruikersnaam of het wachtwoord klopt niet\./,
    );
    assert.equal(
      (await portal.letters()).at(-1)?.subject,
      'Je toegang tot het Werknemerloket is geblokkeerd',
    );
    assert.deepEqual(await log(employee.id), ['account-added-with-login', 'access-blocked']);
  });

  it('blocks while a code is asked: the pending login ends', async () => {
    const employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, employer));
    await logIn(employee);
    await openFor(employee.id);
    await act(officer.browser, 'Blokkeren');
    const code = codeAt(employee.secret, portal.now());
    assert.equal((await employee.browser.press('Inloggen', { Verificatiecode: code })).path, '/inloggen');
  });

  it('unblocks: the employee can log in again, with the same password', async () => {
    const employee = await anEmployee(portal, employer);
    await openFor(employee.id);
    await act(officer.browser, 'Blokkeren');
    await officer.browser.press('Deblokkeren');
    assert.match(notice(), /gedeblokkeerd/);
    assert.equal((await logIn(employee)).path, '/');
    // The letters of two buttons pressed right after each other are sent at the same time.
    const subjects = (await portal.letters()).slice(-2).map(({ subject }) => subject);
    assert.ok(subjects.includes('Je hebt weer toegang tot het Werknemerloket'), subjects.join());
  });

  it('does nothing twice when two tabs block', async () => {
    const employee = await anEmployee(portal, employer);
    await openFor(employee.id);
    await act(officer.browser, 'Blokkeren');
    await officer.browser.post(`/werkgever/werknemers/${employee.id.toString()}/blokkeren`, {
      _csrf: officer.browser.token,
      reden: 'telefoon gestolen',
    });
    assert.match(officer.browser.page.$('.problems').text(), /Er is niets veranderd/);
    assert.deepEqual(await log(employee.id), ['account-added-with-login', 'access-blocked']);
  });

  it('sends the username to the address on record', async () => {
    const employee = await anEmployee(portal, employer);
    await openFor(employee.id);
    await officer.browser.press('Gebruikersnaam versturen');
    assert.match(notice(), /p\.vanwekkers@mail\.com/);
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.to, 'p.vanwekkers@mail.com');
    assert.ok(letter.text.includes(employee.username));
    assert.deepEqual(letter.links, []);
  });

  it('sends at most 10 letters a day to one employee, however often somebody asks [V2.4.1]', async () => {
    const [employee, other] = [await anEmployee(portal, employer), await anEmployee(portal, employer)];
    const ask = async (who: Person) => {
      await openFor(who.id);
      return officer.browser.press('Gebruikersnaam versturen');
    };
    const sent = async () =>
      (await portal.letters()).filter(({ subject }) => subject.startsWith('Je gebruikersnaam voor')).length;
    const before = await sent();
    for (let i = 0; i < 10; i++) assert.equal((await ask(employee)).status, 200);
    const page = await ask(employee);
    assert.equal(page.status, 429);
    assert.match(page.text, /Probeer het over 24 uur opnieuw\./);
    assert.equal((await ask(other)).status, 200);
    assert.equal(await sent(), before + 11);
    await portal.pass({ minutes: 24 * 60 });
    await logIn(officer);
    assert.equal((await ask(employee)).status, 200);
  });

  it('counts no letter that was not sent, because the employee was blocked meanwhile', async () => {
    const employee = await anEmployee(portal, employer);
    const { access } = await record(employee);
    const since = portal.now();
    for (let i = 0; i < 10; i++) {
      await openFor(employee.id);
      await Accounts.updateOne(
        { _id: employee.id },
        { access: { state: 'blocked', since, before: 'active' } },
      );
      assert.match((await officer.browser.press('Gebruikersnaam versturen')).text, /Er is niets veranderd/);
      await Accounts.updateOne({ _id: employee.id }, { access });
    }
    await openFor(employee.id);
    assert.equal((await officer.browser.press('Gebruikersnaam versturen')).status, 200);
  });

  it('sets two-factor to Nee: the employee logs in with the password only, and may set it up again [V6.4.4]', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, employer);
    await openFor(employee.id);
    assert.match(fact('Tweestapsverificatie actief'), /^Ja, sinds \d/);
    const question = await officer.browser.follow('Op Nee zetten');
    assert.equal(question.heading, 'Tweestapsverificatie op Nee zetten');
    const refused = await officer.browser.press('Op Nee zetten');
    assert.equal(refused.status, 400);
    assert.equal(refused.$('#vastgesteld-fout').text(), 'Stel eerst vast wie dit is, en zet dan een vinkje.');
    assert.equal(refused.$('#reden-fout').text(), 'Schrijf op waarom je dit doet, in 1 tot 200 tekens.');
    assert.equal((await record(employee)).twoFactor.state, 'on');
    await officer.browser.press('Op Nee zetten', {
      Reden: 'telefoon gestolen',
      'Ik heb vastgesteld wie dit is': 'ja',
    });
    assert.equal(fact('Tweestapsverificatie actief'), 'Nee');
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
    assert.equal((await logIn(employee)).path, '/');
    assert.equal(
      (await employee.browser.open('/2-factor-authenticatie')).heading,
      '2 FACTOR AUTHENTICATIE INSTELLEN',
    );
    assert.equal(
      (await portal.letters()).at(-1)?.subject,
      '2 factor authenticatie is uitgezet door je werkgever',
    );
    assert.deepEqual(await log(employee.id), [
      'account-added-with-login',
      'two-factor-on',
      'two-factor-reset',
    ]);
    const entry = await AuditEntries.findOne({ account: employee.id, action: 'two-factor-reset' })
      .orFail()
      .lean();
    assert.equal(entry.identified, true);
    assert.equal(entry.reason, 'telefoon gestolen');
  });

  it('keeps the name of the officer who did it', async () => {
    const employee = await anEmployee(portal, employer);
    await openFor(employee.id);
    await act(officer.browser, 'Blokkeren');
    const entry = await AuditEntries.findOne({ account: employee.id, action: 'access-blocked' })
      .orFail()
      .lean<AuditEntry>();
    assert.equal(entry.actor.name, 'H. de Ruiter');
    assert.equal(entry.employer.toString(), employer);
  });

  it('knows nobody of another employer, at any of its addresses [V8.2.2, V8.3.1]', async () => {
    const stranger = await anEmployeeWithTwoFactor(portal, await anEmployer('Een ander'));
    const own = await anEmployee(portal, employer);
    const before = await record(stranger);
    await openFor(own.id);
    const { token } = officer.browser;
    const base = `/werkgever/werknemers/${stranger.id.toString()}`;
    assert.equal((await officer.browser.open(base)).status, 404);
    assert.equal((await officer.browser.open(`${base}/tweestapsverificatie`)).status, 404);
    for (const action of [
      'toegang-verstrekken',
      'uitnodiging-versturen',
      'blokkeren',
      'deblokkeren',
      'toegang-intrekken',
      'gebruikersnaam-versturen',
      'tweestapsverificatie',
    ]) {
      assert.equal((await officer.browser.post(`${base}/${action}`, { _csrf: token })).status, 404, action);
    }
    assert.deepEqual(await record(stranger), before);
  });

  it('knows nobody by an id that is none, nor an officer by theirs', async () => {
    for (const id of ['1', 'x'.repeat(24), '%00', officer.id.toString()]) {
      assert.equal((await openFor(id)).status, 404, id);
    }
  });

  describe('giving access', () => {
    const invite = async () => {
      const id = await aNewcomer(portal, employer);
      await openFor(id);
      assert.deepEqual(buttons(), ['Toegang verstrekken']);
      assert.equal(fact('Gebruikersnaam'), 'Nog geen');
      await officer.browser.press('Toegang verstrekken');
      const letter = (await portal.letters()).filter(({ to }) => to === 'j.bakker@mail.com').at(-1);
      assert.ok(letter);
      const { pathname } = new URL(letter.links[0] ?? '');
      const username = /Je gebruikersnaam is: (\S+)/.exec(letter.text)?.[1] ?? '';
      return { id, letter, path: pathname, newcomer: { ...elsewhere(portal, officer), id, username } };
    };

    it('sends the username, and a link to choose a password with [V6.3.6]', async () => {
      const { letter, path, newcomer } = await invite();
      assert.equal(letter.subject, 'Je toegang tot het Werknemerloket');
      assert.match(newcomer.username, /^j\.bakker\d*$/);
      assert.equal(fact('Gebruikersnaam'), newcomer.username);
      assert.match(fact('Toegang'), /^Uitgenodigd, sinds/);
      const page = await newcomer.browser.open(path);
      assert.equal(page.heading, 'Kies een wachtwoord');
      assert.equal(page.$('#wachtwoord').attr('autocomplete'), 'new-password');
      const done = await newcomer.browser.press('Wachtwoord opslaan', { Wachtwoord: password });
      assert.equal(done.path, '/inloggen');
      assert.match(done.text, /Je wachtwoord is opgeslagen\. Je kunt nu inloggen\./);
      assert.equal((await logIn(newcomer)).path, '/2-factor-authenticatie');
      assert.equal((await portal.letters()).at(-1)?.subject, 'Je wachtwoord voor het Werknemerloket');
    });

    it('makes another username where the first is taken', async () => {
      const first = await invite();
      const second = await invite();
      assert.notEqual(first.newcomer.username, second.newcomer.username);
    });

    it('uses the link once [V6.4.1]', async () => {
      const { path, newcomer } = await invite();
      await newcomer.browser.open(path);
      const { token } = newcomer.browser;
      await newcomer.browser.press('Wachtwoord opslaan', { Wachtwoord: password });
      const again = await newcomer.browser.open(path);
      assert.equal(again.status, 410);
      assert.equal(again.heading, 'Deze link is al gebruikt');
      const page = await newcomer.browser.post(path, {
        _csrf: token,
        wachtwoord: 'een heel andere lange zin',
      });
      assert.equal(page.status, 410);
      assert.equal((await logIn(newcomer)).path, '/2-factor-authenticatie');
    });

    it('lets one win when two choose a password with the same link at the same moment', async () => {
      const { path, newcomer } = await invite();
      const browsers = Array.from({ length: 5 }, () => elsewhere(portal, officer).browser);
      for (const browser of browsers) await browser.open(path);
      const pages = await Promise.all(
        browsers.map((b, i) => b.press('Wachtwoord opslaan', { Wachtwoord: `${password} ${i}` })),
      );
      assert.deepEqual(pages.map(({ status }) => status).sort(), [200, 410, 410, 410, 410]);
      const winner = pages.findIndex(({ status }) => status === 200);
      assert.equal((await logIn(newcomer, `${password} ${winner}`)).path, '/');
    });

    it('ends the link after 4 days [V6.4.1]', async () => {
      const { path, newcomer } = await invite();
      await portal.pass({ minutes: 4 * 24 * 60 - 1 });
      assert.equal((await newcomer.browser.open(path)).status, 200);
      await portal.pass({ minutes: 1 });
      assert.equal((await newcomer.browser.open(path)).status, 410);
    });

    it('keeps the link when a page from before asks for the first one once more, and says so', async () => {
      const id = await aNewcomer(portal, employer);
      const stale = await openFor(id);
      await officer.browser.press('Toegang verstrekken');
      const letters = await portal.letters();
      officer.browser.page = stale;
      const page = await officer.browser.press('Toegang verstrekken');
      assert.match(page.$('.problems').text(), /Er is niets veranderd/);
      assert.equal((await portal.letters()).length, letters.length);
      const { browser } = elsewhere(portal, officer);
      const { pathname } = new URL(letters.at(-1)?.links[0] ?? '');
      assert.equal((await browser.open(pathname)).heading, 'Kies een wachtwoord');
    });

    it('replaces the link when the invitation is sent again', async () => {
      const { id, path, newcomer } = await invite();
      await openFor(id);
      await officer.browser.press('Uitnodiging opnieuw versturen');
      assert.match(
        notice(),
        /opnieuw een e-mail op j\.bakker@mail\.com, .* De vorige link werkt niet meer\./,
      );
      const letter = (await portal.letters()).at(-1);
      assert.equal((await newcomer.browser.open(path)).status, 410);
      assert.equal((await newcomer.browser.open(new URL(letter?.links[0] ?? '').pathname)).status, 200);
    });

    it('says what to do where the link is too old, was used, or was replaced by a later one', async () => {
      const assertDead = async (path: string, words: RegExp, heading = 'Deze link werkt niet meer') => {
        const page = await elsewhere(portal, officer).browser.open(path);
        assert.deepEqual([page.status, page.heading], [410, heading]);
        assert.match(page.text, words);
      };
      const another = /Je kunt ook een nieuwe e-mail vragen\./;
      const { id, path, newcomer } = await invite();
      await portal.pass({ minutes: 4 * 24 * 60 });
      await assertDead(path, another);
      await logIn(officer);
      await openFor(id);
      await officer.browser.press('Uitnodiging opnieuw versturen');
      await assertDead(path, another);
      const again = new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;
      await newcomer.browser.open(again);
      await newcomer.browser.press('Wachtwoord opslaan', { Wachtwoord: password });
      assert.equal((await logIn(newcomer)).path, '/2-factor-authenticatie');
      await assertDead(again, /Er is al een wachtwoord gekozen\. Log in/, 'Deze link is al gebruikt');
    });

    describe('opened where somebody else is logged in', () => {
      let other: Person;
      const choose = () => other.browser.press('Wachtwoord opslaan', { Wachtwoord: password });

      it('says whose it is, and logs the other out when the password is chosen', async () => {
        const { path, newcomer } = await invite();
        other = await anEmployee(portal, employer);
        await logIn(other);
        const asked = await other.browser.open(path);
        assert.match(asked.text, /Welkom, J\. Bakker\./);
        assert.match(asked.text, /Je bent nu ingelogd als P\. van Wekkers\..* Dan log je uit\./);
        assert.equal(asked.$('#gebruikersnaam').attr('value'), newcomer.username);
        const thief = elsewhere(portal, other);
        for (const [name, value] of other.browser.cookies) thief.browser.cookies.set(name, value);
        const done = await choose();
        assert.equal(done.path, '/inloggen');
        assert.match(done.text, /Je wachtwoord is opgeslagen\. Je kunt nu inloggen\./);
        assert.equal((await thief.browser.open('/')).path, '/inloggen');
        const page = await logIn({ ...newcomer, browser: other.browser });
        assert.equal(page.$('details.person nav p').text(), 'J. Bakker');
      });

      it('ends a login that waits for its code, too', async () => {
        const { path, newcomer } = await invite();
        other = elsewhere(portal, await anEmployeeWithTwoFactor(portal, employer));
        assert.equal((await logIn(other)).path, '/inloggen/verificatie');
        await other.browser.open(path);
        assert.equal((await choose()).path, '/inloggen');
        assert.equal((await other.browser.open('/inloggen/verificatie')).path, '/inloggen');
        assert.equal((await logIn({ ...newcomer, browser: other.browser })).path, '/2-factor-authenticatie');
      });

      it('leaves the other logged in as long as nothing is chosen', async () => {
        const { path } = await invite();
        other = await anEmployee(portal, employer);
        await logIn(other);
        await other.browser.open(path);
        const { status, text } = await other.browser.press('Wachtwoord opslaan');
        assert.equal(status, 400);
        assert.match(text, /Je bent nu ingelogd als P\. van Wekkers\./);
        const home = await other.browser.open('/');
        assert.equal(home.path, '/');
        assert.equal(home.$('details.person nav p').text(), 'P. van Wekkers');
      });
    });

    it('wants a password of 15 to 128 characters, and says so [V6.2.1]', async () => {
      const { path, newcomer } = await invite();
      await newcomer.browser.open(path);
      for (const [typed, words] of [
        ['', 'Vul een wachtwoord in.'],
        ['veertien teken', 'Dit wachtwoord is te kort. Gebruik minstens 15 tekens, bijvoorbeeld een zin.'],
        ['x'.repeat(129), 'Dit wachtwoord is te lang. Gebruik hoogstens 128 tekens.'],
      ] as const) {
        const page = await newcomer.browser.press('Wachtwoord opslaan', { Wachtwoord: typed });
        assert.equal(page.status, 400);
        assert.equal(page.$('#wachtwoord-fout').text(), words);
      }
      assert.equal(
        (await newcomer.browser.press('Wachtwoord opslaan', { Wachtwoord: '🔑 en 13 tekens.' })).path,
        '/inloggen',
      );
    });

    it('keeps the link unreadable in the database and out of the log [V14.2.4, V16.2.5]', async () => {
      const { path, newcomer } = await invite();
      await newcomer.browser.open(path);
      const token = path.split('/').at(-1) ?? '';
      assert.ok(token.length >= 43);
      assert.ok(!(await portal.everythingStored()).includes(token));
      assert.ok(!portal.logged().includes(token));
    });
  });

  it('tells how long an invitation works, when they logged in last, and what happened', async () => {
    const id = await aNewcomer(portal, employer);
    await openFor(id);
    await officer.browser.press('Toegang verstrekken');
    await portal.deps.relay.settled();
    await openFor(id);
    const { $ } = officer.browser.page;
    assert.match($('dl').text(), /De link in de uitnodiging werkt tot \d+ \w+ 20\d\d, \d\d:\d\d\./);
    assert.match($('dl').text(), /Laatst ingelogd\s*Nog nooit/);
    const happened = $('.rows li')
      .toArray()
      .map((li) => squeeze($(li).text()).replace(/, \d+ .*/, ''));
    assert.deepEqual(happened, [
      'Uitgenodigddoor H. de Ruiter',
      'Gegevens toegevoegddoor de beheerder van het Werknemerloket',
    ]);
    await officer.browser.follow('Bekijk alles in het logboek');
    assert.equal(officer.browser.page.$('tbody tr').length, 2);
  });
});
