import assert from 'node:assert/strict';
import { Accounts } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

describe('recovery codes', () => {
  let portal: Portal;
  let employee: Person;
  let codes: string[];

  const shown = () => {
    const { $ } = employee.browser.page;
    return $('.recovery-codes li')
      .toArray()
      .map((li) => $(li).text().trim());
  };
  const use = (who: Person, code: string) => who.browser.press('Inloggen', { Herstelcode: code });
  const code = () => codeAt(employee.secret, portal.now());
  const firstHash = async () => (await record(employee)).recovery?.hashes.slice(0, 1);
  const letters = async () => (await portal.letters()).map(({ subject }) => subject);

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await setUpTwoFactor(portal, employee);
    codes = shown();
    await portal.pass({ minutes: 1 });
  });
  after(() => portal.close());

  it('are shown after activation: ten of 16 letters in groups of four', () => {
    assert.equal(employee.browser.page.heading, 'Herstelcodes');
    assert.match(employee.browser.page.text, /2 factor authenticatie is voor jou geactiveerd\./);
    assert.equal(new Set(codes).size, 10);
    for (const one of codes) assert.match(one, /^([A-HJKMNP-TV-Z2-9]{4} ){3}[A-HJKMNP-TV-Z2-9]{4}$/);
  });

  it('are not shown again once the person keeps them', async () => {
    const page = await employee.browser.press('Ik heb deze codes bewaard');
    assert.equal(page.path, '/');
    assert.doesNotMatch(page.text, /herstelcode(s)? hebt bewaard\. Maak/);
    assert.equal(
      (await employee.browser.open('/2-factor-authenticatie/herstelcodes')).heading,
      'Nieuwe herstelcodes',
    );
  });

  it('can be looked at again from the home page by who goes on without keeping them', async () => {
    const page = await employee.browser.follow('Verder');
    assert.equal(page.path, '/');
    assert.match(page.text, /Je hebt nog niet gezegd dat je je herstelcodes hebt bewaard\./);
    await employee.browser.follow('Herstelcodes bekijken');
    assert.deepEqual(shown(), codes);
    assert.doesNotMatch((await employee.browser.press('Ik heb deze codes bewaard')).text, /nog niet gezegd/);
  });

  it('and a new phone are explained, with the way back for who is logged in', async () => {
    const page = await employee.browser.open('/uitleg');
    assert.match(page.text, /Kies op de beginpagina Nieuwe telefoon instellen\./);
    await employee.browser.follow('Naar 2 factor authenticatie');
    assert.equal(employee.browser.page.heading, '2 FACTOR AUTHENTICATIE UITSCHAKELEN');
    const nobody = elsewhere(portal, employee);
    assert.doesNotMatch((await nobody.browser.open('/uitleg')).text, /Naar 2 factor/);
  });

  it('that are shown no more are kept, or replaced, from the home page', async () => {
    await portal.pass({ minutes: 15 });
    await employee.browser.open('/');
    await portal.pass({ minutes: 14 });
    const page = await employee.browser.open('/');
    assert.doesNotMatch(page.text, /Herstelcodes bekijken/);
    const kept = await employee.browser.press('Ik heb ze wel bewaard');
    assert.match(kept.text, /Goed dat je de herstelcodes hebt bewaard\./);
    assert.doesNotMatch(kept.text, /nog niet gezegd/);
    employee.browser.page = page;
    await employee.browser.follow('Nieuwe herstelcodes maken');
    const renew = await employee.browser.press('Verder', { Wachtwoord: password });
    assert.equal(renew.heading, 'Nieuwe herstelcodes');
  });

  it('log somebody in without their phone, in any order, each once, and a letter tells so', async () => {
    const last = codes.at(-1) ?? '';
    const who = elsewhere(portal, employee);
    await logIn(who);
    const home = await use(who, last.toLowerCase().replace(/ /g, '-'));
    assert.equal(home.path, '/');
    assert.match(home.$('.notice').text(), /^Je bent ingelogd met een herstelcode\..* Je hebt er nog 9\.$/);
    assert.equal((await letters()).at(-1), 'Er is een herstelcode gebruikt');
    const again = elsewhere(portal, employee);
    await logIn(again);
    const page = await use(again, last);
    assert.equal(page.status, 400);
    assert.match(
      page.$('#herstelcode-fout').text(),
      /Deze herstelcode klopt niet, of je hebt hem al gebruikt\./,
    );
    assert.equal(page.$('details.other-way[open]').length, 1);
    assert.equal((await use(again, codes[0] ?? '')).path, '/');
  });

  it('say that they were used on whatever page somebody lands', async () => {
    const who = elsewhere(portal, employee);
    await who.browser.open('/beveiliging');
    await who.browser.press('Inloggen', { Gebruikersnaam: employee.username, Wachtwoord: password });
    await Accounts.updateOne({ _id: employee.id }, { 'recovery.hashes': await firstHash() });
    const page = await use(who, codes[0] ?? '');
    assert.equal(page.path, '/beveiliging');
    assert.match(page.$('.notice').text(), /Het was je laatste\. Maak nieuwe\.$/);
  });

  it('work once when one comes ten times at the same moment', async () => {
    const browsers = Array.from({ length: 10 }, () => elsewhere(portal, employee));
    for (const who of browsers) await logIn(who);
    const pages = await Promise.all(browsers.map((who) => use(who, codes[0] ?? '')));
    assert.equal(pages.filter(({ path }) => path === '/').length, 1);
    assert.equal((await record(employee)).recovery?.hashes.length, 9);
  });

  it('of somebody else do not work', async () => {
    const other = await anEmployee(portal, await anEmployer());
    await logIn(other);
    await setUpTwoFactor(portal, other);
    await portal.pass({ minutes: 1 });
    const who = elsewhere(portal, other);
    await logIn(who);
    assert.equal((await use(who, codes[0] ?? '')).status, 400);
  });

  it('work while codes are locked, and end the lock', async () => {
    const who = elsewhere(portal, employee);
    for (let i = 0; i < 10; i++) {
      if (i % 4 === 0) await logIn(who);
      await who.browser.press('Inloggen', { Verificatiecode: wrongCodeAt(employee.secret, portal.now()) });
    }
    await logIn(who);
    assert.equal((await who.browser.press('Inloggen', { Verificatiecode: code() })).status, 429);
    assert.equal((await use(who, codes[0] ?? '')).path, '/');
    await who.browser.press('Uitloggen');
    await logIn(who);
    assert.equal((await who.browser.press('Inloggen', { Verificatiecode: code() })).path, '/');
  });

  it('have a count of their own: ten a day [V2.3.2]', async () => {
    const who = elsewhere(portal, employee);
    await logIn(who);
    for (let i = 0; i < 10; i++) assert.equal((await use(who, 'ABCD EFGH JKMN PQRS')).status, 400);
    assert.equal((await use(who, codes[0] ?? '')).status, 429);
  });

  it('that have a letter which is in none say so, and are not counted', async () => {
    const who = elsewhere(portal, employee);
    await logIn(who);
    const mistaken = (codes[0] ?? '').replace(/^./, 'O');
    for (let i = 0; i < 11; i++) {
      const page = await use(who, mistaken);
      assert.match(page.$('#herstelcode-fout').text(), /geen I, L, O, U, 0 of 1\./);
      assert.match(page.$('#herstelcode-hint').text(), /zonder I, L, O, U, 0 en 1\./);
    }
    assert.equal((await use(who, codes[0] ?? '')).path, '/');
  });

  it('that cannot be one are not counted', async () => {
    const who = elsewhere(portal, employee);
    await logIn(who);
    for (let i = 0; i < 11; i++) {
      assert.match(
        (await use(who, 'ABCD')).text,
        /Een herstelcode heeft 16 letters en cijfers\. Vul de hele code in\./,
      );
    }
    assert.equal((await use(who, codes[0] ?? '')).path, '/');
  });

  it('run low with a warning at three', async () => {
    await employee.browser.press('Ik heb deze codes bewaard');
    for (const [i, one] of codes.slice(0, 7).entries()) {
      const { text } = employee.browser.page;
      assert.doesNotMatch(text, /herstelcodes?\. Maak nieuwe/, `${i} used`);
      const who = elsewhere(portal, employee);
      await logIn(who);
      const told = (await use(who, one)).$('.notice').text();
      assert.equal(told.includes('Maak nieuwe'), i === 6, told);
      await employee.browser.open('/');
    }
    assert.match(employee.browser.page.text, /Je hebt nog 3 herstelcodes\. Maak nieuwe/);
  });

  it('are replaced by new ones on request, after a code', async () => {
    await employee.browser.open('/2-factor-authenticatie/nieuwe-herstelcodes');
    await employee.browser.press('Nieuwe herstelcodes maken', { Verificatiecode: code() });
    const fresh = shown();
    assert.equal(fresh.length, 10);
    assert.equal((await letters()).at(-1), 'Je hebt nieuwe herstelcodes');
    const who = elsewhere(portal, employee);
    await logIn(who);
    assert.equal((await use(who, codes[0] ?? '')).status, 400);
    assert.equal((await use(who, fresh[0] ?? '')).path, '/');
  });

  it('switch two-factor off too, and are gone with it', async () => {
    await employee.browser.open('/2-factor-authenticatie');
    const page = await employee.browser.press('Toepassen', { Herstelcode: codes[0] ?? '' });
    assert.match(page.text, /2 factor authenticatie is uitgeschakeld/);
    assert.equal((await record(employee)).recovery, undefined);
    // Both of one press of a button: they go out at the same time.
    assert.deepEqual((await letters()).slice(-2).sort(), [
      '2 factor authenticatie staat uit',
      'Er is een herstelcode gebruikt',
    ]);
  });

  it('and all other forms of two-factor say so in a second tab, once it is off', async () => {
    for (const path of ['nieuwe-telefoon', 'nieuwe-herstelcodes', 'uitschakelen']) {
      const tab = await employee.browser.open(`/2-factor-authenticatie/${path}`);
      const button = path === 'nieuwe-herstelcodes' ? 'Nieuwe herstelcodes maken' : 'Toepassen';
      await employee.browser.open('/2-factor-authenticatie');
      await employee.browser.press('Toepassen', { Verificatiecode: code() });
      employee.browser.page = tab;
      const page = await employee.browser.press(button);
      assert.equal(page.path, '/', path);
      assert.match(page.$('.problems').text(), /Dit kan niet meer: 2 factor authenticatie staat nu uit\./);
      await employee.browser.open('/2-factor-authenticatie');
      await employee.browser.press('Verder', { Wachtwoord: password });
      employee.secret = employee.browser.page.$('.key').text();
      await employee.browser.press('Toepassen', { Verificatiecode: code() });
      await portal.pass({ minutes: 1 });
    }
  });

  it('are readable nowhere in the database [V14.2.4]', async () => {
    const stored = await portal.everythingStored();
    for (const one of codes) assert.ok(!stored.includes(one) && !stored.includes(one.replace(/ /g, '')));
  });

  describe('and a new phone', () => {
    const open = async () => {
      const page = await employee.browser.open('/2-factor-authenticatie/nieuwe-telefoon');
      return page.$('.key').text();
    };
    const apply = (fields: Record<string, string>) => employee.browser.press('Toepassen', fields);
    const bothCodes = (fresh: string) => ({
      'Verificatiecode van je oude telefoon': code(),
      'Verificatiecode van je nieuwe telefoon': codeAt(fresh, portal.now()),
    });

    it('takes over with a code of the old and one of the new [V6.5.6]', async () => {
      const fresh = await open();
      assert.equal(employee.browser.page.heading, 'Nieuwe telefoon');
      const page = await apply(bothCodes(fresh));
      assert.match(page.text, /Je nieuwe telefoon werkt nu/);
      assert.equal((await letters()).at(-1), '2 factor authenticatie staat op een nieuwe telefoon');
      await portal.pass({ minutes: 1 });
      const who = elsewhere(portal, employee);
      await logIn(who);
      assert.equal((await who.browser.press('Inloggen', { Verificatiecode: code() })).status, 400);
      assert.equal(
        (await who.browser.press('Inloggen', { Verificatiecode: codeAt(fresh, portal.now()) })).path,
        '/',
      );
    });

    it('asks the password when it was last given 5 minutes ago, and shows its key until the form is sent', async () => {
      const fresh = await open();
      await portal.pass({ minutes: 5 });
      assert.equal(await open(), fresh);
      const later = elsewhere(portal, employee);
      await logIn(later);
      await later.browser.press('Inloggen', { Verificatiecode: code() });
      await portal.pass({ minutes: 5 });
      await later.browser.open('/2-factor-authenticatie/nieuwe-telefoon');
      assert.equal(later.browser.page.heading, 'Vul je wachtwoord in');
      const page = await later.browser.press('Verder', { Wachtwoord: password });
      assert.equal(page.heading, 'Nieuwe telefoon');
    });

    it('takes over with a recovery code, where the old one is lost', async () => {
      const fresh = await open();
      const page = await apply({
        Herstelcode: codes[0] ?? '',
        'Verificatiecode van je nieuwe telefoon': codeAt(fresh, portal.now()),
      });
      assert.match(page.text, /Je nieuwe telefoon werkt nu/);
      assert.equal((await record(employee)).recovery?.hashes.length, 9);
    });

    it('takes over with a recovery code while codes are locked', async () => {
      const fresh = await open();
      const until = new Date(portal.now().getTime() + 60_000);
      await Accounts.updateOne({ _id: employee.id }, { codeTries: { wrong: 10, lockedUntil: until } });
      assert.equal((await apply(bothCodes(fresh))).status, 429);
      const page = await apply({
        Herstelcode: codes[0] ?? '',
        'Verificatiecode van je nieuwe telefoon': codeAt(fresh, portal.now()),
      });
      assert.match(page.text, /Je nieuwe telefoon werkt nu/);
    });

    it('does not take over when either code is wrong, and the old one goes on', async () => {
      const fresh = await open();
      const wrongOld = {
        ...bothCodes(fresh),
        'Verificatiecode van je oude telefoon': wrongCodeAt(employee.secret, portal.now()),
      };
      assert.match(
        (await apply(wrongOld)).$('#verificatiecode-fout').text(),
        /^Oude telefoon: .* klopt niet/,
      );
      const wrongNew = {
        ...bothCodes(fresh),
        'Verificatiecode van je nieuwe telefoon': wrongCodeAt(fresh, portal.now()),
      };
      const page = await apply(wrongNew);
      assert.match(page.$('#nieuwe-code-fout').text(), /^Nieuwe telefoon: .* klopt niet/);
      assert.match(page.$('.problems').text(), /Nieuwe telefoon: /);
      const empty = await apply({});
      assert.match(empty.$('#verificatiecode-fout').text(), /^Oude telefoon: .* 6 cijfers/);
      assert.match(empty.$('#nieuwe-code-fout').text(), /^Nieuwe telefoon: .* 6 cijfers/);
      const short = await apply({ Herstelcode: 'ABCD' });
      assert.match(short.$('#herstelcode-fout').text(), /^Een herstelcode heeft 16/);
      const who = elsewhere(portal, employee);
      await logIn(who);
      assert.equal((await who.browser.press('Inloggen', { Verificatiecode: code() })).path, '/');
    });

    it('ends all other sessions', async () => {
      const other = elsewhere(portal, employee);
      await logIn(other);
      await other.browser.press('Inloggen', { Verificatiecode: code() });
      await portal.pass({ minutes: 1 });
      await apply(bothCodes(await open()));
      assert.equal((await other.browser.open('/')).path, '/inloggen');
      assert.equal((await employee.browser.open('/')).path, '/');
    });
  });
});
