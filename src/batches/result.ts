import type { RequestHandler } from 'express';
import { messages as employerMessages } from '../employer/messages.js';
import type { Reading } from '../language.js';
import { BatchRows, type Batch, type BatchRow } from '../models/batch.js';
import { sendCsv } from '../web/csv.js';
import { batchOf } from './find.js';
import { messages } from './messages.js';

/** What would become of a row, or became of it, in words. */
export function becameOf({ outcome, access, isLeft }: BatchRow, { state }: Batch, reader: Reading): string {
  const { outcomes, planned, batchPage: t } = messages(reader);
  if (state === 'planned') return planned[outcome](employerMessages(reader).accessNames[access]);
  return isLeft ? t.left : outcomes[outcome](employerMessages(reader).accessNames[access]);
}

/** Every row with what becomes of it, as a file. */
export const batchResult: RequestHandler = async (req, res) => {
  const batch = await batchOf(req);
  const { batchPage: t } = messages(req);
  async function* rows() {
    const found = BatchRows.find({ batch: batch._id }).sort({ line: 1 }).lean<BatchRow>().cursor();
    for await (const row of found) yield [row.number, row.name, becameOf(row, batch, req)];
  }
  await sendCsv(res, t.fileName, [t.number, t.name, t.what], rows());
};
