import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
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

const old = 'p.vanwekkers@mail.com';
const fresh = 'petra@elders.nl';

describe('changing the e-mail address', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
    await portal.deps.relay.bring(employee.id);
    await logIn(employee);
    await employee.browser.open('/beveiliging');
    await employee.browser.follow('E-mailadres wijzigen');
  });
  after(() => portal.close());

  const ask = (who: Person, typed: Record<string, string> = {}) =>
    who.browser.press('E-mail sturen', { 'Nieuw e-mailadres': fresh, Wachtwoord: password, ...typed });

  /** Asks, and reads what came of it: the letter to the old address, and the one to the new. */
  async function letters(who = employee, typed: Record<string, string> = {}) {
    const before = (await portal.letters()).length;
    const page = await ask(who, typed);
    const all = (await portal.letters()).slice(before);
    const to = (address: string) => all.find((letter) => letter.to === address);
    return { page, atOld: to(old), atNew: to(fresh), all };
  }
  const pathIn = (letter: { links: string[] } | undefined) => new URL(letter?.links[0] ?? '').pathname;

  const confirm = async (path: string, { browser } = employee) => {
    await browser.open(path);
    return browser.press('Bevestigen');
  };

  it('counts when it is confirmed at the new address, and not before', async () => {
    const { page, atNew } = await letters();
    assert.equal(page.path, '/beveiliging');
    assert.match(page.text, /Je krijgt een e-mail op petra@elders\.nl\. Klik op de link daarin\./);
    assert.equal((await record(employee)).email, old);
    const done = await confirm(pathIn(atNew));
    assert.equal(done.heading, 'Je e-mailadres is gewijzigd');
    assert.equal((await record(employee)).email, fresh);
    assert.match((await employee.browser.open('/beveiliging')).text, /petra@elders\.nl/);
  });

  it('is confirmed by its owner alone, who logs in first, with a code, and lands on the page for it', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await who.browser.open('/e-mailadres-wijzigen');
    const { atNew } = await letters(who, { Verificatiecode: codeAt(who.secret, portal.now()) });
    const phone = elsewhere(portal, who);
    assert.equal((await phone.browser.open(pathIn(atNew))).path, '/inloggen');
    const token = pathIn(atNew).split('/').at(-1) ?? '';
    assert.ok(!(await portal.everythingStored()).includes(token));
    await phone.browser.press('Inloggen', { Gebruikersnaam: who.username, Wachtwoord: password });
    await portal.pass({ minutes: 1 });
    const page = await phone.browser.press('Inloggen', { Verificatiecode: codeAt(who.secret, portal.now()) });
    assert.deepEqual([page.path, page.heading], [pathIn(atNew), 'E-mailadres bevestigen']);
    await phone.browser.press('Bevestigen');
    assert.equal((await record(who)).email, fresh);
  });

  it('keeps its link readable nowhere, whatever somebody logs in with on the way', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await who.browser.open('/2-factor-authenticatie/herstelcodes');
    const code = who.browser.page.$('.recovery-codes li').first().text();
    await who.browser.open('/e-mailadres-wijzigen');
    const { atNew } = await letters(who, { Verificatiecode: codeAt(who.secret, portal.now()) });
    const phone = elsewhere(portal, who);
    await phone.browser.open(pathIn(atNew));
    await phone.browser.press('Inloggen', { Gebruikersnaam: who.username, Wachtwoord: password });
    const page = await phone.browser.press('Inloggen', { Herstelcode: code });
    assert.equal(page.path, pathIn(atNew));
    assert.match(page.$('.notice').text(), /^Je bent ingelogd met een herstelcode/);
    const token = pathIn(atNew).split('/').at(-1) ?? '';
    assert.ok(!(await portal.everythingStored()).includes(token));
  });

  it('lets its owner in, to the home page, when the key that kept its link was replaced meanwhile', async () => {
    const who = await anEmployee(portal, await anEmployer());
    await logIn(who);
    await who.browser.open('/e-mailadres-wijzigen');
    const { atNew } = await letters(who);
    const phone = elsewhere(portal, who);
    await phone.browser.open(pathIn(atNew));
    const sessions = mongoose.connection.collection('sessions');
    for (const one of await sessions.find({ 'session.wanted.sealed': { $exists: true } }).toArray()) {
      const { sealed } = (one.session as { wanted: { sealed: string } }).wanted;
      const gone = sealed.replace(/^[^.:]+/, 'weg');
      await sessions.updateOne({ _id: one._id }, { $set: { 'session.wanted.sealed': gone } });
    }
    const page = await phone.browser.press('Inloggen', {
      Gebruikersnaam: who.username,
      Wachtwoord: password,
    });
    assert.deepEqual([page.status, page.path], [200, '/']);
  });

  it('is not confirmed by who reads a mistyped address, logged in as themselves or not at all', async () => {
    const { atNew } = await letters();
    const reader = await anEmployee(portal, await anEmployer());
    const path = pathIn(atNew);
    await reader.browser.open('/inloggen');
    await reader.browser.post(path, { _csrf: reader.browser.token });
    await reader.browser.press('Inloggen', { Gebruikersnaam: reader.username, Wachtwoord: password });
    const page = await reader.browser.open(path);
    assert.deepEqual([page.status, page.heading], [403, 'Deze link is voor iemand anders']);
    assert.match(page.text, /Log eerst uit\./);
    assert.equal((await reader.browser.post(path, { _csrf: reader.browser.token })).status, 403);
    assert.equal((await record(employee)).email, old);
  });

  it('is what was asked last: an earlier link is dead', async () => {
    const first = await letters();
    await employee.browser.open('/e-mailadres-wijzigen');
    const { all } = await letters(employee, { 'Nieuw e-mailadres': 'nog@elders.nl' });
    assert.equal((await employee.browser.open(pathIn(first.atNew))).status, 410);
    await confirm(pathIn(all.find(({ to }) => to === 'nog@elders.nl')));
    assert.equal((await record(employee)).email, 'nog@elders.nl');
  });

  it('is told at the old address, when it is asked and when it is done [V6.3.7]', async () => {
    const { atOld, atNew } = await letters();
    assert.equal(atOld?.subject, 'Je hebt gevraagd om een ander e-mailadres');
    assert.match(atOld.links[0] ?? '', /was-jij-dit-niet/);
    await confirm(pathIn(atNew));
    const [told, welcome] = (await portal.letters()).slice(-2).sort((a, b) => (a.to < b.to ? -1 : 1));
    assert.deepEqual([told?.to, welcome?.to], [old, fresh]);
    assert.match(told?.links[0] ?? '', /was-jij-dit-niet/);
    const actions = (await AuditEntries.find({ account: employee.id }).sort({ at: 1 }).lean()).map(
      ({ action }) => action,
    );
    assert.deepEqual(actions.slice(1).sort(), ['email-change-asked', 'email-changed']);
  });

  it('is undone by who reads at the old address that it was not them', async () => {
    const { atNew } = await letters();
    await confirm(pathIn(atNew));
    const told = (await portal.letters()).slice(-2).find(({ to }) => to === old);
    const browser = new Browser(portal.app);
    await browser.open(pathIn(told));
    await browser.press('Mijn toegang blokkeren');
    const { email, access } = await record(employee);
    assert.deepEqual([email, access.state], [old, 'blocked']);
    const entry = await AuditEntries.findOne({ account: employee.id, action: 'email-restored' }).orFail();
    assert.equal(entry.email, fresh);
    const closing = (await portal.letters()).slice(-2);
    const at = (address: string) => closing.filter(({ to }) => to === address);
    assert.deepEqual(
      at(old).map(({ subject }) => subject),
      ['Je hebt je toegang tot het Werknemerloket geblokkeerd'],
    );
    assert.match(at(fresh)[0]?.text ?? '', /Op dit adres krijg je geen e-mail meer/);
    assert.deepEqual(at(fresh)[0]?.links, []);
  });

  it('is undone to what it was at first, however often an intruder changed it', async () => {
    await confirm(pathIn((await letters()).atNew));
    const told = (await portal.letters()).slice(-2).find(({ to }) => to === old);
    await portal.pass({ minutes: 1 });
    await employee.browser.open('/e-mailadres-wijzigen');
    const { all } = await letters(employee, { 'Nieuw e-mailadres': 'nog@elders.nl' });
    await confirm(pathIn(all.find(({ to }) => to === 'nog@elders.nl')));
    assert.equal((await record(employee)).email, 'nog@elders.nl');
    const browser = new Browser(portal.app);
    await browser.open(pathIn(told));
    await browser.press('Mijn toegang blokkeren');
    assert.equal((await record(employee)).email, old);
  });

  it('is undone to its owner’s own, where an earlier change is too old to undo', async () => {
    await confirm(pathIn((await letters()).atNew));
    await portal.pass({ minutes: 8 * 24 * 60 });
    await logIn(employee);
    await employee.browser.open('/e-mailadres-wijzigen');
    const { all } = await letters(employee, { 'Nieuw e-mailadres': 'nog@elders.nl' });
    await confirm(pathIn(all.find(({ to }) => to === 'nog@elders.nl')));
    const told = (await portal.letters()).slice(-2).find(({ to }) => to === fresh);
    await portal.pass({ minutes: 2 * 24 * 60 });
    const browser = new Browser(portal.app);
    await browser.open(pathIn(told));
    await browser.press('Mijn toegang blokkeren');
    assert.equal((await record(employee)).email, fresh);
  });

  it('of longer than 9 days ago stays, when the account is closed', async () => {
    const { atNew } = await letters();
    await confirm(pathIn(atNew));
    await portal.pass({ minutes: 10 * 24 * 60 });
    const again = elsewhere(portal, employee);
    await logIn(again);
    await again.browser.open('/wachtwoord-wijzigen');
    await again.browser.press('Wachtwoord opslaan', {
      'Huidig wachtwoord': password,
      'Nieuw wachtwoord': 'een heel andere lange zin',
    });
    const browser = new Browser(portal.app);
    await browser.open(pathIn((await portal.letters()).at(-1)));
    await browser.press('Mijn toegang blokkeren');
    assert.equal((await record(employee)).email, fresh);
  });

  it('asks the password, and says all that is wrong at once', async () => {
    const page = await ask(employee, { 'Nieuw e-mailadres': 'geen adres', Wachtwoord: 'niet het mijne' });
    assert.equal(page.status, 400);
    assert.equal(page.$('#e-mailadres-fout').text(), 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.');
    assert.equal(page.$('#e-mailadres').attr('value'), 'geen adres');
    assert.equal(page.$('#wachtwoord-fout').text(), 'Het wachtwoord klopt niet. Vul het opnieuw in.');
    const same = await ask(employee, { 'Nieuw e-mailadres': ` ${old.toUpperCase()}` });
    assert.equal(same.$('#e-mailadres-fout').text(), 'Dit is al je e-mailadres. Vul een ander in.');
  });

  it('asks a code too where two-factor is on, which is spent then [V7.5.1]', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await who.browser.open('/e-mailadres-wijzigen');
    assert.equal((await letters(who)).page.status, 400);
    const code = codeAt(who.secret, portal.now());
    const { page, atNew } = await letters(who, { Verificatiecode: code });
    assert.equal(page.path, '/beveiliging');
    assert.ok(atNew);
    await who.browser.open('/e-mailadres-wijzigen');
    assert.match((await ask(who, { Verificatiecode: code })).text, /Deze code is al gebruikt/);
  });

  it('brings ten letters a day at most, and counts none for a wrong code or for what the employer sends [V2.4.1]', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    for (let i = 0; i < 10; i++) await portal.deps.attempts.letter('officer', who.id);
    await who.browser.open('/e-mailadres-wijzigen');
    for (let i = 0; i < 3; i++) await ask(who, { Verificatiecode: 'abc' });
    for (let i = 0; i < 10; i++) {
      await who.browser.open('/e-mailadres-wijzigen');
      const page = await ask(who, { Verificatiecode: codeAt(who.secret, portal.now()) });
      assert.equal(page.path, '/beveiliging', `letter ${i}`);
      await portal.pass({ minutes: 1 });
    }
    await who.browser.open('/e-mailadres-wijzigen');
    assert.equal((await ask(who, { Verificatiecode: codeAt(who.secret, portal.now()) })).status, 429);
  });

  it('has a link that works once, for 24 hours', async () => {
    const { atNew } = await letters();
    await portal.pass({ minutes: 24 * 60 - 1 });
    await logIn(employee);
    await confirm(pathIn(atNew));
    assert.equal((await employee.browser.open(pathIn(atNew))).status, 410);
    await employee.browser.open('/e-mailadres-wijzigen');
    const next = await letters(employee, { 'Nieuw e-mailadres': old });
    await portal.pass({ minutes: 24 * 60 });
    await logIn(employee);
    assert.equal((await employee.browser.open(pathIn(next.atOld))).status, 410);
  });

  it('ends links and logins that wait', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await who.browser.open('/e-mailadres-wijzigen');
    const { atNew } = await letters(who, { Verificatiecode: codeAt(who.secret, portal.now()) });
    const pending = elsewhere(portal, who);
    await logIn(pending);
    const stranger = new Browser(portal.app);
    await stranger.open('/wachtwoord-vergeten');
    await stranger.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': who.username });
    const reset = pathIn((await portal.letters()).at(-1));
    await confirm(pathIn(atNew), who);
    assert.equal((await pending.browser.open('/inloggen/verificatie')).path, '/inloggen');
    assert.equal((await new Browser(portal.app).open(reset)).status, 410);
  });
});
