import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, anOfficer, elsewhere, logIn, type Person } from '../support/people.js';

const wrong =
  'De gebruikersnaam of het wachtwoord klopt niet. Probeer het opnieuw, of vraag je werkgever om hulp.';

describe('logging in with username and password', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
    employee = await anEmployee(portal, await anEmployer());
  });
  after(() => portal.close());

  it('brings an employee to their home page', async () => {
    const page = await logIn(employee);
    assert.equal(page.path, '/');
    assert.equal(page.heading, 'Welkom, P. van Wekkers');
    assert.match(page.text, /Staat uit\./);
    assert.match(page.text, /Dit is de eerste keer dat je inlogt\./);
  });

  it('says the next time when the last time was', async () => {
    const page = await logIn(elsewhere(portal, employee));
    assert.match(page.text, /Vorige keer ingelogd \d+ \w+ \d{4}, \d\d:\d\d/);
  });

  it('takes the username with spaces around it and in capitals', async () => {
    const page = await logIn({
      ...elsewhere(portal, employee),
      username: ` ${employee.username.toUpperCase()} `,
    });
    assert.equal(page.path, '/');
  });

  it('gives one answer to a wrong password and to an unknown username, and keeps the username [V6.3.8]', async () => {
    for (const [username, typed] of [
      [employee.username, 'een heel andere zin'],
      ['niemand', 'een heel andere zin'],
    ] as const) {
      const page = await logIn({ ...elsewhere(portal, employee), username }, typed);
      assert.equal(page.status, 400);
      assert.equal(page.title, 'Fout: Inloggen Werknemerloket | Werknemerloket');
      assert.equal(page.$('.problems a[href="#gebruikersnaam"]').text(), wrong);
      assert.equal(page.$('#gebruikersnaam-fout').text(), wrong);
      assert.equal(page.$('#gebruikersnaam').attr('value'), username);
      assert.equal(page.$('#wachtwoord').attr('value'), undefined);
    }
  });

  it('says which field is empty [V2.2.2]', async () => {
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    const page = await browser.press('Inloggen', {});
    assert.equal(page.status, 400);
    assert.equal(page.$('#gebruikersnaam-fout').text(), 'Vul je gebruikersnaam in.');
    assert.equal(page.$('#wachtwoord-fout').text(), 'Vul je wachtwoord in.');
  });

  it('lets browsers fill in, and paste into, both fields [V6.2.6, V6.2.7]', async () => {
    const { $ } = await new Browser(portal.app).open('/inloggen');
    assert.equal($('#gebruikersnaam').attr('autocomplete'), 'username');
    assert.equal($('#wachtwoord').attr('autocomplete'), 'current-password');
    assert.equal($('#wachtwoord').attr('type'), 'password');
  });

  it('counts every character of the password as it was typed: a space in front, a capital, the last one [V6.2.8]', async () => {
    for (const typed of [
      ' een zin die ik goed onthoud',
      'Een zin die ik goed onthoud',
      'een zin die ik goed onthou',
    ])
      assert.equal((await logIn(elsewhere(portal, employee), typed)).status, 400, typed);
  });

  it('sends who is signed in away from the login page', async () => {
    assert.equal((await employee.browser.open('/inloggen')).path, '/');
  });

  it('keeps an officer and an employee apart by what they find', async () => {
    const officer = await anOfficer(portal, await anEmployer());
    const page = await logIn(officer);
    assert.equal(page.heading, 'Welkom, H. de Ruiter');
    assert.equal((await officer.browser.open('/werkgever/werknemers')).heading, 'Werknemers');
    assert.equal((await employee.browser.open('/werkgever/werknemers')).status, 403);
  });

  it('takes a password of any age [V6.2.10]', async () => {
    const who = await anEmployee(portal, await anEmployer());
    await logIn(who);
    await portal.pass({ minutes: 400 * 24 * 60 });
    assert.equal((await logIn(elsewhere(portal, who))).path, '/');
  });
});
