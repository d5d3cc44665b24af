import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import { officerOf } from '../employer/guards.js';
import { messages as employerMessages } from '../employer/messages.js';
import { Batches, type Batch } from '../models/batch.js';
import { fill, paths } from '../paths.js';
import { messages } from './messages.js';

const shown = 50;

/** What was done for many together, the last first. */
export const earlierPage: RequestHandler = async (req, res) => {
  const { earlierPage: t } = messages(req);
  const { buttonNames } = employerMessages(req);
  const found = await Batches.find({ employer: officerOf(req).employer, state: { $ne: 'planned' } })
    .sort({ at: -1 })
    .limit(shown)
    .lean<Batch[]>();
  res.render('batches/earlier', {
    t,
    batches: found.map(({ _id, action, at, state, by }) => ({
      href: fill(paths.batch, { id: _id.toString() }),
      action: buttonNames[action],
      at: dateTime(at, req),
      by: by?.name ?? '',
      state: state === 'done' ? t.done : t.running,
    })),
  });
};
