import type { Employee } from '../models/account.js';
import type { AuditRecord } from '../models/audit-entry.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';
import { day } from './lives.js';

/** The letter that tells of it, which the mail server refused. */
export function failedLetter(
  { _id, employer, email }: Employee,
  news?: AuditRecord,
): OutgoingMail | undefined {
  if (!news) return undefined;
  return {
    _id: news._id.toString(),
    employer,
    account: _id,
    version: 0,
    reader: 'person',
    to: email,
    change: news,
    state: 'failed',
    tries: 1,
    due: news.at,
    since: news.at,
    refusal: 'answered 550 to RCPT TO',
    expires: new Date(news.at.getTime() + 30 * day),
  };
}
