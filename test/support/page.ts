import assert from 'node:assert/strict';
import { load, type CheerioAPI } from 'cheerio';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Written by hand, read by browsers: these are matters of layout, not of validity.
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // A button submits unless it says otherwise.
    'no-implicit-button-type': 'off',
  },
});

/** A page as a person sees it. */
export interface Page {
  status: number;
  /** Where the browser ended up. */
  path: string;
  title: string;
  heading: string;
  /** All that can be read in the main part. */
  text: string;
  $: CheerioAPI;
}

/** Every page fetched in a test is checked: valid HTML, one h1, a title that starts with it, fields with a label. */
export async function readPage(status: number, path: string, html: string): Promise<Page> {
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map((m) => `${m.line}: ${m.message} (${m.ruleId})`),
  );
  assert.deepEqual(faults, [], `HTML of ${path}`);
  const $ = load(html);
  assert.equal($('h1').length, 1, `one h1 on ${path}`);
  const heading = squeeze($('h1').text());
  const title = squeeze($('title').text());
  assert.ok(
    title.replace(/^(Fout|Error): /, '').startsWith(heading),
    `title "${title}" starts with "${heading}"`,
  );
  for (const input of $('input:not([type=hidden]):not([aria-hidden=true])').toArray()) {
    assert.equal(
      $(`label[for="${$(input).attr('id') ?? ''}"]`).length,
      1,
      `label of ${$(input).attr('name') ?? ''}`,
    );
  }
  assert.equal($('script, [style], [onclick]').length, 0, `no script or inline style on ${path}`);
  return { status, path, title, heading, text: squeeze($('main').text()), $ };
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
