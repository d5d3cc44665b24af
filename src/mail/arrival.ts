import { Accounts } from '../models/account.js';
import { OutgoingMails, type OutgoingMail } from '../models/outgoing-mail.js';

const accountsOf = ({ account, others = [] }: OutgoingMail) => [account, ...others.map((one) => one.account)];

/** Has officers find no more who got a letter since one to them did not arrive. */
export async function noteArrived(mail: OutgoingMail): Promise<void> {
  if (mail.reader !== 'person') return;
  await Accounts.updateMany(
    { _id: { $in: accountsOf(mail) }, undelivered: { $lte: mail.since } },
    { $unset: { undelivered: 1 } },
  );
}

/** Has officers find whose letter did not arrive, unless they got a later one. */
export async function noteLost(mail: OutgoingMail): Promise<void> {
  const { employer, account, reader, since } = mail;
  if (reader !== 'person') return;
  if (await OutgoingMails.exists({ employer, account, reader, state: 'sent', since: { $gt: since } })) return;
  await Accounts.updateMany({ _id: { $in: accountsOf(mail) } }, { $set: { undelivered: since } });
}
