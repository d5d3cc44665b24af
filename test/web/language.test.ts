import assert from 'node:assert/strict';
import { Accounts } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { codeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  password,
} from '../support/people.js';

const dutch = 'Inloggen Werknemerloket';
const english = 'Log in to the Werknemerloket';

describe('the language of the portal', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  const stranger = (languages = '') => Object.assign(new Browser(portal.app), { languages });
  const languageOf = ({ page }: Browser) => page.$('html').attr('lang');

  for (const [asked, title] of [
    ['', dutch],
    ['*', dutch],
    ['de', dutch],
    ['nl-NL,nl;q=0.9,en;q=0.8', dutch],
    ['en', english],
    ['en-GB,en;q=0.9,nl;q=0.8', english],
    ['pl,en;q=0.8', english],
    ['en;q=nonsense,;,\u0000', dutch],
  ] as const) {
    it(`is the first time as the browser asks: "${asked}" gives "${title}"`, async () => {
      const browser = stranger(asked.replace('\u0000', ''));
      const { heading } = await browser.open('/inloggen');
      assert.equal(heading, title);
      assert.equal(languageOf(browser), title === dutch ? 'nl' : 'en');
    });
  }

  it('is chosen at the foot of a page, which then comes back in it, and stays in this browser', async () => {
    const browser = stranger();
    await browser.open('/inloggen');
    await browser.open('/uitleg');
    const page = await browser.press('English');
    assert.deepEqual([page.path, page.heading], ['/uitleg', 'About two-factor authentication']);
    assert.equal((await browser.open('/inloggen')).heading, english);
    await browser.press('Nederlands');
    assert.equal(browser.page.heading, dutch);
  });

  it('has errors, dead links and times in it too', async () => {
    const browser = stranger('en');
    assert.equal((await browser.open('/bestaat-niet')).heading, 'This page does not exist');
    assert.equal((await browser.open('/wachtwoord-kiezen/x')).heading, 'This link no longer works');
    await browser.open('/inloggen');
    await browser.press('Log in');
    assert.match(browser.page.text, /Something went wrong Fill in your username\. Fill in your password\./);
    assert.equal((await browser.open('/inloggen/verificatie')).path, '/inloggen');
  });

  it('goes along with the person: to another browser, and into their letters', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await employee.browser.press('English');
    assert.match(employee.browser.page.heading, /^Welcome, /);

    const other = elsewhere(portal, employee);
    await logIn(other);
    assert.match(other.browser.page.heading, /^Welcome, /);
    await other.browser.open('/wachtwoord-wijzigen');
    await other.browser.press('Save password', {
      'Current password': password,
      'New password': 'een andere zin die lang genoeg is',
    });
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.subject, 'Your password for the Werknemerloket was changed');
    assert.match(letter.text, /^Dear P\. van Wekkers,\n\nOn \d+ \w+ 20\d\d, \d\d:\d\d the password /);
    assert.match(letter.text, /Wasn’t this you\?/);
    assert.match(letter.html, /<html lang="en">/);
  });

  it('is that of the first login for who never chose one', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    const english = elsewhere(portal, employee);
    await Accounts.updateOne({ _id: employee.id }, { $unset: { language: 1 } });
    english.browser.languages = 'en';
    await english.browser.open('/inloggen');
    await english.browser.press('Log in', { Username: employee.username, Password: password });
    assert.match(english.browser.page.heading, /^Welcome, /);
    await logIn(employee);
    assert.match(employee.browser.page.heading, /^Welcome, /);
  });

  it('is kept too when it is chosen between the password and the code', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const other = elsewhere(portal, employee);
    await logIn(other);
    const page = await other.browser.press('English');
    assert.equal(page.path, '/inloggen/verificatie');
    assert.equal(languageOf(other.browser), 'en');
    await other.browser.press('Log in', { 'Verification code': codeAt(employee.secret, portal.now()) });
    assert.match(other.browser.page.heading, /^Welcome, /);
  });

  it('is not changed by what is no language, and leads nowhere else', async () => {
    const browser = stranger();
    await browser.open('/inloggen');
    const _csrf = browser.token;
    for (const taal of ['de', '', 'NL', '__proto__']) {
      const { status } = await browser.post('/taal', { _csrf, taal, terug: '/uitleg' });
      assert.equal(status, 400, taal);
    }
    assert.equal((await browser.open('/inloggen')).heading, dutch);
    for (const terug of [
      'https://elders.nl/',
      '//elders.nl/uitleg',
      '/\\elders.nl',
      'javascript:alert(1)',
      'http:',
      '/.//elders.nl/x',
      '/x/..//elders.nl',
    ]) {
      await browser.post('/taal', { _csrf, taal: 'nl', terug });
      assert.equal(browser.page.path, '/inloggen', terug);
    }
  });

  it('can be chosen from within the portal alone [V3.5.1]', async () => {
    const browser = stranger();
    await browser.open('/inloggen');
    const { status } = await browser.post('/taal', { taal: 'en', terug: '/' });
    assert.equal(status, 403);
    assert.equal((await browser.open('/inloggen')).heading, dutch);
  });
});
