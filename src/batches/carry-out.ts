import { setTimeout as sleep } from 'node:timers/promises';
import type { Types } from 'mongoose';
import type { Background } from '../background.js';
import { createCarrying, isStillOfficer, lapse, type Carrying } from '../carrying.js';
import type { Relay } from '../changes/relay.js';
import type { Outbox } from '../mail/outbox.js';
import { Batches, BatchRows, type Batch, type BatchRow } from '../models/batch.js';
import type { Attempts } from '../attempts/attempts.js';
import { becomesOf, wasDone } from './row.js';

export interface Needs {
  attempts: Attempts;
  relay: Relay;
  outbox: Outbox;
  now: () => Date;
  background: Background;
}

const atOnce = 100;
/** Milliseconds of rest for each of work: who logs in meanwhile hardly waits (npm run bench:batch). */
const restForWork = 4;

const find = (_id: Types.ObjectId) => Batches.findOne({ _id, state: 'running' }).lean<Batch>();

/** Takes a row on, by its id. @returns whether nobody else has it */
async function takeOn({ _id }: BatchRow, now: Date): Promise<boolean> {
  const { modifiedCount } = await BatchRows.updateOne(
    { _id, isLeft: true, until: { $lte: now } },
    { $set: { until: new Date(now.getTime() + lapse) } },
  );
  return modifiedCount === 1;
}

async function end({ _id }: Batch): Promise<void> {
  if (await BatchRows.exists({ batch: _id, isLeft: true })) return;
  await Batches.updateOne({ _id, state: 'running' }, { $set: { state: 'done' } });
}

/** What is done for many employees at once. */
export function createBatches(needs: Needs): Carrying {
  const { relay, outbox, now, background } = needs;

  async function row(batch: Batch, one: BatchRow): Promise<void> {
    if (!(await takeOn(one, now()))) return;
    const outcome = await becomesOf(batch, one, needs);
    if (outcome === 'done' || outcome === 'waits') await relay.keep(one.account);
    await BatchRows.updateOne({ _id: one._id }, { $set: { outcome, isLeft: false } });
  }

  /** Ends it. What another process has in hand is its to end, and one that was killed may have done its row. */
  async function leaveUndone({ _id: batch, at }: Batch): Promise<void> {
    const isFree = { batch, isLeft: true, until: { $lte: now() } };
    for (const one of await BatchRows.find({ ...isFree, until: { $gt: at, $lte: now() } }).lean<
      BatchRow[]
    >()) {
      const outcome = await wasDone(one);
      if (outcome) await BatchRows.updateOne({ _id: one._id }, { $set: { outcome, isLeft: false } });
    }
    await BatchRows.updateMany(isFree, { $set: { outcome: 'officer-gone', isLeft: false } });
  }

  /** One row after the other. */
  async function goOn(id: Types.ObjectId, isStopping: () => boolean): Promise<void> {
    for (let batch = await find(id); batch; batch = await find(id)) {
      const rows = await BatchRows.find({ batch: id, isLeft: true, until: { $lte: now() } })
        .sort({ line: 1 })
        .limit(atOnce)
        .lean<BatchRow[]>();
      // What another process has is its to end; a sweep looks whether it did.
      if (rows.length === 0) return end(batch);
      for (const one of rows) {
        if (isStopping()) return;
        if (!(await isStillOfficer(batch))) {
          await leaveUndone(batch);
          break;
        }
        const start = performance.now();
        await row(batch, one);
        await sleep(restForWork * (performance.now() - start));
      }
      void outbox.sweep();
    }
  }

  const underWay = () => Batches.find({ state: 'running' }, '_id').lean();
  return createCarrying(background, { underWay, goOn });
}
