import { setTimeout as sleep } from 'node:timers/promises';
import type { Types } from 'mongoose';
import type { Background } from '../background.js';
import type { Relay } from '../changes/relay.js';
import type { Outbox } from '../mail/outbox.js';
import { Officers } from '../models/account.js';
import { Batches, BatchRows, type Batch, type BatchRow } from '../models/batch.js';
import type { Attempts } from '../sign-in/attempts.js';
import { becomesOf } from './row.js';

/** What officers confirmed, carried out in the background. */
export interface Carrying {
  /** Begins with it, or goes on with it, unless this process is at it already. */
  carryOut(batch: Types.ObjectId): void;
  /** Goes on with all that a killed process left. */
  sweep(): Promise<void>;
  /** Leaves off after the row that is under way: another process, or the next start, goes on. */
  stop(): void;
}

export interface Needs {
  attempts: Attempts;
  relay: Relay;
  outbox: Outbox;
  now: () => Date;
  background: Background;
}

/** Milliseconds after which another process may take over a row: no row takes that long. */
const lapse = 60_000;
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

const isStillOfficer = async ({ employer, by }: Batch) =>
  (await Officers.exists({ _id: by?.id, employer, 'access.state': 'active' })) !== null;

export function createCarrying(needs: Needs): Carrying {
  const { relay, outbox, now, background } = needs;
  const underWay = new Set<string>();
  let isStopping = false;

  async function row(batch: Batch, one: BatchRow): Promise<void> {
    if (!(await takeOn(one, now()))) return;
    const outcome = await becomesOf(batch, one, needs);
    if (outcome === 'done' || outcome === 'waits') await relay.keep(one.account);
    await BatchRows.updateOne({ _id: one._id }, { $set: { outcome, isLeft: false } });
  }

  /** One row after the other. */
  async function all(id: Types.ObjectId): Promise<void> {
    for (let batch = await find(id); batch; batch = await find(id)) {
      const rows = await BatchRows.find({ batch: id, isLeft: true, until: { $lte: now() } })
        .sort({ line: 1 })
        .limit(atOnce)
        .lean<BatchRow[]>();
      // What another process has is its to end; a sweep looks whether it did.
      if (rows.length === 0) return end(batch);
      if (await isStillOfficer(batch))
        for (const one of rows) {
          if (isStopping) return;
          const start = performance.now();
          await row(batch, one);
          await sleep(restForWork * (performance.now() - start));
        }
      else
        await BatchRows.updateMany(
          { batch: id, isLeft: true },
          { $set: { outcome: 'officer-gone', isLeft: false } },
        );
      void outbox.sweep();
    }
  }

  async function end({ _id }: Batch): Promise<void> {
    if (await BatchRows.exists({ batch: _id, isLeft: true })) return;
    await Batches.updateOne({ _id, state: 'running' }, { $set: { state: 'done' } });
  }

  const carrying: Carrying = {
    carryOut(batch) {
      const key = batch.toString();
      if (isStopping || underWay.has(key)) return;
      underWay.add(key);
      void background.run(all(batch)).then(() => underWay.delete(key));
    },
    async sweep() {
      const running = await Batches.find({ state: 'running' }, '_id').lean();
      for (const { _id } of running) carrying.carryOut(_id);
    },
    stop() {
      isStopping = true;
    },
  };
  return carrying;
}
