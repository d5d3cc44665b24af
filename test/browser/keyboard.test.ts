import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { chromiumPath, launch, listen, needChromium } from '../support/chromium.js';
import { anEmployee, anEmployer, password, type Person } from '../support/people.js';
import { Screen } from '../support/screen.js';

describe('by keyboard alone, in a real browser without JavaScript', () => {
  let portal: Portal;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  let screen: Screen;
  let employee: Person;

  before(async function () {
    const chromium = needChromium(this);
    portal = await startPortal();
    browser = await launch(chromium);
    site = await listen(portal);
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
    screen = await Screen.of(browser, site.address);
    await screen.open('/');
  });
  after(async () => {
    if (chromiumPath === undefined) return;
    await browser.close();
    site.close();
    await portal.close();
  });

  const keys = (...pressed: string[]) =>
    pressed.reduce((before, key) => before.then(() => screen.page.keyboard.press(key)), Promise.resolve());

  const underFocus = () =>
    screen.page.evaluate<string>(
      `(({ labels, innerText }) => (labels?.[0] ?? { innerText }).innerText.trim())(document.activeElement)`,
    );

  /** Presses Tab until the focus is on what has these words. */
  const tabTo = async (words: string) => {
    const met: string[] = [];
    do {
      await keys('Tab');
      met.push(await underFocus());
    } while (met.at(-1) !== words && met.length < 40);
    assert.equal(met.at(-1), words, met.join(' | '));
  };

  const enter = async (key = 'Enter') => {
    const arrival = screen.page.waitForEvent('load');
    await keys(key);
    await arrival;
  };

  const heading = () => screen.page.locator('h1').innerText();

  const logIn = async () => {
    await tabTo('Gebruikersnaam');
    await screen.page.keyboard.type(employee.username);
    await tabTo('Wachtwoord');
    await screen.page.keyboard.type(password);
    await tabTo('Inloggen');
    await enter('Space');
  };

  const openMenu = async () => {
    await tabTo('Menu van\nP. van Wekkers');
    await keys('Enter');
  };

  it('somebody sets two-factor up, logs out, and logs in with a code that they paste as the app shows it', async () => {
    await logIn();
    await openMenu();
    await tabTo('2 factor authenticatie');
    await enter();
    const secret = await screen.page.locator('.key').innerText();
    await tabTo('Verificatiecode');
    await screen.page.keyboard.type(codeAt(secret, portal.now()));
    await tabTo('Toepassen');
    await enter();
    await tabTo('Ik heb deze codes bewaard');
    await enter('Space');
    await openMenu();
    await tabTo('Uitloggen');
    await enter();
    await portal.pass({ minutes: 1 });

    // The phone's app copies it in two groups.
    const code = codeAt(secret, portal.now()).replace(/^.../, '$& ');
    await tabTo('Gebruikersnaam');
    await screen.page.keyboard.type(code);
    await keys('Control+A', 'Control+X');
    await keys('Shift+Tab');
    await logIn();
    await tabTo('Verificatiecode');
    await keys('Control+V');
    assert.equal(await screen.page.getByLabel('Verificatiecode').inputValue(), code);
    await enter();
    assert.equal(await heading(), 'Welkom, P. van Wekkers');
  });

  it('somebody who made a mistake goes from what is wrong to its field, and on', async () => {
    await tabTo('Inloggen');
    await enter();
    await tabTo('Vul je wachtwoord in.');
    await keys('Enter');
    assert.equal(await underFocus(), 'Wachtwoord');
    await tabTo('Inloggen');
  });

  it('somebody skips the head of the page', async () => {
    await logIn();
    await tabTo('Naar de inhoud');
    await keys('Enter', 'Tab');
    assert.equal(await underFocus(), '2 factor authenticatie instellen');
  });
});
