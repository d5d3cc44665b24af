import assert from 'node:assert/strict';
import express from 'express';
import supertest from 'supertest';
import { sendCsv } from '../../src/web/csv.js';

/** The file that comes of these rows, as lines. */
async function fileOf(rows: string[][]): Promise<string[]> {
  const app = express().get('/', (_, res) =>
    sendCsv(
      res,
      'naam',
      ['a', 'b'],
      (async function* () {
        yield* await Promise.resolve(rows);
      })(),
    ),
  );
  const { text } = await supertest(app).get('/').buffer(true);
  return text.replace('\u{feff}', '').split('\r\n').slice(1, -1);
}

describe('a file for a spreadsheet', () => {
  for (const formula of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    '=HYPERLINK("http://elders.nl";"klik")',
  ]) {
    it(`has as text what would be a formula: ${JSON.stringify(formula)}`, async () => {
      const [line = ''] = await fileOf([[formula, 'x']]);
      assert.match(line, /^"?'/);
      assert.ok(line.replaceAll('""', '"').includes(formula));
    });
  }

  it('keeps a value with signs of its own in one cell', async () => {
    assert.deepEqual(await fileOf([['één; "twee"', 'drie']]), ['"één; ""twee""";drie']);
  });
});
