import type { Browser } from './browser.js';
import { squeeze, type Page } from './page.js';

const answers = { Reden: 'telefoon gestolen', 'Ik heb vastgesteld wie dit is': 'ja' };

/** Does what an employee's page offers under this name; where a page asks more first, that is answered. */
export async function act(browser: Browser, name: string): Promise<Page> {
  const isLink = browser.page
    .$('main a')
    .toArray()
    .some((a) => squeeze(browser.page.$(a).text()) === name);
  if (!isLink) return browser.press(name);
  const { $ } = await browser.follow(name);
  const asked = $('main label')
    .toArray()
    .map((label) => squeeze($(label).text()));
  const given = Object.entries(answers).filter(([label]) => asked.includes(label));
  return browser.press($('main form button').last().text(), Object.fromEntries(given));
}
