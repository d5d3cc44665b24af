import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, logIn, password, type Person } from '../support/people.js';

/** A browser with the cookies that another has at this moment. */
function withStolenCookies(portal: Portal, { browser }: Person): Browser {
  const thief = new Browser(portal.app);
  for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
  return thief;
}

describe('signing out', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
  });
  after(() => portal.close());

  it('stands in the menu of every page behind login, and only there [V7.4.4]', async () => {
    assert.doesNotMatch((await employee.browser.open('/inloggen')).$('body').text(), /uitloggen/i);
    assert.doesNotMatch((await employee.browser.open('/uitleg')).$('body').text(), /uitloggen/i);
    await logIn(employee);
    for (const path of ['/', '/2-factor-authenticatie', '/uitleg', '/bestaat-niet']) {
      const { $ } = await employee.browser.open(path);
      assert.equal($('details.person nav p').text(), 'P. van Wekkers');
      assert.equal($('details.person nav a').last().text(), '2 factor authenticatie');
      assert.equal($('details.person nav button').text(), 'Uitloggen');
    }
  });

  it('leads to the login page', async () => {
    await logIn(employee);
    const page = await employee.browser.press('Uitloggen');
    assert.equal(page.path, '/inloggen');
    assert.match(page.text, /Je bent uitgelogd\./);
  });

  it('makes the cookie worth nothing [V7.4.1]', async () => {
    await logIn(employee);
    const thief = withStolenCookies(portal, employee);
    assert.equal((await thief.open('/')).path, '/');
    await employee.browser.press('Uitloggen');
    assert.equal((await thief.open('/')).path, '/inloggen');
  });

  it('has the browser forget what it showed, and not that it is known [V14.3.1]', async () => {
    await logIn(employee);
    const cookies = [...employee.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { headers } = await supertest(portal.app)
      .post('/uitloggen')
      .set('Cookie', cookies)
      .type('form')
      .send({ _csrf: employee.browser.token });
    assert.equal(headers.location, '/inloggen');
    assert.equal(headers['clear-site-data'], '"cache", "storage"');
  });

  it('leaves the same person signed in elsewhere', async () => {
    const phone = { ...employee, browser: new Browser(portal.app) };
    await logIn(employee);
    await logIn(phone);
    await employee.browser.press('Uitloggen');
    assert.equal((await phone.browser.open('/')).path, '/');
  });

  it('holds while a slow request of the same session is still running [V7.4.1]', async () => {
    await logIn(employee);
    const slow = withStolenCookies(portal, employee);
    await slow.open('/2-factor-authenticatie/wachtwoord');
    const { attempts } = portal.deps;
    const count = attempts.password.bind(attempts);
    const held = new Promise<() => void>((isHeld) => {
      attempts.password = async (attempt) => {
        await new Promise<void>((letGo) => {
          isHeld(letGo);
        });
        return count(attempt);
      };
    });
    const answer = slow.press('Verder', { Wachtwoord: password });
    const letGo = await held;
    attempts.password = count;

    await employee.browser.open('/');
    await employee.browser.press('Uitloggen');
    letGo();

    assert.equal((await answer).path, '/inloggen');
    assert.equal((await slow.open('/')).path, '/inloggen');
  });
});
