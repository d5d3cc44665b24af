import { date, dateTime, startOfDay } from '../dates.js';
import { Accounts, type Account } from '../models/account.js';
import type { News } from '../models/change.js';
import { Employers } from '../models/employer.js';
import { languages, type Reading } from '../language.js';
import type { LinkUse } from '../models/link.js';
import { fullName } from '../models/names.js';
import type { OutgoingMail } from '../models/outgoing-mail.js';
import { readDevice } from '../web/device.js';
import { htmlOf } from './html.js';
import { createLink, worksUntil, type LinkMaking } from './links.js';
import { messages } from './messages.js';
import type { LetterFacts, LetterWords } from './messages/types.js';
import type { Letter } from './transport.js';

function leavingOf({ leaving, at }: News, reader: Reading): LetterFacts['leaving'] {
  if (!leaving) return undefined;
  const { on, until } = leaving;
  return {
    on: date(startOfDay(on) ?? until, reader),
    until: date(until, reader),
    isOver: until <= at,
  };
}

const load = (id: OutgoingMail['account']) => Accounts.findById(id).orFail().lean<Account>();
const employerOf = ({ employer }: Account) => Employers.findById(employer).orFail();

/** A link for each account that the letter is about. */
const linksOf = (use: LinkUse, mail: OutgoingMail, linkMaking: LinkMaking, now: Date) =>
  Promise.all(
    [mail, ...(mail.others ?? [])].map(async ({ account: id, version }) => {
      const account = await load(id);
      const { name } = await employerOf(account);
      const href = await createLink(use, { ...mail, account: id, version }, linkMaking, now);
      return { username: account.username ?? '', employer: name, href };
    }),
  );

export const subjectOf = ({ subject }: LetterWords, facts: Pick<LetterFacts, 'name' | 'by'>): string =>
  typeof subject === 'string' ? subject : subject(facts);

/** A letter in these words. @param reader whom it greets */
export function compose(
  words: LetterWords,
  facts: LetterFacts,
  reader: string,
  to: string,
  id: string,
  language: Reading,
): Letter {
  const { frame } = messages(language);
  const employers = new Set([facts.employer, ...facts.links.map(({ employer }) => employer)]);
  const closing = frame.closing(employers.size === 1 ? facts.employer : undefined);
  const paragraphs = [frame.salutation(reader), ...words.body(facts), closing, frame.zone];
  return {
    id,
    to,
    subject: subjectOf(words, facts),
    text: `${paragraphs.join('\n\n')}\n`,
    html: htmlOf(paragraphs, language),
  };
}

/** The letter that tells of a change. A link in it is made here, and stored hashed. */
export async function writeLetter(mail: OutgoingMail, linkMaking: LinkMaking, now: Date): Promise<Letter> {
  const { _id, to, change, reader, officer } = mail;
  const account = await load(mail.account);
  const addressee = officer ? await load(officer) : account;
  const language = { language: addressee.language ?? languages[0] };
  const { letters, actors, frame } = messages(language);
  const words = letters[reader][change.action];
  if (words === undefined) throw new Error(`there is no letter for ${change.action}`);
  const employer = await employerOf(account);
  const links = words.link ? await linksOf(words.link, mail, linkMaking, now) : [];
  const device = change.actor.from?.device;
  const facts = {
    employer: employer.name,
    name: fullName(account),
    username: account.username ?? '',
    at: dateTime(change.at, language),
    by: actors[change.actor.kind],
    actor: change.actor.name,
    role: change.role,
    leaving: leavingOf(change, language),
    log: change.log && { ...change.log, employer: employer._id.toString() },
    device: device === undefined ? frame.unknownDevice : readDevice(device, language),
    isOfficer: account.kind === 'officer',
    link: links[0]?.href ?? '',
    until: words.link ? dateTime(worksUntil(words.link, change, now), language) : '',
    links,
  };
  return compose(words, facts, fullName(addressee), to, _id.replace(':', '.'), language);
}
