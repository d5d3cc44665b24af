import type { RequestHandler } from 'express';
import { clock } from '../dates.js';
import { AuditEntries, type AuditEntry } from '../models/audit-entry.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { sendCsv } from '../web/csv.js';
import { messages } from './messages.js';
import { entryRow } from './security-page.js';

/** All that happened to somebody's access, the oldest first, as a file. */
export const logDownload: RequestHandler = async (req, res) => {
  const { account } = signedInVisitor(req);
  const { fileName, when, what, by } = messages(req).logFile;
  const entries = AuditEntries.find({ employer: account.employer, account: account._id })
    .sort({ at: 1, _id: 1 })
    .lean<AuditEntry>()
    .cursor() as AsyncIterable<AuditEntry>;
  async function* rows() {
    for await (const entry of entries) {
      const row = entryRow(entry, account, req);
      yield [clock(entry.at), row.what, row.by];
    }
  }
  await sendCsv(res, fileName, [when, what, by], rows());
};
