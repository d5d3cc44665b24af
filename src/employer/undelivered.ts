import { dateTime } from '../dates.js';
import type { Reading } from '../language.js';
import { subjectOf } from '../mail/letters.js';
import { messages as mail } from '../mail/messages.js';
import type { Account } from '../models/account.js';
import type { News } from '../models/change.js';
import { emailKey, fullName } from '../models/names.js';
import { OutgoingMails, type OutgoingMail } from '../models/outgoing-mail.js';
import { messages } from './messages.js';

// The first try and the second take less, and mostly do.
const patience = 5 * 60_000;

/** What an officer can send once more, by a button. */
const sentOnRequest: News['action'][] = ['access-granted', 'invitation-renewed', 'username-sent'];

function tell(account: Account, { change, to, since, state }: OutgoingMail, reader: Reading): string {
  const t = messages(reader).undelivered;
  const { letters, actors } = mail(reader);
  const words = letters.person[change.action];
  const facts = { by: actors[change.actor.kind], name: fullName(account) };
  const subject = words ? subjectOf(words, facts) : '';
  if (state === 'waiting') return t.waits(subject, to, dateTime(since, reader));
  return t.failed(subject, to, dateTime(since, reader), sentOnRequest.includes(change.action));
}

/** Letters to this person that did not arrive, or not yet: a line for each, unless the same was sent anew. */
export async function undelivered(account: Account, now: Date, reader: Reading): Promise<string[]> {
  const sent = await OutgoingMails.find({
    employer: account.employer,
    account: account._id,
    reader: 'person',
  })
    .sort({ since: 1 })
    .lean<OutgoingMail[]>();
  // What went to an address of before is nobody's to send again.
  const here = sent.filter(({ to }) => emailKey(to) === account.emailKey);
  const newest = new Map(here.map((letter) => [letter.change.action, letter]));
  const isLate = ({ since }: OutgoingMail) => now.getTime() - since.getTime() >= patience;
  return [...newest.values()]
    .filter((letter) => letter.state === 'failed' || (letter.state === 'waiting' && isLate(letter)))
    .map((letter) => tell(account, letter, reader));
}
