import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { chromiumPath, launch, listen, needChromium } from '../support/chromium.js';
import { anEmployee, anEmployer, anOfficer, password, type Person } from '../support/people.js';

describe('in a real browser without JavaScript, on a phone', function () {
  let portal: Portal;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  let employee: Person;
  let officer: Person;

  before(async function () {
    const chromium = needChromium(this);
    portal = await startPortal();
    browser = await launch(chromium);
    site = await listen(portal);
    const employer = await anEmployer();
    employee = await anEmployee(portal, employer);
    officer = await anOfficer(portal, employer);
  });
  after(async () => {
    if (chromiumPath === undefined) return;
    await browser.close();
    site.close();
    await portal.close();
  });

  const visit = async (): Promise<Page> => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      locale: 'nl-NL',
    });
    const page = await context.newPage();
    await page.goto(site.address);
    return page;
  };

  const logIn = async (page: Page, { username }: Person) => {
    await page.getByLabel('Gebruikersnaam').fill(username);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByLabel('Wachtwoord').press('Enter');
  };

  const heading = (page: Page) => page.locator('h1').innerText();

  const enter = async (page: Page, code: string) => {
    await page.getByLabel('Verificatiecode').fill(code);
    await page.getByLabel('Verificatiecode').press('Enter');
  };

  const openMenu = async (page: Page, entry: string) => {
    await page.locator('summary').click();
    await page.locator('nav').getByText(entry).click();
  };

  it('an employee goes the manual’s whole way: set up, log in with a code, switch off', async () => {
    const page = await visit();
    await logIn(page, employee);
    assert.equal(await heading(page), 'Welkom, P. van Wekkers');
    await openMenu(page, '2 factor authenticatie');
    const secret = await page.locator('.key').innerText();
    await enter(page, codeAt(secret, portal.now()));
    assert.match(await page.getByRole('status').innerText(), /geactiveerd/);
    await portal.pass({ minutes: 1 });

    await openMenu(page, 'Uitloggen');
    await logIn(page, employee);
    assert.equal(await heading(page), 'Inloggen bij het Werknemerloket');
    // Enter in the field logs in, though Annuleren stands first.
    await enter(page, codeAt(secret, portal.now()));
    assert.equal(await heading(page), 'Welkom, P. van Wekkers');
    await portal.pass({ minutes: 1 });

    await openMenu(page, '2 factor authenticatie');
    assert.equal(await heading(page), '2 FACTOR AUTHENTICATIE UITSCHAKELEN');
    await enter(page, codeAt(secret, portal.now()));
    assert.match(await page.getByRole('status').innerText(), /uitgeschakeld/);
  });

  it('an error has the focus, and leads to its field', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Inloggen' }).click();
    assert.equal(await page.title(), 'Fout: Inloggen Werknemerloket | Werknemerloket');
    assert.equal(await page.locator('.problems:focus').count(), 1);
    await page.locator('.problems a').last().click();
    assert.equal(await page.locator('#wachtwoord:focus').count(), 1);
  });

  it('an officer blocks and unblocks', async () => {
    const page = await visit();
    await logIn(page, officer);
    await openMenu(page, 'Werknemers');
    await page.getByRole('link', { name: 'Wekkers, P. van' }).click();
    await page.getByRole('link', { name: 'Blokkeren' }).click();
    await page.getByLabel('Reden').fill('telefoon gestolen');
    await page.getByRole('button', { name: 'Blokkeren' }).click();
    assert.match(await page.getByRole('status').innerText(), /is geblokkeerd/);
    await page.getByRole('button', { name: 'Deblokkeren' }).click();
    assert.match(await page.getByRole('status').innerText(), /is gedeblokkeerd/);
  });
});
