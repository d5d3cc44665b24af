import type { Types } from 'mongoose';
import type { Logger } from 'pino';
import { writeLetter, type LinkMaking } from '../mail/letters.js';
import type { Send } from '../mail/transport.js';
import { Accounts, type Account } from '../models/account.js';
import type { Change } from '../models/change.js';
import { Employers } from '../models/employer.js';
import { claim } from './claim.js';
import { enter } from './enter.js';

/** Brings changes from the documents that made them to the audit log and the post. */
export interface Relay {
  /** Enters the account's changes in the audit log. */
  record(account: Types.ObjectId): Promise<void>;
  /** The same, and its letters follow in the background. Never throws: the sweep tries again. */
  bring(account: Types.ObjectId): Promise<void>;
  /** Brings what a killed process or a mail server that was down left behind, one account after the other. */
  sweep(): Promise<void>;
  /** Waits until no letter is under way. */
  settled(): Promise<void>;
}

interface Needs {
  send: Send;
  linkMaking: LinkMaking;
  now: () => Date;
  log: Logger;
}

const load = (id: Types.ObjectId) => Accounts.findById(id).orFail().lean<Account>();

export function createRelay({ send, linkMaking, now, log }: Needs): Relay {
  const underWay = new Set<Promise<void>>();

  const record = async (id: Types.ObjectId) => {
    const { employer, changes } = await load(id);
    for (const change of changes) {
      const { _id, action, actor } = change;
      if (await enter({ ...change, employer, account: id }))
        log.info(
          { account: id, change: _id, action, by: actor.id ?? actor.kind },
          'entered in the audit log',
        );
    }
  };

  const postOne = async (id: Types.ObjectId, change: Change) => {
    const account = await claim(id, change, now());
    if (!account) return;
    const employer = await Employers.findById(account.employer).orFail();
    const letter = await writeLetter(account, employer, change, linkMaking, now());
    if (letter) await send(letter);
    await Accounts.updateOne({ _id: id }, { $pull: { changes: { _id: change._id } } });
  };

  const post = async (id: Types.ObjectId) => {
    const { changes } = await load(id);
    for (const change of changes) {
      // A letter that is refused does not hold back the others.
      await postOne(id, change).catch((error: unknown) => {
        log.error({ err: error, account: id, change: change._id }, 'letter not sent, will be tried again');
      });
    }
  };

  const inBackground = (work: Promise<void>) => {
    const done = work.catch((error: unknown) => {
      log.error({ err: error }, 'changes not brought to the post, will be tried again');
    });
    underWay.add(done);
    void done.then(() => underWay.delete(done));
    return done;
  };

  return {
    record,
    async bring(id) {
      try {
        await record(id);
        void inBackground(post(id));
      } catch (error) {
        log.error({ err: error, account: id }, 'changes not entered in the audit log, will be tried again');
      }
    },
    async sweep() {
      const left = await Accounts.find({ 'changes.0': { $exists: true } }, '_id').lean();
      for (const { _id } of left) {
        await record(_id);
        await inBackground(post(_id));
      }
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
