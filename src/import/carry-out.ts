import { setTimeout as sleep } from 'node:timers/promises';
import type { Types } from 'mongoose';
import type { Logger } from 'pino';
import type { Background } from '../background.js';
import { createCarrying, isStillOfficer, lapse, type Carrying } from '../carrying.js';
import type { Relay } from '../changes/relay.js';
import { isDatabaseAway } from '../database/away.js';
import type { Outbox } from '../mail/outbox.js';
import type { Employee } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { ImportRows, Imports, type Import, type ImportRow } from '../models/import.js';
import { becomesOf, onRecord, wasDone, type Became } from './row.js';

export interface Needs {
  relay: Relay;
  outbox: Outbox;
  now: () => Date;
  background: Background;
  log: Logger;
}

/** Rows that are looked up together: the embedded engine goes through all of them each time. */
const lookedUp = 2_500;
/** Rows that are under way together: so many entries come to the audit log in one go. */
const atOnce = 50;
/** Milliseconds of rest for each of work, in which others are served (npm run bench:import). */
const restForWork = 0.1;

/** Takes an import on, or keeps it. @returns null where another process has it, or it is done */
const takeOn = (_id: Types.ObjectId, until: Date | { $lte: Date }, now: Date) =>
  Imports.findOneAndUpdate(
    { _id, state: 'confirmed', until },
    { $set: { until: new Date(now.getTime() + lapse) } },
    { returnDocument: 'after' },
  ).lean<Import & Required<Pick<Import, 'by' | 'until'>>>();

const left = (_id: Types.ObjectId) =>
  ImportRows.find({ import: _id, done: false }).sort({ line: 1 }).limit(lookedUp).lean<ImportRow[]>();

/** Of what is left, a killed process may have done some. */
async function refuseRest({ _id }: Import): Promise<void> {
  for (let rows = await left(_id); rows.length > 0; rows = await left(_id)) {
    const there = await onRecord(rows);
    const became = rows.map(async (row, i): Promise<Became> => {
      const isDone = there[i] !== undefined && (await wasDone(row, there[i]));
      return isDone ? { outcome: row.outcome } : { outcome: 'refused', problems: ['officer-gone'] };
    });
    await note(rows, await Promise.all(became));
  }
}

/** Most are as they were planned. */
async function note(rows: ImportRow[], became: Became[]): Promise<void> {
  const isAsPlanned = rows.map(({ outcome }, i) => outcome === became[i]?.outcome);
  const asPlanned = rows.filter((_, i) => isAsPlanned[i]).map(({ _id }) => _id);
  await ImportRows.updateMany({ _id: { $in: asPlanned } }, { $set: { done: true } });
  for (const [i, { _id }] of rows.entries())
    if (!isAsPlanned[i]) {
      const { outcome, problems } = became[i] ?? {};
      await ImportRows.updateOne({ _id }, { $set: { done: true, outcome, ...(problems && { problems }) } });
    }
}

/** The files of employees that officers confirmed. */
export function createImports(needs: Needs): Carrying {
  const { relay, outbox, now, background, log } = needs;

  async function row(one: ImportRow, there: Employee | undefined, by: Actor): Promise<Became> {
    try {
      return await becomesOf(one, there, by, now());
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.error({ err: error, row: one._id }, 'a row of an import could not be carried out');
      return { outcome: 'refused', problems: ['failed'] };
    }
  }

  async function goOn(id: Types.ObjectId, isStopping: () => boolean): Promise<void> {
    let one = await takeOn(id, { $lte: now() }, now());
    while (one) {
      const rows = await left(id);
      if (rows.length === 0) {
        await Imports.updateOne({ _id: id, until: one.until }, { $set: { state: 'done' } });
        return;
      }
      // The entries of some come to the log while the next are carried out.
      let inLog = Promise.resolve();
      for (let from = 0; one && from < rows.length; from += atOnce) {
        if (isStopping()) {
          await inLog;
          await Imports.updateOne({ _id: id, until: one.until }, { $set: { until: now() } });
          return;
        }
        const { by } = one;
        if (!(await isStillOfficer(one))) {
          await refuseRest(one);
          break;
        }
        const start = performance.now();
        const group = rows.slice(from, from + atOnce);
        const there = await onRecord(group);
        const became = await Promise.all(group.map((each, i) => row(each, there[i], by)));
        await note(group, became);
        await inLog;
        inLog = relay.keepAll(became.flatMap(({ account }) => account ?? []));
        await sleep(restForWork * (performance.now() - start));
        one = await takeOn(id, one.until, now());
      }
      await inLog;
      void outbox.sweep();
    }
  }

  const underWay = () => Imports.find({ state: 'confirmed' }, '_id').lean();
  return createCarrying(background, { underWay, goOn });
}
