import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { chromiumPath, launch, listen, needChromium } from '../support/chromium.js';
import { anEmployee, anEmployeeWithTwoFactor, anEmployer, password, record } from '../support/people.js';

describe('on a slow line, in a real browser without JavaScript', function () {
  let portal: Portal;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  let line: Server;
  let address: string;
  /** Lets the answers to forms through, when this many forms have come. */
  let heldUntil = 1;
  let posted = 0;
  let waiting: (() => void)[] = [];

  const letThrough = () => {
    if (posted < heldUntil) return;
    for (const go of waiting) go();
    waiting = [];
  };

  before(async function () {
    const chromium = needChromium(this);
    portal = await startPortal();
    site = await listen(portal);
    line = createServer((req, res) => {
      const { method, headers, url = '' } = req;
      const ahead = request(new URL(url, site.address), { method, headers }, (answer) => {
        const pass = () => {
          res.writeHead(answer.statusCode ?? 0, answer.rawHeaders);
          answer.pipe(res);
        };
        if (method === 'POST') waiting.push(pass);
        else pass();
        letThrough();
      });
      if (method === 'POST') posted++;
      req.pipe(ahead);
    }).listen(0, '127.0.0.1');
    await once(line, 'listening');
    address = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
    browser = await launch(chromium);
  });
  after(async () => {
    if (chromiumPath === undefined) return;
    await browser.close();
    line.close();
    line.closeAllConnections();
    site.close();
    await portal.close();
  });

  async function visit(): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      locale: 'nl-NL',
    });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  /** Taps a button three times; the answers come after the last tap. */
  async function tapImpatiently(page: Page, button: string, milliseconds: number): Promise<void> {
    const found = page.getByRole('button', { name: button });
    await found.scrollIntoViewIfNeeded();
    const box = await found.boundingBox();
    assert.ok(box);
    posted = 0;
    heldUntil = 3;
    for (let tap = 1; tap <= 3; tap++) {
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      if (tap < 3) await page.waitForTimeout(milliseconds);
    }
  }

  for (const milliseconds of [100, 400, 700]) {
    it(`who taps Inloggen three times, ${milliseconds} ms apart, is logged in once`, async () => {
      const employee = await anEmployee(portal, await anEmployer());
      const page = await visit();
      await page.getByLabel('Gebruikersnaam').fill(employee.username);
      await page.getByLabel('Wachtwoord').fill(password);
      await tapImpatiently(page, 'Inloggen', milliseconds);
      await page.getByRole('heading', { name: 'Welkom' }).waitFor();
      assert.equal((await record(employee)).logins.length, 1);
      await page.reload();
      assert.match(await page.locator('h1').innerText(), /Welkom/);
    });
  }

  it('a code that is tapped three times logs in once', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const page = await visit();
    heldUntil = 1;
    await page.getByLabel('Gebruikersnaam').fill(employee.username);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByLabel('Wachtwoord').press('Enter');
    await page.getByLabel('Verificatiecode').fill(codeAt(employee.secret, portal.now()));
    await tapImpatiently(page, 'Inloggen', 300);
    await page.getByRole('heading', { name: 'Welkom' }).waitFor();
    assert.equal((await record(employee)).logins.length, 2);
  });

  it('set-up that is tapped three times is done once, and shows the recovery codes', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    const page = await visit();
    heldUntil = 1;
    await page.getByLabel('Gebruikersnaam').fill(employee.username);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByLabel('Wachtwoord').press('Enter');
    await page.getByRole('heading', { name: 'Welkom' }).waitFor();
    await page.goto(`${address}/2-factor-authenticatie`);
    const secret = await page.locator('.key').innerText();
    await page.getByLabel('Verificatiecode').fill(codeAt(secret, portal.now()));
    await tapImpatiently(page, 'Toepassen', 300);
    await page.getByRole('heading', { name: 'Herstelcodes' }).waitFor();
    const entries = await AuditEntries.find({ account: employee.id, action: 'two-factor-on' }).lean();
    assert.equal(entries.length, 1);
  });

  describe('the back button', () => {
    it('after logging in shows no stale form, and after logging out no private page', async () => {
      const employee = await anEmployee(portal, await anEmployer());
      const page = await visit();
      heldUntil = 1;
      await page.getByLabel('Gebruikersnaam').fill(employee.username);
      await page.getByLabel('Wachtwoord').fill(password);
      await page.getByLabel('Wachtwoord').press('Enter');
      await page.getByRole('heading', { name: 'Welkom' }).waitFor();
      await page.goBack();
      assert.match(await page.locator('h1').innerText(), /Welkom/);
      await page.goto(`${address}/beveiliging`);
      await page.locator('summary').first().click();
      await page.getByRole('button', { name: 'Uitloggen' }).click();
      await page.getByText('Je bent uitgelogd.').waitFor();
      await page.goBack();
      assert.equal(await page.locator('h1').innerText(), 'Inloggen Werknemerloket');
    });
  });
});
