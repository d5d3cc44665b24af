import type { Types } from 'mongoose';
import type { Logger } from 'pino';
import type { Background } from '../background.js';
import type { Account, Officer } from '../models/account.js';
import type { Change, News } from '../models/change.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { OutgoingMails, type OutgoingMail } from '../models/outgoing-mail.js';
import { noteArrived, noteLost } from './arrival.js';
import { writeLetter } from './letters.js';
import type { LinkMaking } from './links.js';
import { recipientsOf, toOfficer } from './recipients.js';
import { inWords, refusalOf } from './refusal.js';
import { isFinal, isServerAway, isTriedForADay, retryAt } from './retry.js';
import { takeOn } from './take-on.js';
import type { Send } from './transport.js';

/** Letters that wait until the mail server has them. */
export interface Outbox {
  /** Keeps the letters that tell of a change, each once. */
  add(account: Account, change: Change): Promise<void>;
  /** Keeps one letter to somebody who has several accounts, once. */
  addForAll(accounts: [Account, ...Account[]], change: Change): Promise<void>;
  /** Keeps a letter to each of these officers, once. */
  addForOfficers(officers: Officer[], news: News): Promise<void>;
  /** Sends what waits for these changes, in the background. */
  send(changes: Types.ObjectId[]): void;
  /** Sends everything that is due, once what is under way is done. */
  sweep(): Promise<void>;
  /** Leaves off after the letter in hand: another process, or the next start, goes on. */
  stop(): void;
}

interface Needs {
  send: Send;
  linkMaking: LinkMaking;
  now: () => Date;
  log: Logger;
  background: Background;
}

const keptFor = 30 * 24 * 60 * 60_000;

export function createOutbox({ send, linkMaking, now, log, background }: Needs): Outbox {
  const close = ({ _id, tries }: OutgoingMail, state: 'sent' | 'failed') =>
    OutgoingMails.updateOne(
      { _id, tries, state: 'waiting' },
      { $set: { state, expires: new Date(now().getTime() + keptFor) } },
    );

  const refused = async (mail: OutgoingMail, error: unknown) => {
    const refusal = refusalOf(error);
    const { _id, tries } = mail;
    await OutgoingMails.updateOne(
      { _id, tries, state: 'waiting' },
      { $set: { refusal: inWords(refusal), due: retryAt(tries, now()) } },
    );
    const isLost = isFinal(error) || isTriedForADay(mail, now());
    if (isLost) {
      // First: who is killed in between tries the letter again.
      await noteLost(mail);
      await close(mail, 'failed');
    }
    log.error({ refusal, letter: mail._id, isLost }, 'letter not sent');
  };

  /** @returns false when the mail server is away, so that the next letter need not try */
  const sendOne = async (waiting: OutgoingMail): Promise<boolean> => {
    const mail = await takeOn(waiting, now());
    if (!mail) return true;
    try {
      await send(await writeLetter(mail, linkMaking, now()));
    } catch (error) {
      await refused(mail, error);
      return !isServerAway(error);
    }
    await noteArrived(mail);
    await close(mail, 'sent');
    return true;
  };

  const sendAll = async (filter: Record<string, unknown>) => {
    const waiting = await OutgoingMails.find({ ...filter, state: 'waiting', due: { $lte: now() } })
      .sort({ due: 1 })
      .lean<OutgoingMail[]>();
    for (const mail of waiting) if (isStopping || !(await sendOne(mail))) return;
  };

  let lastSweep = Promise.resolve();
  let nextSweep: Promise<void> | undefined;
  let isStopping = false;

  const keep = async (
    account: Account,
    change: News,
    letter: Pick<OutgoingMail, '_id' | 'reader' | 'to' | 'officer' | 'others'>,
  ) => {
    try {
      await OutgoingMails.create({
        ...letter,
        employer: account.employer,
        account: account._id,
        version: change.version ?? account.version,
        change,
        state: 'waiting',
        tries: 0,
        due: now(),
        since: now(),
      });
    } catch (error) {
      // Kept by an earlier try, or by another process.
      if (!isDuplicateKey(error)) throw error;
    }
  };

  return {
    async add(account, change) {
      for (const recipient of await recipientsOf(account, change)) await keep(account, change, recipient);
    },
    async addForAll([first, ...others], change) {
      await keep(first, change, {
        _id: change._id.toString(),
        reader: 'person',
        to: first.email,
        others: others.map(({ _id, version }) => ({ account: _id, version })),
      });
    },
    async addForOfficers(officers, news) {
      for (const officer of officers) await keep(officer, news, toOfficer(officer, news));
    },
    send(changes) {
      if (changes.length > 0) void background.run(sendAll({ 'change._id': { $in: changes } }));
    },
    sweep() {
      // One after the other: a slow mail server does not get more and more at the same time.
      nextSweep ??= background.run(
        lastSweep.then(() => {
          nextSweep = undefined;
          return sendAll({});
        }),
      );
      lastSweep = nextSweep;
      return lastSweep;
    },
    stop() {
      isStopping = true;
    },
  };
}
