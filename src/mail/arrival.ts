import { Accounts } from '../models/account.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';

/** Has officers find whose last letter did not arrive, and no more who got one since. */
export async function noteArrival({ account, reader }: OutgoingMail, failed?: Date): Promise<void> {
  if (reader !== 'person') return;
  if (failed) await Accounts.updateOne({ _id: account }, { $set: { undelivered: failed } });
  else await Accounts.updateOne({ _id: account, undelivered: { $ne: null } }, { $unset: { undelivered: 1 } });
}
