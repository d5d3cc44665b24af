import { Answers } from '../models/answer.js';
import { CoverageDays } from '../models/coverage-day.js';
import { Batches, BatchRows } from '../models/batch.js';
import { ImportRows, Imports } from '../models/import.js';
import { Limits } from '../models/limit.js';
import { Links } from '../models/link.js';
import { OutgoingMails } from '../models/outgoing-mail.js';
import { SessionRecords } from '../models/session-record.js';
import { Waits } from '../models/wait.js';

/** Deletes what has expired. MongoDB's TTL indexes do so too; the embedded Java engine only accepts them. */
export async function sweep(now: Date): Promise<void> {
  await SessionRecords.deleteMany({ expires: { $lt: now } });
  await Links.deleteMany({ expires: { $lt: now } });
  await Waits.deleteMany({ expires: { $lt: now } });
  await OutgoingMails.deleteMany({ expires: { $lt: now } });
  await ImportRows.deleteMany({ expires: { $lt: now } });
  await Imports.deleteMany({ expires: { $lt: now } });
  await BatchRows.deleteMany({ expires: { $lt: now } });
  await Batches.deleteMany({ expires: { $lt: now } });
  await CoverageDays.deleteMany({ expires: { $lt: now } });
  await Answers.deleteMany({ expires: { $lt: now } });
  await Limits.deleteMany({ expire: { $lt: now } });
}
