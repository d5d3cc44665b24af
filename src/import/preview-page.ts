import type { Request, RequestHandler } from 'express';
import { isValidObjectId } from 'mongoose';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import type { Reading } from '../language.js';
import { ImportRows, Imports, rowOutcomes, type Import, type ImportRow } from '../models/import.js';
import { fill, paths } from '../paths.js';
import { sendCsv } from '../web/csv.js';
import { NotOfEmployer } from '../web/errors.js';
import { redirectWithNotice } from '../web/notice.js';
import { carryOut } from './carry-out.js';
import { messages } from './messages.js';

const shown = 100;

/** The import that the address names, of the reader's own employer. */
async function importOf(req: Request): Promise<Import> {
  const { id } = req.params;
  if (typeof id !== 'string' || !isValidObjectId(id)) throw new NotOfEmployer();
  const found = await Imports.findOne({ _id: id, employer: officerOf(req).employer }).lean<Import>();
  if (!found) throw new NotOfEmployer();
  return found;
}

function what({ outcome, problems = [], details = [] }: ImportRow, reader: Reading): string {
  const { rowProblems, detailNames } = messages(reader);
  return outcome === 'refused'
    ? problems.map((problem) => rowProblems[problem]).join('; ')
    : details.map((detail) => detailNames[detail]).join(', ');
}

async function rowsOf({ _id }: Import, outcome: ImportRow['outcome'], count: number, reader: Reading) {
  const found = ImportRows.find({ import: _id, outcome }).sort({ line: 1 }).limit(shown);
  const rows = (await found.lean<ImportRow[]>()).map((row) => ({
    line: row.line,
    number: row.number,
    what: what(row, reader),
  }));
  const left = count - rows.length;
  return { rows, more: left > 0 ? messages(reader).previewPage.more(left) : undefined };
}

/** What an import would do; after it was confirmed, what it did. */
export const previewPage: RequestHandler = async (req, res) => {
  const one = await importOf(req);
  const { previewPage: t } = messages(req);
  const id = one._id.toString();
  const count = (condition: object) => ImportRows.countDocuments({ import: one._id, ...condition });
  const counts = await Promise.all(rowOutcomes.map((outcome) => count({ outcome })));
  const [, changed = 0, , refused = 0] = counts;
  const left = await count({ done: false });
  const isConfirmed = one.state === 'confirmed';
  res.render('import/preview', {
    t,
    title: isConfirmed ? t.resultTitle : t.title,
    intro: isConfirmed ? (left > 0 ? t.unfinished(left) : t.result) : t.intro,
    counts: rowOutcomes.map((outcome, i) => ({ name: t.counts[outcome], count: counts[i] })),
    refused: await rowsOf(one, 'refused', refused, req),
    changed: await rowsOf(one, 'changed', changed, req),
    changedTitle: isConfirmed ? t.changedDone : t.changed,
    button: left > 0 ? (isConfirmed ? t.goOn : t.confirm) : undefined,
    isConfirmed,
    action: fill(paths.importPreview, { id }),
    download: fill(paths.importResult, { id }),
  });
};

/** Does what the officer saw, and says when it is done. */
export const confirmImport =
  (deps: Deps): RequestHandler =>
  async (req, res) => {
    const one = await importOf(req);
    await carryOut(one, actorOf(req, officerOf(req)), deps);
    const here = fill(paths.importPreview, { id: one._id.toString() });
    redirectWithNotice(req, res, here, messages(req).previewPage.done, deps.now());
  };

/** Every row with its outcome, as a file. */
export const importResult: RequestHandler = async (req, res) => {
  const one = await importOf(req);
  const { previewPage: t } = messages(req);
  async function* rows() {
    const found = ImportRows.find({ import: one._id }).sort({ line: 1 }).lean<ImportRow>().cursor();
    for await (const row of found)
      yield [String(row.line), row.number, t.counts[row.outcome], what(row, req)];
  }
  await sendCsv(res, t.fileName, [t.line, t.number, t.outcome, t.what], rows());
};
