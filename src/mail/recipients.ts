import { Officers, type Account, type Officer } from '../models/account.js';
import type { Change } from '../models/change.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';
import { letters, officerLetters } from './messages.js';

/** Who is told of a change, and where. */
export type Recipient = Pick<OutgoingMail, '_id' | 'to' | 'officer'>;

/** The person, and where the employer has something to do its officers. */
export async function recipientsOf(account: Account, { _id, action }: Change): Promise<Recipient[]> {
  const id = _id.toString();
  const person = letters[action] ? [{ _id: id, to: account.email }] : [];
  if (!officerLetters[action]) return person;
  const officers = await Officers.find({
    employer: account.employer,
    'access.state': 'active',
    _id: { $ne: account._id },
  }).lean<Officer[]>();
  return [
    ...person,
    ...officers.map((officer) => ({
      _id: `${id}:${officer._id.toString()}`,
      to: officer.email,
      officer: officer._id,
    })),
  ];
}
