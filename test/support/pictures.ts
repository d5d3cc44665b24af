import { mkdir, rm } from 'node:fs/promises';
import { startPortal } from './app.js';
import { launch, listen, chromiumPath } from './chromium.js';
import { mochaGlobalSetup, mochaGlobalTeardown } from './database.js';
import { phone, Screen } from './screen.js';
import { tour } from './tour/tour.js';

// Makes a picture of every page, in two sizes: npm run pictures

const folder = 'var/pictures';
const sizes = { phone, desktop: { width: 1280, height: 900 } };

// The same dates on every picture, so that those of yesterday compare. What expires is deleted by the machine's clock:
// this has to lie behind it.
const moment = new Date('2030-11-22T17:30:00+01:00');

if (chromiumPath === undefined) {
  console.error('Chromium was not found: install it, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
await rm(folder, { recursive: true, force: true });
await mochaGlobalSetup();
const portal = await startPortal();
await portal.pass({ seconds: (moment.getTime() - portal.now().getTime()) / 1000 });
const site = await listen(portal);
const browser = await launch(chromiumPath);
let made = 0;

for (const { walk } of tour) {
  const screen = await Screen.of(browser, site.address);
  for await (const name of walk(portal, screen)) {
    for (const [size, viewport] of Object.entries(sizes)) {
      await mkdir(`${folder}/${size}`, { recursive: true });
      await screen.page.setViewportSize(viewport);
      await screen.page.screenshot({ path: `${folder}/${size}/${name}.png`, fullPage: true });
      made++;
    }
    await screen.page.setViewportSize(phone);
  }
  await screen.close();
}

await browser.close();
site.close();
await portal.close();
await mochaGlobalTeardown();
console.log(`${made} pictures in ${folder}`);
