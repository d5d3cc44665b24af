import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { Accounts } from '../../src/models/account.js';
import { optional, required } from '../../src/models/policy.js';
import { setPolicy } from '../../src/policy/set-policy.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

const other = 'een heel andere lange zin';

describe('changing the password', () => {
  let portal: Portal;
  let employee: Person;

  const change = (who: Person, typed: Record<string, string>) =>
    who.browser.press('Wachtwoord opslaan', {
      'Huidig wachtwoord': password,
      'Nieuw wachtwoord': other,
      ...typed,
    });

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await employee.browser.open('/beveiliging');
    await employee.browser.follow('Wachtwoord wijzigen');
  });
  after(() => portal.close());

  it('takes the old one and the new one [V6.2.2]', async () => {
    const page = await change(employee, {});
    assert.equal(page.path, '/');
    assert.match(page.text, /Je wachtwoord is gewijzigd\. Je bent overal anders uitgelogd\./);
    assert.equal((await logIn(elsewhere(portal, employee))).status, 400);
    assert.equal((await logIn(elsewhere(portal, employee), other)).path, '/');
  });

  it('ends every other login, and keeps this one under a new session [V7.2.4, V7.4.3]', async () => {
    const second = elsewhere(portal, employee);
    await logIn(second);
    const before = employee.browser.cookies.get('sessie');
    await change(employee, {});
    assert.notEqual(employee.browser.cookies.get('sessie'), before);
    assert.equal((await second.browser.open('/')).path, '/inloggen');
    assert.equal((await employee.browser.open('/')).path, '/');
  });

  it('ends a login that waits for its code', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const pending = elsewhere(portal, who);
    await logIn(pending);
    await who.browser.open('/wachtwoord-wijzigen');
    await change(who, { Verificatiecode: codeAt(who.secret, portal.now()) });
    assert.equal((await pending.browser.open('/inloggen/verificatie')).path, '/inloggen');
  });

  it('ends an e-mail address that waits for its confirmation', async () => {
    await employee.browser.open('/e-mailadres-wijzigen');
    await employee.browser.press('E-mail sturen', {
      'Nieuw e-mailadres': 'petra@elders.nl',
      Wachtwoord: password,
    });
    const letter = (await portal.letters()).findLast(({ to }) => to === 'petra@elders.nl');
    const link = new URL(letter?.links[0] ?? '').pathname;
    assert.equal((await employee.browser.open(link)).heading, 'E-mailadres bevestigen');
    const waiting = employee.browser.page;
    await employee.browser.open('/wachtwoord-wijzigen');
    await change(employee, {});
    assert.equal((await employee.browser.open(link)).status, 410);
    await employee.browser.open('/beveiliging');
    const late = await employee.browser.post(waiting.path, { _csrf: employee.browser.token });
    assert.equal(late.status, 410);
    assert.equal((await record(employee)).email, 'p.vanwekkers@mail.com');
  });

  it('tells by letter, and leaves an entry in the log [V6.3.7]', async () => {
    await change(employee, {});
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.subject, 'Je wachtwoord voor het Werknemerloket is gewijzigd');
    assert.match((await employee.browser.open('/beveiliging')).text, /Je wachtwoord is gewijzigd/);
  });

  it('says all that is wrong at once, and changes nothing [V6.2.3]', async () => {
    const { passwordHash } = await record(employee);
    const empty = await change(employee, { 'Huidig wachtwoord': '', 'Nieuw wachtwoord': '' });
    assert.equal(empty.status, 400);
    assert.equal(empty.$('#huidig-wachtwoord-fout').text(), 'Vul je huidige wachtwoord in.');
    assert.equal(empty.$('#nieuw-wachtwoord-fout').text(), 'Vul een wachtwoord in.');
    const wrong = await change(employee, { 'Huidig wachtwoord': other, 'Nieuw wachtwoord': 'te kort' });
    assert.equal(
      wrong.$('#huidig-wachtwoord-fout').text(),
      'Dit is niet je huidige wachtwoord. Vul het opnieuw in.',
    );
    assert.match(wrong.$('#nieuw-wachtwoord-fout').text(), /Gebruik minstens 15 tekens/);
    assert.equal((await record(employee)).passwordHash, passwordHash);
  });

  it('counts wrong old passwords as a login does', async () => {
    for (let tries = 0; tries < 15; tries++) await change(employee, { 'Huidig wachtwoord': other });
    const page = await change(employee, {});
    assert.equal(page.status, 429);
    assert.match(page.text, /Je hebt het te vaak geprobeerd/);
  });

  it('asks a code where two-factor is on, which is spent then [V7.5.1]', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await who.browser.open('/wachtwoord-wijzigen');
    assert.match(
      (await change(who, {})).$('#verificatiecode-fout').text(),
      /Vul de verificatiecode van 6 cijfers in/,
    );
    const wrong = await change(who, { Verificatiecode: wrongCodeAt(who.secret, portal.now()) });
    assert.equal(wrong.status, 400);
    assert.equal((await record(who)).codeTries.wrong, 1);
    const done = await change(who, { Verificatiecode: codeAt(who.secret, portal.now()) });
    assert.equal(done.path, '/');
    const used = elsewhere(portal, who);
    await logIn(used, other);
    const page = await used.browser.press('Inloggen', { Verificatiecode: codeAt(who.secret, portal.now()) });
    assert.match(page.text, /Deze code is al gebruikt/);
  });

  it('of many at once with one code changes it once', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await who.browser.open('/wachtwoord-wijzigen');
    const form = {
      _csrf: who.browser.token,
      'huidig-wachtwoord': password,
      'nieuw-wachtwoord': other,
      verificatiecode: codeAt(who.secret, portal.now()),
    };
    const { version } = await record(who);
    await Promise.all(Array.from({ length: 10 }, () => who.browser.post('/wachtwoord-wijzigen', form)));
    assert.equal((await record(who)).version, version + 1);
  });

  describe('where two-factor is required', () => {
    const short = 'kwak7spons';
    let employer: string;
    let who: Person;

    const relax = () =>
      setPolicy(new Types.ObjectId(employer), { employee: optional }, administrator, portal.now());

    beforeEach(async () => {
      employer = await anEmployer('Wekkers B.V.', undefined, { employee: required });
      who = await anEmployeeWithTwoFactor(portal, employer);
      await who.browser.open('/wachtwoord-wijzigen');
      await change(who, {
        'Nieuw wachtwoord': short,
        Verificatiecode: codeAt(who.secret, portal.now()),
      });
      await portal.pass({ minutes: 1 });
    });

    const logInWithCode = async (typed: string) => {
      await logIn(who, typed);
      return who.browser.press('Inloggen', { Verificatiecode: codeAt(who.secret, portal.now()) });
    };

    it('asks 8 characters only [V6.2.1]', async () => {
      who = elsewhere(portal, who);
      assert.equal((await logInWithCode(short)).path, '/');
      const page = await who.browser.open('/wachtwoord-wijzigen');
      assert.match(page.text, /Gebruik minstens 8 tekens/);
      const refused = await change(who, { 'Huidig wachtwoord': short, 'Nieuw wachtwoord': 'zevenen' });
      assert.match(refused.$('#nieuw-wachtwoord-fout').text(), /Gebruik minstens 8 tekens/);
    });

    it('no more, a short password is to be changed at the next login', async () => {
      await relax();
      who = elsewhere(portal, who);
      const page = await logInWithCode(short);
      assert.equal(page.heading, 'Wachtwoord wijzigen');
      assert.match(page.text, /Daarom moet je wachtwoord langer zijn\./);
      for (const path of ['/', '/beveiliging', '/2-factor-authenticatie'])
        assert.equal((await who.browser.open(path)).path, '/wachtwoord-wijzigen', path);
      await portal.pass({ minutes: 1 });
      const done = await change(who, {
        'Huidig wachtwoord': short,
        Verificatiecode: codeAt(who.secret, portal.now()),
      });
      assert.equal(done.path, '/');
      assert.equal((await who.browser.open('/beveiliging')).path, '/beveiliging');
    });

    it('no more, a long password stays', async () => {
      await Accounts.updateOne({ _id: who.id }, { passwordHash: await portal.deps.passwords.hash(password) });
      await relax();
      who = elsewhere(portal, who);
      assert.equal((await logInWithCode(password)).path, '/');
    });
  });
});
