import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, logIn } from '../support/people.js';

describe('the page Toegankelijkheid', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  it('is one click from every page, also for who cannot log in', async () => {
    const browser = new Browser(portal.app);
    for (const path of ['/inloggen', '/uitleg', '/bestaat-niet', '/toegankelijkheid']) {
      await browser.open(path);
      assert.equal((await browser.follow('Toegankelijkheid')).status, 200, path);
    }
    assert.match(browser.page.text, /Wat is getest\?/);
    assert.match(browser.page.text, /Wat is nog niet getest/);
    assert.match(browser.page.text, /klacht/);
  });

  it('names the employer, and whom to call, once it is known who asks', async () => {
    const who = await anEmployee(portal, await anEmployer('Wekkers B.V.', 'personeelszaken, 020 123 45 67'));
    await logIn(who);
    const { text } = await who.browser.follow('Toegankelijkheid');
    assert.match(text, /voor Wekkers B\.V\./);
    assert.match(text, /Wekkers B\.V\.: personeelszaken, 020 123 45 67/);
  });
});
