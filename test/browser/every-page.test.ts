import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startPortal, type Portal } from '../support/app.js';
import { chromiumPath, launch, listen, needChromium } from '../support/chromium.js';
import { checks, Look, type Check, type Findings } from '../support/looks/look.js';
import { Met } from '../support/looks/met.js';
import { Screen } from '../support/screen.js';
import { tour } from '../support/tour/tour.js';

describe('every page in every state, in a real browser without JavaScript', function () {
  this.timeout(120_000);
  let portal: Portal;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  let met: Met;

  before(async function () {
    const chromium = needChromium(this);
    portal = await startPortal();
    browser = await launch(chromium);
    site = await listen(portal);
    met = new Met(readFileSync('public/portal.css', 'utf8'));
  });
  after(async () => {
    if (chromiumPath === undefined) return;
    await browser.close();
    site.close();
    await portal.close();
  });

  for (const { name, walk } of tour) {
    describe(name, () => {
      const pages = new Map<string, Findings>();

      before(async () => {
        const screen = await Screen.of(browser, site.address);
        const look = await Look.on(screen);
        for await (const page of walk(portal, screen)) {
          await met.note(screen);
          pages.set(page, await look.over());
        }
        await screen.close();
      });

      for (const [check, sentence] of Object.entries(checks) as [Check, string][]) {
        it(sentence, () => {
          const faults = [...pages].flatMap(([page, found]) =>
            found[check].map((fault) => `${page}: ${fault}`),
          );
          assert.deepEqual(faults, []);
        });
      }
    });
  }

  describe('together', () => {
    it('are all that somebody can open', () => {
      assert.deepEqual(met.missedRoutes(portal), ['/huisstijl/:colour.css', '/huisstijl/logo/:id/:hash']);
    });

    it('show every view', () => {
      assert.deepEqual(met.missedViews(), []);
    });

    it('say all that the portal can say', async () => {
      assert.deepEqual(await met.missedSentences(), []);
    });

    it('are English for who reads English', async () => {
      assert.deepEqual(await met.dutchInEnglish(), []);
    });

    it('use every rule of the style sheet', () => {
      assert.deepEqual(met.missedSelectors(), []);
    });
  });
});
