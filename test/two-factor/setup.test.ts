import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { Accounts } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, scan, wrongCodeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

describe('setting up two-factor', () => {
  let portal: Portal;
  let employee: Person;

  const open = () => employee.browser.open('/2-factor-authenticatie');
  const secretOn = (page: Awaited<ReturnType<typeof open>>) => page.$('.key').text().trim();
  const apply = (code: string) => employee.browser.press('Toepassen', { Verificatiecode: code });

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer('Wekkers B.V.'));
    await logIn(employee);
  });
  after(() => portal.close());

  it('shows the three steps of the manual, letter for letter', async () => {
    await employee.browser.open('/');
    const { heading, text } = await employee.browser.follow('2 factor authenticatie');
    assert.equal(heading, '2 FACTOR AUTHENTICATIE INSTELLEN');
    const sentences = [
      'STAP 1',
      'INSTALLEER DE APP',
      'Download en installeer een tweestapsverificatie app op je telefoon of tablet. Voorbeelden van deze apps staan hieronder. Voor meer informatie Klik hier.',
      'Google Authenticator',
      'Duo Mobile',
      'Authy',
      'STAP 2',
      'SCAN DEZE BARCODE',
      'Open de tweestapsverificatie app en scan het plaatje met de camera van je toestel, of kopieer onderstaande code en plak deze in de tweestapsverificatie app. De app zal dan een 6-cijferige verificatiecode genereren die je bij de volgende stap invult.',
      'STAP 3',
      'VOER DE VERIFICATIECODE IN',
      'Wanneer de bovenstaande stap is uitgevoerd, wordt er op uw mobiele apparaat een 6-cijferige code getoond. Voer deze verificatiecode hier in:',
      'Verificatiecode',
      'Annuleren',
      'Toepassen',
    ];
    let from = 0;
    for (const sentence of sentences) {
      const at = text.indexOf(sentence, from);
      assert.ok(at >= 0, `"${sentence}", in its place`);
      from = at + sentence.length;
    }
  });

  it('links to the real pages of the apps, and to an explanation of its own', async () => {
    const { $ } = await open();
    const links = $('.apps a')
      .toArray()
      .map((a) => $(a).attr('href') ?? '');
    assert.equal(links.length, 6);
    assert.ok(links.every((href) => /^https:\/\/(play\.google|apps\.apple)\.com\//.test(href)));
    assert.equal((await employee.browser.follow('Klik hier')).heading, 'Uitleg over 2 factor authenticatie');
  });

  it('shows one key three ways: as QR code, in groups of four, and as a link for the same phone', async () => {
    const page = await open();
    const key = secretOn(page);
    assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const uri = scan(page.$('img.qr').attr('src') ?? '');
    assert.equal(page.$('a[href^="otpauth:"]').attr('href'), uri);
    const { host, pathname, searchParams } = new URL(uri);
    assert.equal(host, 'totp');
    assert.equal(decodeURIComponent(pathname), `/Werknemerloket (Wekkers B.V.):${employee.username}`);
    assert.equal(searchParams.get('secret'), key.replace(/ /g, ''));
    assert.equal(searchParams.get('issuer'), 'Werknemerloket (Wekkers B.V.)');
  });

  it('shows the same key after a refresh and in a second tab', async () => {
    assert.equal(secretOn(await open()), secretOn(await open()));
  });

  it('activates with a right code, and says so', async () => {
    const key = secretOn(await open());
    const page = await apply(codeAt(key, portal.now()));
    assert.match(page.$('[role=status]').text(), /^2 factor authenticatie is voor jou geactiveerd\./);
    assert.match((await employee.browser.open('/')).text, /Staat aan sinds \d/);
  });

  it('tells the person by letter [V6.3.7]', async () => {
    await setUpTwoFactor(portal, employee);
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.to, 'p.vanwekkers@mail.com');
    assert.equal(letter.subject, '2 factor authenticatie staat aan');
    assert.match(letter.text, /^Beste P\. van Wekkers,/);
    assert.match(letter.text, /Was jij dit niet\?/);
  });

  it('refuses a wrong code, keeps the key, and switches nothing on', async () => {
    const key = secretOn(await open());
    const page = await apply(wrongCodeAt(key, portal.now()));
    assert.equal(page.status, 400);
    assert.equal(page.title, 'Fout: 2 FACTOR AUTHENTICATIE INSTELLEN | Werknemerloket');
    assert.match(page.$('#verificatiecode-fout').text(), /De verificatiecode klopt niet\./);
    assert.equal(secretOn(page), key);
    assert.deepEqual((await record(employee)).twoFactor, { state: 'off' });
  });

  it('spends the code: it does not log anybody in afterwards [V6.5.1]', async () => {
    await setUpTwoFactor(portal, employee);
    const again = elsewhere(portal, employee);
    await logIn(again);
    const page = await again.browser.press('Inloggen', {
      Verificatiecode: codeAt(employee.secret, portal.now()),
    });
    assert.match(page.text, /Deze code is al gebruikt\./);
  });

  it('ends all other sessions, and keeps this one [V7.4.3]', async () => {
    const other = elsewhere(portal, employee);
    await logIn(other);
    await setUpTwoFactor(portal, employee);
    assert.equal((await other.browser.open('/')).path, '/inloggen');
    assert.equal((await employee.browser.open('/')).path, '/');
  });

  it('keeps the key for 30 minutes; then the password is asked, and the old barcode must go', async () => {
    const setupPage = await open();
    const old = secretOn(setupPage);
    await portal.pass({ minutes: 15 });
    await employee.browser.open('/');
    await portal.pass({ minutes: 15 });
    employee.browser.page = setupPage;
    const page = await apply(codeAt(old, portal.now()));
    assert.equal(page.heading, 'Vul je wachtwoord in');
    assert.match(page.text, /Die barcode werkt niet meer\. Verwijder hem uit de tweestapsverificatie app/);
    assert.match(
      (await employee.browser.press('Verder', { Wachtwoord: 'iets anders dan dat' })).text,
      /Het wachtwoord klopt niet\./,
    );
    assert.match((await employee.browser.press('Verder', {})).text, /Vul je wachtwoord in\./);
    const fresh = await employee.browser.press('Verder', { Wachtwoord: password });
    assert.equal(fresh.heading, '2 FACTOR AUTHENTICATIE INSTELLEN');
    assert.notEqual(secretOn(fresh), old);
    assert.equal((await apply(codeAt(secretOn(fresh), portal.now()))).heading, 'Herstelcodes');
  });

  it('asks the password before it shows the key, when that was given more than 5 minutes ago [V7.5.1]', async () => {
    await portal.pass({ minutes: 5 });
    assert.equal((await open()).heading, 'Vul je wachtwoord in');
    const page = await employee.browser.press('Verder', { Wachtwoord: password });
    await portal.pass({ minutes: 20 });
    assert.equal(secretOn(await open()), secretOn(page));
  });

  it('accepts the code up to 30 minutes after the key was shown', async () => {
    const key = secretOn(await open());
    await portal.pass({ minutes: 29 });
    assert.equal((await apply(codeAt(key, portal.now()))).heading, 'Herstelcodes');
  });

  it('does not show the key again by way of a wrong code, when the password was given more than 5 minutes ago', async () => {
    const key = secretOn(await open());
    await portal.pass({ minutes: 10 });
    for (const code of ['', wrongCodeAt(key, portal.now())]) {
      const page = await apply(code);
      assert.equal(page.status, 400);
      assert.equal(page.$('.key, .qr, a[href^="otpauth:"]').length, 0);
      assert.ok(!page.$.html().includes(key));
      assert.match(page.text, /Wil je de barcode nog een keer zien\? Vul dan eerst je wachtwoord in\./);
    }
    assert.equal((await apply(codeAt(key, portal.now()))).heading, 'Herstelcodes');
  });

  it('makes the session from before worth nothing', async () => {
    const key = secretOn(await open());
    const old = elsewhere(portal, employee);
    for (const [name, value] of employee.browser.cookies) old.browser.cookies.set(name, value);
    const sessions = mongoose.connection.collection<{ _id: string }>('sessions');
    const before = await sessions.find().toArray();
    await apply(codeAt(key, portal.now()));
    // A slow request that ran all the while writes the session back as it found it.
    for (const { _id, ...rest } of before)
      await sessions.updateOne({ _id }, { $set: rest }, { upsert: true });
    assert.equal((await old.browser.open('/')).path, '/inloggen');
    assert.equal((await employee.browser.open('/')).path, '/');
  });

  it('never locks for good: there is nothing yet to lift that with', async () => {
    await Accounts.updateOne({ _id: employee.id }, { codeTries: { wrong: 99 } });
    const key = secretOn(await open());
    await apply(wrongCodeAt(key, portal.now()));
    const locked = await apply(codeAt(key, portal.now()));
    assert.equal(locked.status, 429);
    assert.match(locked.text, /Probeer het over 24 uur opnieuw\./);
    await portal.pass({ minutes: 24 * 60 });
    await logIn(employee);
    assert.equal((await apply2()).heading, 'Herstelcodes');
  });

  const apply2 = async () => apply(codeAt(secretOn(await open()), portal.now()));

  it('says that the phone’s clock is off, after two codes that are off by the same time', async () => {
    const key = secretOn(await open());
    const slow = () => codeAt(key, new Date(portal.now().getTime() - 4 * 60_000));
    assert.match((await apply(slow())).text, /Deze code is verlopen\. Vul de nieuwe code in\./);
    await portal.pass({ seconds: 30 });
    const page = await apply(slow());
    assert.match(
      page.text,
      /De klok van je telefoon loopt ongeveer 4 minuten achter\. Het is nu \d+ \w+ \d{4}, \d\d:\d\d\./,
    );
    assert.equal((await record(employee)).codeTries.wrong, 2);
    await apply(wrongCodeAt(key, portal.now()));
    assert.match((await apply(slow())).text, /Deze code is verlopen/);
  });

  it('leads to switching off while it is on', async () => {
    await setUpTwoFactor(portal, employee);
    assert.equal((await open()).heading, '2 FACTOR AUTHENTICATIE UITSCHAKELEN');
    assert.equal(
      (await employee.browser.open('/2-factor-authenticatie/instellen')).path,
      '/2-factor-authenticatie',
    );
  });

  it('keeps the secret encrypted, in the session and in the account [V11.3.2, V11.7.2, V14.2.4, V16.2.5]', async () => {
    const key = secretOn(await open()).replace(/ /g, '');
    assert.ok(!(await portal.everythingStored()).includes(key));
    await apply(codeAt(key, portal.now()));
    assert.equal((await record(employee)).twoFactor.state, 'on');
    assert.ok(!(await portal.everythingStored()).includes(key));
    assert.ok(!portal.logged().includes(key));
  });
});

