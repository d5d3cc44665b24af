import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { filesIn, read, root } from './support/files.js';

/** Stands for whatever a text is given. */
const anything: unknown = new Proxy(
  {},
  { get: (_, key) => (key === 'links' ? [] : key === Symbol.toPrimitive ? () => 'iets' : 'iets') },
);

/** What a text is, without its words: names of what it says, and whether it is filled in. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'function')
    return shapeOf((value as (...all: unknown[]) => unknown)(anything, anything, anything));
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

const inMessages = (file: string) => file.includes('/messages/');
const modules = filesIn('src', 'nl.ts').filter(inMessages);
const textsOf = async (file: string) => ({ ...((await import(root + file)) as object) });

describe('the texts', () => {
  it('live with their feature, Dutch and English beside each other', () => {
    assert.ok(modules.length >= 7);
    const english = filesIn('src', 'en.ts')
      .filter(inMessages)
      .map((file) => file.replace(/en\.ts$/, 'nl.ts'));
    assert.deepEqual(english.sort(), modules.sort());
  });

  for (const file of modules) {
    it(`say the same in both: ${file}`, async () => {
      const [dutch, english] = [await textsOf(file), await textsOf(file.replace(/nl\.ts$/, 'en.ts'))];
      assert.ok(Object.keys(dutch).length > 0);
      assert.deepEqual(shapeOf(english), shapeOf(dutch));
    });
  }

  it('are not in the templates: no words between the tags, nor in what is read out', () => {
    const faults = filesIn('views', '.ejs').flatMap((file) => {
      const $ = load(read(file).replace(/<%[\s\S]*?%>/g, ''), null, false);
      const spoken = $('*')
        .toArray()
        .flatMap((el) => ['alt', 'title', 'aria-label', 'placeholder'].map((name) => $(el).attr(name) ?? ''));
      const words = [$.root().text(), ...spoken].join(' ').match(/\p{L}{2,}/gu) ?? [];
      return words.map((word) => `${file}: ${word}`);
    });
    assert.deepEqual(faults, []);
  });
});
