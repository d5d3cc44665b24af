import { languages } from '../language.js';
import { Officers, type Account, type Officer } from '../models/account.js';
import type { Change, News } from '../models/change.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';
import { messages } from './messages.js';

// Which letters there are is the same in every language.
const { letters } = messages({ language: languages[0] });

/** Who is told of a change, and where. */
export type Recipient = Pick<OutgoingMail, '_id' | 'reader' | 'to' | 'officer'>;

/** The officers of somebody's employer who have access, but for themselves. */
export const otherOfficers = (account: Account) =>
  Officers.find({
    employer: account.employer,
    'access.state': 'active',
    _id: { $ne: account._id },
  }).lean<Officer[]>();

export const toOfficer = ({ _id, email }: Officer, { _id: change }: News): Recipient => ({
  _id: `${change.toString()}:${_id.toString()}`,
  reader: 'officer',
  to: email,
  officer: _id,
});

/** The person, and where the employer has something to do its officers. */
export async function recipientsOf(account: Account, change: Change): Promise<Recipient[]> {
  const { action, email } = change;
  const id = change._id.toString();
  const others = letters.officer[action] ? await otherOfficers(account) : [];
  // Who asks a colleague knows that they did.
  const officers =
    action === 'approval-asked' ? others.filter(({ _id }) => !change.actor.id?.equals(_id)) : others;
  return [
    ...(letters.person[action] ? [{ _id: id, reader: 'person' as const, to: account.email }] : []),
    ...(letters['other-address'][action] && email !== undefined
      ? [{ _id: `${id}:other`, reader: 'other-address' as const, to: email }]
      : []),
    ...officers.map((officer) => toOfficer(officer, change)),
  ];
}
