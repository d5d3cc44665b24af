import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { chromiumPath, launch, needChromium } from '../support/chromium.js';
import { Look, type Check } from '../support/looks/look.js';
import { Screen } from '../support/screen.js';

const good = {
  css: ':root { color-scheme: light dark } body { background: Canvas } a, button, input { display: inline-block; min-width: 24px; min-height: 24px; border: 1px solid } :focus { outline: 3px solid } .skip:not(:focus) { position: absolute; top: -99px }',
  title: 'Een pagina',
  html: '<h1>Een pagina</h1><p><a href="/een">Een</a></p><form><label for="naam">Naam</label> <input id="naam" type="text"> <button>Verder</button></form>',
};

/** Something that is wrong with a page, and which look has to find it. */
const faults: Record<string, [Check, Partial<typeof good> & { more?: string }]> = {
  'a field without a label': ['html', { more: '<input name="b" type="text">' }],
  'a grey that is hard to read': ['axe', { more: '<p class="grey">Grijs</p>', css: '.grey { color: #bbb }' }],
  'a grey that is hard to read in the dark': [
    'axe',
    { css: '@media (prefers-color-scheme: dark) { body { background: #888; color: #777 } }' },
  ],
  'something wide': ['layout', { css: 'h1 { width: 330px }' }],
  'a line that is cut off': ['layout', { css: 'h1 { overflow: hidden; height: 10px }' }],
  'text over text': ['layout', { css: 'form { margin-top: -45px }' }],
  'a sheet over everything': [
    'layout',
    { css: 'body::after { content: ""; position: fixed; inset: 0; z-index: 9 }' },
  ],
  'another order than that of the document': [
    'order',
    { css: 'main { display: flex; flex-direction: column-reverse }' },
  ],
  'a small link': [
    'targets',
    { more: '<p><a class="small" href="/x">X</a></p>', css: '.small { display: inline; }' },
  ],
  'a box that does not grow with its text': [
    'spacing',
    {
      more: '<p class="box">Een zin die net past</p>',
      css: '.box { overflow: hidden; width: 170px; height: 25px }',
    },
  ],
  'a button that is nothing but its colour': ['forced', { css: 'button { border: 0; background: #00f }' }],
  'a focus that does not show': ['keyboard', { css: 'button:focus { outline: none }' }],
  'a focus under a bar': [
    'keyboard',
    { more: `<div class="bar"></div>`, css: '.bar { position: fixed; inset: 0 0 50% 0; background: #fff }' },
  ],
  'a leap in the order of Tab': [
    'keyboard',
    { more: '<p><a href="/twee" tabindex="1">Twee</a> <a href="/drie">Drie</a></p>' },
  ],
  'an error that only shows': [
    'errors',
    { more: '<div class="problems" tabindex="-1"><a href="#naam">Fout</a></div>' },
  ],
};

describe('the looks at every page find', () => {
  let browser: Browser;
  let screen: Screen;
  let look: Look;

  before(async function () {
    browser = await launch(needChromium(this));
    screen = await Screen.of(browser, 'http://portal.test');
    look = await Look.on(screen);
  });
  after(async () => {
    if (chromiumPath !== undefined) await browser.close();
  });

  const open = async ({ css = '', more = '' }: { css?: string; more?: string }) => {
    const body = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${good.title}</title><link rel="stylesheet" href="/stijl.css"><meta name="viewport" content="width=device-width"></head><body><a class="skip" href="#inhoud">Naar de inhoud</a><main id="inhoud">${good.html}${more}</main></body></html>`;
    await screen.page.route('**/*', (route) =>
      route.fulfill(
        route.request().url().endsWith('.css')
          ? { contentType: 'text/css', body: good.css + css }
          : { contentType: 'text/html', body },
      ),
    );
    await screen.open('/');
    return look.over();
  };

  it('nothing on a page that is good', async () => {
    const found = Object.values(await open({})).flat();
    assert.deepEqual(found, []);
  });

  for (const [fault, [check, page]] of Object.entries(faults)) {
    it(fault, async () => {
      const found = await open(page);
      assert.notEqual(found[check].length, 0, JSON.stringify(found));
    });
  }
});
