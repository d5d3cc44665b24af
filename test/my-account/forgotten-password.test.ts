import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import mongoose from 'mongoose';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { PasswordRequests } from '../../src/models/password-request.js';
import { answerRequests, askForPassword } from '../../src/my-account/forgotten-password.js';
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

const fresh = 'een zin die ik nu wel onthoud';

describe('a forgotten password', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal({ PASSWORD_REQUESTS_PER_ADDRESS: '1000' });
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer(), { email: `werknemer${Math.random()}@mail.com` });
    await portal.deps.relay.bring(employee.id);
  });
  after(() => portal.close());

  const ask = async (name: string) => {
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    await browser.follow('Wachtwoord vergeten?');
    return browser.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': name });
  };
  /** The letters that asking brought. */
  const lettersFor = async (name: string) => {
    const before = (await portal.letters()).length;
    await ask(name);
    return (await portal.letters()).slice(before);
  };
  const linkFor = async (name: string) => {
    const [letter] = await lettersFor(name);
    return new URL(letter?.links[0] ?? '').pathname;
  };
  const choose = async (link: string, typed = fresh) => {
    const browser = new Browser(portal.app);
    await browser.open(link);
    return browser.press('Wachtwoord opslaan', { 'Nieuw wachtwoord': typed });
  };

  it('is replaced with a link from a letter', async () => {
    const page = await choose(await linkFor(employee.username));
    assert.equal(page.path, '/inloggen');
    assert.match(page.text, /Je nieuwe wachtwoord is opgeslagen\./);
    assert.equal((await logIn(elsewhere(portal, employee))).status, 400);
    assert.equal((await logIn(elsewhere(portal, employee), fresh)).path, '/');
  });

  it('says what was done in a browser whose login has ended, too', async () => {
    const { browser } = employee;
    await logIn(employee);
    await Accounts.updateOne({ _id: employee.id }, { $set: { logins: [] } });
    assert.match((await browser.open('/inloggen')).text, /Je bent niet meer ingelogd\./);
    await browser.follow('Wachtwoord vergeten?');
    const name = { 'Gebruikersnaam of e-mailadres': employee.username };
    assert.match((await browser.press('E-mail sturen', name)).text, /Kennen we je\?/);
  });

  it('is the way in while a stranger guesses every minute, in any browser [V6.3.1]', async () => {
    const guess = async () => logIn(elsewhere(portal, employee), 'een verkeerde lange zin');
    for (let i = 0; i < 6; i++) await guess();
    assert.equal((await logIn(employee)).status, 429);
    const { browser } = employee;
    await browser.open(await linkFor(employee.username));
    await browser.press('Wachtwoord opslaan', { 'Nieuw wachtwoord': fresh });
    assert.equal((await logIn(employee, fresh)).path, '/');
  });

  it('gets the same answer for whoever asks, and a letter for who is known [V6.3.8]', async () => {
    const answers = await Promise.all([employee.username, 'niemand', 'niemand@nergens.nl'].map(ask));
    assert.equal(new Set(answers.map(({ status, path, text }) => `${status} ${path} ${text}`)).size, 1);
    assert.match(answers[0]?.text ?? '', /Kennen we je\? Dan krijg je binnen een paar minuten een e-mail\./);
    assert.deepEqual(await lettersFor('niemand'), []);
  });

  it('is looked for only once the answer has left, so that its time does not tell who is known [V6.3.8]', async () => {
    const events: string[] = [];
    const answered = (message: unknown) => {
      if ((message as { request: IncomingMessage }).request.method === 'POST') events.push('answered');
    };
    subscribe('http.server.response.finish', answered);
    mongoose.set('debug', (collection: string, method: string) => {
      if (collection === PasswordRequests.collection.collectionName && method === 'deleteMany')
        events.push('looked for');
    });
    try {
      await ask(employee.username);
      await portal.deps.relay.settled();
    } finally {
      mongoose.set('debug', false);
      unsubscribe('http.server.response.finish', answered);
    }
    assert.equal(events[0], 'answered');
    assert.ok(events.includes('looked for'));
  });

  it('is asked with the e-mail address too, however it is typed', async () => {
    const { email } = await record(employee);
    assert.equal((await lettersFor(` ${email.toUpperCase()} `)).length, 1);
    assert.equal((await lettersFor(` ${employee.username.toUpperCase()}`)).length, 1);
  });

  it('asks to fill something in', async () => {
    const page = await ask(' ');
    assert.equal(page.status, 400);
    assert.equal(page.$('#naam-fout').text(), 'Vul je gebruikersnaam of e-mailadres in.');
  });

  it('of somebody with several accounts on one address: one letter, which names each', async () => {
    const { email } = await record(employee);
    const other = await anEmployee(portal, await anEmployer('Bakkerij De Korenaar'), { email });
    const [letter, ...more] = await lettersFor(email);
    assert.deepEqual(more, []);
    assert.equal(letter?.links.length, 2);
    assert.match(letter.text, new RegExp(`Gebruikersnaam ${employee.username}, bij Wekkers B\\.V\\.:`));
    assert.match(letter.text, new RegExp(`Gebruikersnaam ${other.username}, bij Bakkerij De Korenaar:`));
    assert.match(letter.text, /groet,\nhet Werknemerloket\n/);
    await choose(new URL(letter.links[1] ?? '').pathname);
    assert.equal((await logIn(elsewhere(portal, other), fresh)).path, '/');
    assert.equal((await logIn(elsewhere(portal, employee))).path, '/');
  });

  it('works for officers, who are asked the code too', async () => {
    const officer = await anOfficer(portal, await anEmployer());
    await logIn(officer);
    await setUpTwoFactor(portal, officer);
    await portal.pass({ minutes: 1 });
    await choose(await linkFor(officer.username));
    assert.equal((await officer.browser.open('/')).path, '/inloggen');
    assert.equal((await logIn(officer, fresh)).path, '/inloggen/verificatie');
    const code = codeAt(officer.secret, portal.now());
    assert.equal((await officer.browser.press('Inloggen', { Verificatiecode: code })).path, '/');
  });

  it('does not switch two-factor off: the code is asked afterwards [V6.4.3]', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await choose(await linkFor(who.username));
    assert.equal((await who.browser.open('/')).path, '/inloggen');
    assert.equal((await logIn(who, fresh)).path, '/inloggen/verificatie');
    const code = codeAt(who.secret, portal.now());
    assert.equal((await who.browser.press('Inloggen', { Verificatiecode: code })).path, '/');
  });

  describe('the link', () => {
    it('works once', async () => {
      const link = await linkFor(employee.username);
      await choose(link);
      const page = await new Browser(portal.app).open(link);
      assert.equal(page.status, 410);
      assert.match(page.text, /Vraag op de inlogpagina een nieuwe aan/);
    });

    it('works once, also for two at the same moment', async () => {
      const link = await linkFor(employee.username);
      const browsers = Array.from({ length: 5 }, () => new Browser(portal.app));
      for (const browser of browsers) await browser.open(link);
      const pages = await Promise.all(
        browsers.map((browser, i) =>
          browser.press('Wachtwoord opslaan', { 'Nieuw wachtwoord': `${fresh} ${i}` }),
        ),
      );
      assert.deepEqual(pages.map(({ status }) => status).sort(), [200, 410, 410, 410, 410]);
    });

    for (const [where, whoIsThere] of [
      ['where its owner is logged in', () => Promise.resolve(employee)],
      ['where somebody else is logged in', async () => anEmployee(portal, await anEmployer('Ander B.V.'))],
    ] as const) {
      it(`opened ${where}: says whose it is, and that login ends`, async () => {
        const { browser, ...who } = await whoIsThere();
        await logIn({ browser, ...who });
        const link = await linkFor(employee.username);
        const asked = await browser.open(link);
        assert.match(asked.text, /Je bent nu ingelogd als P\. van Wekkers\..* Dan log je uit\./);
        assert.equal(asked.$('#gebruikersnaam').attr('value'), employee.username);
        const done = await browser.press('Wachtwoord opslaan', { 'Nieuw wachtwoord': fresh });
        assert.equal(done.path, '/inloggen');
        assert.match(done.text, /Je nieuwe wachtwoord is opgeslagen\./);
        assert.doesNotMatch(done.text, /Je bent niet meer ingelogd/);
        assert.deepEqual((await record(who)).logins, []);
        assert.equal((await logIn({ ...employee, browser }, fresh)).path, '/');
      });
    }

    it('works for 30 minutes', async () => {
      const link = await linkFor(employee.username);
      await portal.pass({ minutes: 29 });
      assert.equal((await new Browser(portal.app).open(link)).status, 200);
      await portal.pass({ minutes: 1 });
      assert.equal((await new Browser(portal.app).open(link)).status, 410);
    });

    it('ends with the password that it replaces', async () => {
      const link = await linkFor(employee.username);
      await logIn(employee);
      await employee.browser.open('/wachtwoord-wijzigen');
      await employee.browser.press('Wachtwoord opslaan', {
        'Huidig wachtwoord': password,
        'Nieuw wachtwoord': fresh,
      });
      assert.equal((await new Browser(portal.app).open(link)).status, 410);
    });

    it('asks as much of a password as any page does', async () => {
      const page = await choose(await linkFor(employee.username), 'kort');
      assert.equal(page.status, 400);
      assert.match(page.text, /Gebruik minstens 15 tekens/);
    });

    it('is unreadable in the database and absent from the log [V14.2.4, V16.2.5]', async () => {
      const token = (await linkFor(employee.username)).split('/').at(-1) ?? '';
      await choose(`/wachtwoord-vergeten/${token}`);
      assert.ok(!(await portal.everythingStored()).includes(token));
      assert.ok(!portal.logged().includes(token));
    });
  });

  it('leaves entries in the log, and a letter that somebody else’s hand can be stopped with', async () => {
    await choose(await linkFor(employee.username));
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.subject, 'Je hebt een nieuw wachtwoord voor het Werknemerloket');
    assert.match(letter.links[0] ?? '', /\/was-jij-dit-niet\//);
    const actions = (await AuditEntries.find({ account: employee.id }).lean()).map(({ action }) => action);
    assert.deepEqual(actions.sort(), ['account-added-with-login', 'password-forgotten', 'password-reset']);
  });

  it('is told on the page Beveiliging as asked on the login page, by whomever', async () => {
    await ask(employee.username);
    await portal.letters();
    await logIn(employee);
    const { text } = await employee.browser.open('/beveiliging');
    assert.match(text, /gevraagd op de inlogpagina, vanaf 127\.0\.0\.1/);
    assert.doesNotMatch(text, /Er is om een nieuw wachtwoord gevraagd.{0,40}door jou/);
  });

  it('brings three letters a day for one account, and the answer stays the same [V2.4.1]', async () => {
    for (let asked = 0; asked < 3; asked++) assert.equal((await lettersFor(employee.username)).length, 1);
    assert.deepEqual(await lettersFor(employee.username), []);
    assert.equal((await ask(employee.username)).path, '/inloggen');
    await portal.pass({ minutes: 24 * 60 });
    assert.equal((await lettersFor(employee.username)).length, 1);
  });

  it('brings letters to its owner still, after a stranger elsewhere used up theirs', async () => {
    const from = (address: string) => askForPassword(portal.deps, employee.username, { address });
    const before = (await portal.letters()).length;
    const came = async () => {
      await answerRequests(portal.deps);
      return (await portal.letters()).length - before;
    };
    for (let asked = 0; asked < 9; asked++) await from(`2001:db8:1:1::${asked}`);
    assert.equal(await came(), 3);
    assert.equal((await lettersFor(employee.username)).length, 1);
    for (let asked = 0; asked < 20; asked++) await from(`192.0.2.${asked}`);
    assert.equal(await came(), 15);
  });

  it('brings nothing to who has no access', async () => {
    await Accounts.updateOne(
      { _id: employee.id },
      { access: { state: 'blocked', since: portal.now(), before: 'active' } },
    );
    assert.deepEqual(await lettersFor(employee.username), []);
  });

  it('is answered by the sweep, once, when the process that was asked is killed', async () => {
    await askForPassword(portal.deps, employee.username, { address: '192.0.2.7' });
    const [asked] = await PasswordRequests.find().lean();
    assert.ok(asked && !JSON.stringify(asked).includes(employee.username));
    const before = (await portal.letters()).length;
    await Promise.all([answerRequests(portal.deps), answerRequests(portal.deps)]);
    await PasswordRequests.create(asked);
    await answerRequests(portal.deps);
    assert.equal((await portal.letters()).length, before + 1);
    assert.equal(await PasswordRequests.countDocuments(), 0);
  });
});

