import type { Request, RequestHandler, Response } from 'express';
import { keptOnceConfirmed } from '../carrying.js';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import type { Reading } from '../language.js';
import { ImportRows, Imports, rowOutcomes, type Import, type RowOutcome } from '../models/import.js';
import { fill, paths } from '../paths.js';
import { comeBackByItself } from '../web/by-itself.js';
import { countRows, importOf, rowsWith, type Counts } from './find.js';
import { messages } from './messages.js';
import { whatOf } from './result.js';

const shown = 100;

/** What people look at first comes first. */
const inOrder: RowOutcome[] = ['refused', 'changed', 'new', 'same'];

/** The first rows with an outcome, and how many more there are. */
async function section(one: Import, outcome: RowOutcome, { outcomes }: Counts, reader: Reading) {
  const { previewPage: t } = messages(reader);
  const count = outcomes[outcome];
  const rows = await rowsWith(one, outcome, shown);
  const more = count - rows.length;
  return {
    heading: (one.state === 'waiting' ? t.headings : t.doneHeadings)[outcome],
    hint: outcome === 'refused' && t.refusedHint,
    what: outcome === 'new' || outcome === 'same' ? t.name : t.what,
    rows: rows.map((row) => ({ line: row.line, number: row.number, what: whatOf(row, reader) })),
    more: more > 0 && t.more(more),
  };
}

/** Only who sent a file confirms it. */
const isMine = ({ officer }: Import, req: Request) => officer.equals(officerOf(req)._id);

async function render(req: Request, res: Response, one: Import, failures?: string[]): Promise<void> {
  const { previewPage: t } = messages(req);
  const counts = await countRows(one);
  const here = fill(paths.importPreview, { id: one._id.toString() });
  const { state } = one;
  res.render('import/preview', {
    t,
    title: t.titles[state],
    intro: state === 'done' ? t.result : counts.left > 0 ? t.intro : t.nothing,
    state,
    all: counts.all,
    carriedOut: counts.all - counts.left,
    counts: rowOutcomes.map((outcome) => ({ name: t.counts[outcome], count: counts.outcomes[outcome] })),
    sections: await Promise.all(inOrder.map((outcome) => section(one, outcome, counts, req))),
    // A second pair of eyes is not had by having a colleague press the button.
    button: state === 'waiting' && counts.left > 0 && isMine(one, req) && t.confirm,
    hint: state === 'waiting' && !isMine(one, req) && t.notYours,
    address: here,
    comesBack: state === 'confirmed' && comeBackByItself(req, res, here),
    download: fill(paths.importResult, { id: one._id.toString() }),
    ...(failures && { failures }),
  });
}

/** Has an import begin, once. */
async function begin({ _id, employer }: Import, req: Request, now: Date): Promise<boolean> {
  const expires = new Date(now.getTime() + keptOnceConfirmed);
  await ImportRows.updateMany({ import: _id }, { $set: { expires } });
  const { modifiedCount } = await Imports.updateOne(
    { _id, employer, state: 'waiting' },
    { $set: { state: 'confirmed', by: actorOf(req, officerOf(req)), until: now, expires } },
  );
  return modifiedCount === 1;
}

/** What an import would do; then how far it is; then what it did. */
export function previewPage({ now, attempts, imports }: Deps): Record<'show' | 'submit', RequestHandler> {
  return {
    show: async (req, res) => render(req, res, await importOf(req)),
    submit: async (req, res) => {
      const one = await importOf(req);
      const { left } = await countRows(one);
      if (one.state === 'waiting' && left > 0 && isMine(one, req)) {
        const mayStill = await attempts.importRows(officerOf(req)._id, left);
        if (mayStill !== undefined)
          return render(req, res.status(429), one, [messages(req).previewPage.tooMany(mayStill)]);
        if (await begin(one, req, now())) imports.carryOut(one._id);
      }
      res.redirect(303, fill(paths.importPreview, { id: one._id.toString() }));
    },
  };
}
