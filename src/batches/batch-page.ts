import type { Request, RequestHandler, Response } from 'express';
import { keptOnceConfirmed } from '../carrying.js';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import { messages as employerMessages } from '../employer/messages.js';
import { why } from '../employer/new-people.js';
import { doesNeed } from '../employer/officer-actions.js';
import type { Reading } from '../language.js';
import { Batches, BatchRows, batchOutcomes, type Batch, type BatchRow } from '../models/batch.js';
import { fill, paths } from '../paths.js';
import { comeBackByItself } from '../web/by-itself.js';
import { field, type Problem } from '../web/form.js';
import { batchOf, countRows, rowsWith, type Counts } from './find.js';
import { messages } from './messages.js';
import { becameOf } from './result.js';

const shown = 100;
const notDone = batchOutcomes.filter((outcome) => outcome !== 'done' && outcome !== 'waits');

const rowFor = (row: BatchRow, batch: Batch, reader: Reading) => ({
  number: row.number,
  name: row.name,
  href: fill(paths.employee, { id: row.account.toString() }),
  what: becameOf(row, batch, reader),
});

/** The first of those with one of these outcomes, and how many more there are. */
async function section(
  batch: Batch,
  outcomes: (typeof batchOutcomes)[number][],
  counts: Counts,
  reader: Reading,
) {
  const rows = await rowsWith(batch, outcomes, shown);
  const count = outcomes.reduce((sum, outcome) => sum + (counts.outcomes[outcome] ?? 0), 0);
  const more = count - rows.length;
  return {
    count,
    rows: rows.map((row) => rowFor(row, batch, reader)),
    more: more > 0 ? messages(reader).batchPage.more(more) : undefined,
  };
}

async function render(
  req: Request,
  res: Response,
  batch: Batch,
  { problems = [], failures }: { problems?: Problem[]; failures?: string[] } = {},
): Promise<void> {
  const { batchPage: t, consequences } = messages(req);
  const { buttonNames } = employerMessages(req);
  const counts = await countRows(batch);
  const here = fill(paths.batch, { id: batch._id.toString() });
  res.render('batches/batch', {
    t,
    title: t.titles[batch.state](buttonNames[batch.action]),
    state: batch.state,
    all: counts.all,
    carriedOut: counts.all - counts.left,
    does: await section(batch, ['done'], counts, req),
    waits: await section(batch, ['waits'], counts, req),
    not: await section(batch, notDone, counts, req),
    consequences: consequences[batch.action],
    asksReason: doesNeed(batch.action, 'reason'),
    reasonWords: employerMessages(req).confirmPage,
    reason: field(req, 'reden'),
    save: batch.state === 'planned' && counts.left > 0 ? buttonNames[batch.action] : undefined,
    address: here,
    comesBack: batch.state === 'running' && comeBackByItself(req, res, here),
    download: fill(paths.batchResult, { id: batch._id.toString() }),
    problems,
    ...(failures && { failures }),
  });
}

/** Has a batch begin, once. */
async function begin(batch: Batch, req: Request, now: Date): Promise<boolean> {
  const expires = new Date(now.getTime() + keptOnceConfirmed);
  await BatchRows.updateMany({ batch: batch._id }, { $set: { expires } });
  const { modifiedCount } = await Batches.updateOne(
    { _id: batch._id, employer: batch.employer, state: 'planned' },
    {
      $set: {
        state: 'running',
        by: actorOf(req, officerOf(req)),
        expires,
        ...(doesNeed(batch.action, 'reason') && why.parse({ reason: field(req, 'reden') })),
      },
    },
  );
  return modifiedCount === 1;
}

/** Whom it is for, and whom not; then how far it is; then what became of each. */
export function batchPage({ now, attempts, batches }: Deps): {
  show: RequestHandler;
  submit: RequestHandler;
} {
  return {
    show: async (req, res) => render(req, res, await batchOf(req)),
    submit: async (req, res) => {
      const batch = await batchOf(req);
      const { batchPage: t } = messages(req);
      const here = fill(paths.batch, { id: batch._id.toString() });
      const { left } = await countRows(batch);
      if (batch.state !== 'planned' || left === 0) {
        res.redirect(303, here);
        return;
      }
      if (doesNeed(batch.action, 'reason') && !why.safeParse({ reason: field(req, 'reden') }).success) {
        const text = employerMessages(req).confirmPage.noReason;
        return render(req, res.status(400), batch, { problems: [{ field: 'reden', text }] });
      }
      const mayStill = await attempts.batchRows(officerOf(req)._id, left);
      if (mayStill !== undefined)
        return render(req, res.status(429), batch, { failures: [t.tooMany(mayStill)] });
      if (await begin(batch, req, now())) batches.carryOut(batch._id);
      res.redirect(303, here);
    },
  };
}
