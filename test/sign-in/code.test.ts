import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import {
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  password,
  type Person,
} from '../support/people.js';

describe('logging in with a verification code', () => {
  let portal: Portal;
  let employee: Person;

  const code = (seconds = 0) => codeAt(employee.secret, new Date(portal.now().getTime() + seconds * 1000));
  const enter = (who: Person, typed: string) => who.browser.press('Inloggen', { Verificatiecode: typed });

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
  });
  after(() => portal.close());

  it('asks the code after the password, in the words of the manual', async () => {
    const page = await logIn(employee);
    assert.equal(page.path, '/inloggen/verificatie');
    assert.equal(page.heading, 'Inloggen bij het Werknemerloket');
    assert.match(
      page.text,
      /Heb je geen toegang meer tot je verificatie code app, neem dan contact op met je werkgever\./,
    );
    assert.match(
      page.text,
      /Vul hier de code in die je terug kunt vinden in de app die op je mobile device is geïnstalleerd\./,
    );
    const field = page.$('#verificatiecode');
    assert.equal(field.attr('inputmode'), 'numeric');
    assert.equal(field.attr('autocomplete'), 'one-time-code');
    assert.deepEqual(
      page
        .$('main button')
        .toArray()
        .map((b) => page.$(b).text()),
      ['Annuleren', 'Inloggen'],
    );
  });

  it('says for which employer, and whom to call where the employer said so', async () => {
    assert.match((await logIn(employee)).text, /^Inloggen bij het Werknemerloket Werkgever: Wekkers B\.V\./);
    assert.doesNotMatch(employee.browser.page.text, /Contact:/);
    const employer = await anEmployer('Bakkerij De Korenaar', 'Noor Prins, 020 123 45 67');
    const other = elsewhere(portal, await anEmployeeWithTwoFactor(portal, employer));
    assert.match(
      (await logIn(other)).text,
      /contact op met je werkgever\.Contact: Noor Prins, 020 123 45 67$/,
    );
  });

  it('lets the person in with the code, also with a space in it', async () => {
    await logIn(employee);
    const page = await enter(employee, code().replace(/(...)/, '$1 '));
    assert.equal(page.path, '/');
    assert.match(page.text, /Staat aan sinds/);
  });

  it('has another session id at every stage, and the old ones are worth nothing [V7.2.2, V7.2.4]', async () => {
    const seen = () => {
      const thief = elsewhere(portal, employee);
      for (const [name, value] of employee.browser.cookies) thief.browser.cookies.set(name, value);
      return { id: employee.browser.cookies.get('sessie'), thief };
    };
    await employee.browser.open('/inloggen');
    const anonymous = seen();
    await logIn(employee);
    const pending = seen();
    await enter(employee, code());
    const signedIn = seen();
    assert.equal(new Set([anonymous.id, pending.id, signedIn.id]).size, 3);
    assert.equal((await anonymous.thief.browser.open('/')).path, '/inloggen');
    assert.equal((await pending.thief.browser.open('/')).path, '/inloggen');
    assert.equal((await signedIn.thief.browser.open('/')).path, '/');
  });

  it('takes the code of one step ago and of one step ahead, and no older or newer one [V6.5.5]', async () => {
    for (const [seconds, path] of [
      [-60, '/inloggen/verificatie'],
      [60, '/inloggen/verificatie'],
      [-30, '/'],
      [30, '/'],
    ] as const) {
      const who = elsewhere(portal, employee);
      await logIn(who);
      assert.equal((await enter(who, code(seconds))).path, path, `${seconds} seconds`);
    }
  });

  it('says that a wrong code is wrong, and does not show it', async () => {
    await logIn(employee);
    const typed = wrongCodeAt(employee.secret, portal.now());
    const page = await enter(employee, typed);
    assert.equal(page.status, 400);
    assert.equal(page.title, 'Fout: Inloggen bij het Werknemerloket | Werknemerloket');
    const words = 'De verificatiecode klopt niet. Vul de code in die nu in de app staat.';
    assert.equal(page.$('.problems a[href="#verificatiecode"]').text(), words);
    assert.equal(page.$('#verificatiecode-fout').text(), words);
    assert.ok(!page.$.html().includes(typed));
  });

  it('refuses a code that was used already [V6.5.1]', async () => {
    await logIn(employee);
    await enter(employee, code());
    const again = elsewhere(portal, employee);
    await logIn(again);
    const page = await enter(again, code());
    assert.equal(page.status, 400);
    assert.match(page.text, /Deze code is al gebruikt\. Wacht op een nieuwe code\./);
    assert.equal((await again.browser.open('/')).path, '/inloggen/verificatie');
  });

  it('refuses an older code than the one used last', async () => {
    await logIn(employee);
    await enter(employee, code(30));
    const again = elsewhere(portal, employee);
    await logIn(again);
    assert.match((await enter(again, code())).text, /Deze code is al gebruikt/);
  });

  it('lets one in, when the same code comes ten times at the same moment [V6.5.1]', async () => {
    const browsers = Array.from({ length: 10 }, () => elsewhere(portal, employee));
    for (const who of browsers) await logIn(who);
    const pages = await Promise.all(browsers.map((who) => enter(who, code())));
    assert.equal(pages.filter(({ path }) => path === '/').length, 1);
  });

  it('opens no page but the code page before the code [V2.3.1]', async () => {
    await logIn(employee);
    for (const path of ['/', '/2-factor-authenticatie', '/werkgever/werknemers']) {
      assert.equal((await employee.browser.open(path)).path, '/inloggen/verificatie', path);
    }
  });

  it('shows the login form during a pending login; a new password replaces it', async () => {
    await logIn(employee);
    const page = await employee.browser.open('/inloggen');
    assert.equal(page.heading, 'Inloggen Werknemerloket');
    const other = await anEmployeeWithTwoFactor(portal, await anEmployer());
    await employee.browser.press('Inloggen', { Gebruikersnaam: other.username, Wachtwoord: password });
    assert.equal((await enter(employee, codeAt(other.secret, portal.now()))).path, '/');
  });

  it('stops with Annuleren', async () => {
    await logIn(employee);
    assert.equal((await employee.browser.press('Annuleren')).path, '/inloggen');
    assert.equal((await employee.browser.open('/inloggen/verificatie')).path, '/inloggen');
  });

  it('ends the pending login after 5 minutes, and says so', async () => {
    await logIn(employee);
    await portal.pass({ minutes: 4, seconds: 59 });
    assert.equal((await employee.browser.open('/inloggen/verificatie')).path, '/inloggen/verificatie');
    await portal.pass({ seconds: 1 });
    const page = await enter(employee, code());
    assert.equal(page.path, '/inloggen');
    assert.match(page.text, /Het inloggen duurde te lang/);
  });

  it('sends who has no pending login to the login page [V2.3.1]', async () => {
    assert.equal((await employee.browser.open('/inloggen/verificatie')).path, '/inloggen');
  });
});