describe('switching two-factor off', () => {
  let portal: Portal;
  let employee: Person;

  const open = () => employee.browser.open('/2-factor-authenticatie');
  const apply = (code: string) => employee.browser.press('Toepassen', { Verificatiecode: code });
  const code = () => codeAt(employee.secret, portal.now());

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await open();
  });
  after(() => portal.close());

  it('asks a code, in the words of the manual', () => {
    const { heading, text } = employee.browser.page;
    assert.equal(heading, '2 FACTOR AUTHENTICATIE UITSCHAKELEN');
    assert.ok(
      text.includes(
        "2 factor authenticatie staat op dit moment ingeschakeld. Voer de 6 cijferige verificatiecode gegenereerd door de tweestapsverificatie app hieronder in. Klik dan op 'Toepassen' om two factor authenticatie uit te schakelen",
      ),
    );
    assert.match(text, /Verificatiecode .*Annuleren Toepassen/);
  });

  it('happens with a right code, and the person can log in without one', async () => {
    const page = await apply(code());
    assert.match(page.$('[role=status]').text(), /^2 factor authenticatie is uitgeschakeld\./);
    assert.equal((await logIn(elsewhere(portal, employee))).path, '/');
    assert.equal((await portal.letters()).at(-1)?.subject, '2 factor authenticatie staat uit');
  });

  it('does not happen with a wrong code, or with one that was used', async () => {
    assert.match(
      (await apply(wrongCodeAt(employee.secret, portal.now()))).text,
      /De verificatiecode klopt niet\./,
    );
    const other = elsewhere(portal, employee);
    await logIn(other);
    await other.browser.press('Inloggen', { Verificatiecode: code() });
    assert.match((await apply(code())).text, /Deze code is al gebruikt\./);
    assert.equal((await record(employee)).twoFactor.state, 'on');
  });

  it('asks the password first, when that was given more than 5 minutes ago [V7.5.1]', async () => {
    await portal.pass({ minutes: 5 });
    assert.equal((await open()).heading, 'Vul je wachtwoord in');
    const page = await employee.browser.press('Verder', { Wachtwoord: password });
    assert.equal(page.heading, '2 FACTOR AUTHENTICATIE UITSCHAKELEN');
    assert.match((await apply(code())).text, /is uitgeschakeld/);
  });

  it('ends all other sessions', async () => {
    const other = elsewhere(portal, employee);
    await logIn(other);
    await other.browser.press('Inloggen', { Verificatiecode: code() });
    await portal.pass({ minutes: 1 });
    await open();
    await apply(code());
    assert.equal((await other.browser.open('/')).path, '/inloggen');
    assert.equal((await employee.browser.open('/')).path, '/');
  });

  it('asks the password before it is set up again, and starts with another key', async () => {
    await apply(code());
    const page = await open();
    assert.equal(page.heading, 'Vul je wachtwoord in');
    const setup = await employee.browser.press('Verder', { Wachtwoord: password });
    assert.notEqual(setup.$('.key').text(), employee.secret);
  });

  it('does nothing from a tab that still shows setting up', async () => {
    await apply(code());
    await open();
    await employee.browser.press('Verder', { Wachtwoord: password });
    const { token } = employee.browser;
    const key = employee.browser.page.$('.key').text();
    await apply(codeAt(key, portal.now()));
    await portal.pass({ minutes: 1 });
    await open();
    const fresh = employee.browser.token;
    assert.notEqual(token, fresh);
    await employee.browser.post('/2-factor-authenticatie/instellen', {
      _csrf: fresh,
      verificatiecode: codeAt(key, portal.now()),
    });
    assert.equal((await record(employee)).twoFactor.state, 'on');
  });
});
