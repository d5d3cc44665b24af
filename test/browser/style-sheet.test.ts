import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { startPortal, type Portal } from '../support/app.js';
import { chromiumPath, launch, listen, needChromium } from '../support/chromium.js';
import { Screen } from '../support/screen.js';

const sheet = readFileSync('public/portal.css', 'utf8');

describe('the style sheet', () => {
  it('is one, and weighs at most 15 kB as it travels', () => {
    assert.deepEqual(
      readdirSync('public').filter((file) => file.endsWith('.css')),
      ['portal.css'],
    );
    assert.ok(gzipSync(sheet).length <= 15_000, `${gzipSync(sheet).length} bytes`);
  });

  it('asks for nothing more: no fonts, no pictures, no other sheet', () => {
    assert.doesNotMatch(sheet, /url\(|@import|@font-face/);
  });

  describe('in a browser', function () {
    // The whole tour.
    this.timeout(300_000);
    let portal: Portal;
    let browser: Browser;
    let site: Awaited<ReturnType<typeof listen>>;

    before(async function () {
      const chromium = needChromium(this);
      portal = await startPortal();
      browser = await launch(chromium);
      site = await listen(portal);
    });
    after(async () => {
      if (chromiumPath === undefined) return;
      await browser.close();
      site.close();
      await portal.close();
    });

    it('is all that a first visit needs, besides the page and its icon', async () => {
      const { page } = await Screen.of(browser, site.address);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site.address, { waitUntil: 'networkidle' });
      assert.deepEqual(
        asked.filter((path) => path !== '/icon.svg' && path !== '/'),
        ['/inloggen', '/portal.css'],
      );
    });
  });
});
