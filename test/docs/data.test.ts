import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import '../../src/app.js';
import { read } from '../support/files.js';
import { rowsOf } from '../support/markdown.js';

const document = read('docs/data.md');
const classes = rowsOf(document, 'Classes').map(([name]) => name);

describe('docs/data.md', () => {
  it('has every field that is stored, and no other [V8.1.2, V14.1.1]', () => {
    const stored = new Set(
      Object.values(mongoose.models).flatMap((model) =>
        Object.keys(model.schema.paths)
          .filter((path) => path !== '_id')
          .map((path) => `${model.collection.name}: ${path.split('.')[0] ?? ''}`),
      ),
    );
    const written = rowsOf(document, 'Fields').flatMap(([cell = '']) => {
      const [collection = '', fields = ''] = cell.split(': ');
      return fields.split(', ').map((field) => `${collection}: ${field}`);
    });
    assert.deepEqual(written.sort(), [...stored].sort());
  });

  it('has for each who sees it, who changes it, and a class whose rules it follows [V8.1.2, V14.1.1, V14.1.2]', () => {
    assert.equal(classes.length, 5);
    for (const cells of rowsOf(document, 'Fields')) {
      assert.equal(cells.filter((cell) => cell !== '').length, 4, cells[0]);
      assert.ok(classes.includes(cells[1]), cells[0]);
    }
    for (const cells of rowsOf(document, 'Classes'))
      assert.equal(cells.filter((cell) => cell !== '').length, 5);
  });
});