describe('a request for a new password', () => {
  let portal: Portal;
  let employee: Person;

  beforeEach(async () => {
    portal = await startPortal();
    employee = await anEmployee(portal, await anEmployer());
    await portal.deps.relay.bring(employee.id);
  });
  afterEach(() => portal.close());

  const letters = async () =>
    (await portal.letters()).filter(({ subject }) => subject.startsWith('Een nieuw wachtwoord')).length;

  it('is counted once, also by several processes at a time', async () => {
    await PasswordRequests.deleteMany({});
    await askForPassword(portal.deps, employee.username, { address: '192.0.2.7' });
    await Promise.all([1, 2, 3, 4].map(() => answerRequests(portal.deps)));
    for (let asked = 0; asked < 2; asked++) {
      await askForPassword(portal.deps, employee.username, { address: '192.0.2.7' });
      await answerRequests(portal.deps);
    }
    assert.equal(await letters(), 3);
  });

  it('that cannot be read keeps no other, and no letter, waiting, and is thrown away after a day', async () => {
    await PasswordRequests.deleteMany({});
    await PasswordRequests.create({
      name: 'weg.a.b.c',
      from: { address: '192.0.2.7' },
      at: portal.now(),
      due: portal.now(),
    });
    await askForPassword(portal.deps, employee.username, { address: '192.0.2.7' });
    await answerRequests(portal.deps);
    assert.equal(await letters(), 1);
    assert.match(portal.logged(), /request for a password not answered/);
    await portal.pass({ minutes: 24 * 60 });
    await answerRequests(portal.deps);
    assert.equal(await PasswordRequests.countDocuments(), 0);
  });
});

describe('asking for a new password', () => {
  it('is possible twenty times an hour from one address [V2.4.1]', async () => {
    const portal = await startPortal();
    const browser = new Browser(portal.app);
    const ask = async () => {
      await browser.open('/wachtwoord-vergeten');
      return browser.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': 'niemand' });
    };
    for (let asked = 0; asked < 20; asked++) assert.equal((await ask()).status, 200);
    const page = await ask();
    assert.equal(page.status, 429);
    assert.match(page.text, /Probeer het over 1 uur opnieuw\./);
    await portal.close();
  });
});
