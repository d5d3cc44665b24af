import type { RequestHandler } from 'express';
import type { Reading } from '../language.js';
import { ImportRows, type ImportRow } from '../models/import.js';
import { listName } from '../models/names.js';
import { sendCsv } from '../web/csv.js';
import { importOf } from './find.js';
import { messages } from './messages.js';
import { wantedOf } from './wanted.js';

/** What is wrong with a row, what it changes, or whom it is about. */
export function whatOf({ outcome, problems = [], details = [], values }: ImportRow, reader: Reading): string {
  const { rowProblems, detailNames } = messages(reader);
  if (outcome === 'refused') return problems.map((problem) => rowProblems[problem]).join('; ');
  if (outcome === 'changed') return details.map((detail) => detailNames[detail]).join(', ');
  return listName(wantedOf(values, undefined));
}

/** Every row with its outcome, as a file. */
export const importResult: RequestHandler = async (req, res) => {
  const one = await importOf(req);
  const { previewPage: t } = messages(req);
  async function* rows() {
    const found = ImportRows.find({ import: one._id }).sort({ line: 1 }).lean<ImportRow>().cursor();
    for await (const row of found) {
      const isLeft = one.state === 'confirmed' && !row.done;
      yield [String(row.line), row.number, isLeft ? t.left : t.counts[row.outcome], whatOf(row, req)];
    }
  }
  await sendCsv(res, t.fileName, [t.line, t.number, t.outcome, t.what], rows());
};
