import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';

/**
 * Answers with a file for a spreadsheet, row by row as they come. What would be a formula there becomes text
 * (OWASP, CSV injection). Semicolons, because that is what a Dutch spreadsheet opens.
 */
export async function sendCsv(
  res: Response,
  name: string,
  columns: string[],
  rows: AsyncIterable<string[]>,
): Promise<void> {
  res.attachment(`${name}.csv`).type('text/csv; charset=utf-8');
  const csv = stringify({
    header: true,
    columns,
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  await pipeline(Readable.from(rows), csv, res);
}
