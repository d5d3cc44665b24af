import { Accounts } from '../models/account.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';

/**
 * Has officers find whose last letter did not arrive, and no more who got one since. What became of a letter of before says
 * nothing any more.
 */
export async function noteArrival(
  { account, others = [], reader, since }: OutgoingMail,
  failed?: Date,
): Promise<void> {
  if (reader !== 'person') return;
  for (const _id of [account, ...others.map((one) => one.account)])
    await Accounts.updateOne(
      { _id, $or: [{ lastLetter: null }, { lastLetter: { $lte: since } }] },
      {
        $set: { lastLetter: since, ...(failed && { undelivered: failed }) },
        ...(!failed && { $unset: { undelivered: 1 } }),
      },
    );
}
