import type { RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import { fill, paths } from '../paths.js';
import { sendCsv } from '../web/csv.js';
import { columnNames, columns } from './columns.js';
import { messages } from './messages.js';
import { planImport } from './plan.js';
import { readFile, UnreadableFile } from './read-file.js';

function show(res: Response, why?: UnreadableFile): void {
  const { importPage: t, fileFaults } = messages(res.req);
  const problems = why ? [{ field: 'bestand', text: fileFaults[why.fault](why.line) }] : [];
  res
    .status(why?.fault === 'too-big' ? 413 : why ? 400 : res.statusCode)
    .render('import/upload', { t, problems });
}

/** Where an officer sends a file of employees. Looking at it changes nothing yet. */
export const importPage = ({ now }: Deps): Record<'show' | 'submit', RequestHandler> => ({
  show(_req, res) {
    show(res);
  },

  async submit(req, res) {
    try {
      const id = await planImport(await readFile(req), officerOf(req), now());
      res.redirect(303, fill(paths.importPreview, { id: id.toString() }));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      show(res, error);
    }
  },
});

const example = ['338', 'P.', 'van', 'Wekkers', 'p.vanwekkers@mail.com', '31-1-1980'];

/** The header, and a row to see how it is filled in. */
export const templatePage: RequestHandler = async (req, res) => {
  const header = columnNames.map((name) => columns[name]);
  async function* rows() {
    yield await Promise.resolve(example);
  }
  await sendCsv(res, messages(req).importPage.templateName, header, rows());
};
