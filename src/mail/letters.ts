import { fill, paths } from '../paths.js';
import { dateTime } from '../dates.js';
import type { Account } from '../models/account.js';
import type { Change } from '../models/change.js';
import type { Employer } from '../models/employer.js';
import { fullName } from '../models/names.js';
import { createLink } from './links.js';
import { actors, closing, letters, salutation, unknownDevice } from './messages.js';
import type { Letter } from './transport.js';

/** Where letters lead to, and what their links are made with. */
export interface LinkMaking {
  baseUrl: URL;
  secret: string;
}

async function passwordLink(account: Account, { _id }: Change, { baseUrl, secret }: LinkMaking, now: Date) {
  const token = await createLink(account, _id, secret, now);
  return new URL(fill(paths.choosePassword, { token }), baseUrl).href;
}

/** The letter that tells the person of a change; undefined where none is due. A link in it is made here, and stored hashed. */
export async function writeLetter(
  account: Account,
  employer: Employer,
  change: Change,
  linkMaking: LinkMaking,
  now: Date,
): Promise<Letter | undefined> {
  const words = letters[change.action];
  if (words === undefined) return undefined;
  const facts = {
    employer: employer.name,
    username: account.username ?? '',
    at: dateTime(change.at),
    by: actors[change.actor.kind],
    device: change.actor.from?.device ?? unknownDevice,
    link: change.action === 'access-granted' ? await passwordLink(account, change, linkMaking, now) : '',
  };
  return {
    to: account.email,
    subject: typeof words.subject === 'string' ? words.subject : words.subject(facts),
    text: [salutation(fullName(account)), ...words.body(facts), closing(employer.name)].join('\n\n') + '\n',
  };
}
