import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { marks, marksIn, tags } from '../support/asvs/marks.js';
import { paragraphs, statuses } from '../support/asvs/paragraphs.js';
import { requirements } from '../support/asvs/requirements.js';
import { statusOf, table } from '../support/asvs/table.js';
import { read, root } from '../support/files.js';

const known = new Set(requirements.map(({ id }) => id));
const marked = new Set(marks.map(({ id }) => id));

describe('docs/asvs.md', () => {
  it('is what "npm run asvs" makes now', () => {
    assert.equal(read('docs/asvs.md'), table());
  });

  it('has the 164 requirements that apply', () => {
    assert.equal(known.size, 164);
    assert.equal(requirements.length, 164);
  });

  it('shows or explains all of level 1 and 2', () => {
    const left = requirements.filter((one) => one.level < 3 && statusOf(one) === 'not aimed at');
    assert.deepEqual(
      left.map(({ id }) => id),
      [],
    );
  });

  it('says where each is that is met, in a file that is there', () => {
    for (const requirement of requirements) {
      const isMet = ['met, by test', 'met, by document', 'partly'].includes(statusOf(requirement));
      assert.equal(requirement.where !== '', isMet, `${requirement.id}: where "${requirement.where}"`);
      assert.ok(existsSync(root + requirement.where), requirement.where);
    }
  });
});

describe('a mark of a test', () => {
  it('names a requirement, and stands at the end of the title of a test', () => {
    assert.deepEqual(
      tags.filter((id) => !known.has(id)),
      [],
    );
    assert.deepEqual(marks.map(({ id }) => id).sort(), [...tags].sort());
  });

  it('is read with the titles around it, and not from a test that is skipped', () => {
    const text = [
      "describe('one', () => {",
      "  describe('of two', () => {",
      "    it('does [#1.1.1, #2.2.2]', () => {",
      '  });',
      "  it.skip('does not [#3.3.3]', () => {",
      '    it(`and ${what} [#4.4.4]`, () => {',
    ]
      .join('\n')
      // Written out it would be taken for a mark of this test.
      .replaceAll('#', 'V');
    assert.deepEqual(
      marksIn('file', text).map(({ id, title }) => `${id} ${title}`),
      ['V1.1.1 one of two does', 'V2.2.2 one of two does', 'V4.4.4 one and …'],
    );
  });
});

describe('a paragraph of docs/asvs-explained.md', () => {
  it('is the only one of a requirement that exists, and says why', () => {
    assert.equal(new Set(paragraphs.map(({ id }) => id)).size, paragraphs.length);
    for (const { id, status, text } of paragraphs) {
      assert.ok(known.has(id), id);
      assert.ok(statuses.includes(status), `${id}: ${status}`);
      assert.ok(text.length > 40, id);
    }
  });

  it('stands beside tests, or in their place', () => {
    for (const { id, status } of paragraphs) {
      if (status === 'remark') assert.ok(marked.has(id), `${id} has no test to remark on`);
      else if (status !== 'partly')
        assert.ok(!marked.has(id), `${id} is said to be ${status}, and a test shows it`);
    }
  });
});
