import type { Types } from 'mongoose';
import type { Logger } from 'pino';
import { writeLetter } from '../mail/letters.js';
import type { Send } from '../mail/transport.js';
import { Accounts, type Account } from '../models/account.js';
import { AuditEntries } from '../models/audit-entry.js';
import type { Change } from '../models/change.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { Employers } from '../models/employer.js';

/** Brings changes from the documents that made them to the audit log and the post. */
export interface Relay {
  /** Enters the account's changes in the audit log; its letters follow in the background. Never throws: the sweep tries again. */
  bring(account: Types.ObjectId): Promise<void>;
  /** Brings what a killed process or a mail server that was down left behind. */
  sweep(): Promise<void>;
  /** Waits until no letter is under way. */
  settled(): Promise<void>;
}

const enter = async (account: Account, change: Change) => {
  try {
    await AuditEntries.create({ ...change, employer: account.employer, account: account._id });
  } catch (error) {
    // Entered by an earlier try, or by another process.
    if (!isDuplicateKey(error)) throw error;
  }
};

export function createRelay({ send, baseUrl, now, log }: { send: Send; baseUrl: URL; now: () => Date; log: Logger }): Relay {
  const underWay = new Map<string, Promise<void>>();

  const post = async (account: Account) => {
    const employer = await Employers.findById(account.employer).orFail();
    for (const change of account.changes) {
      const letter = await writeLetter(account, employer, change, baseUrl, now());
      if (letter) await send(letter);
      await Accounts.updateOne({ _id: account._id }, { $pull: { changes: { _id: change._id } } });
    }
  };

  // One at a time for an account: two would send the same letter twice.
  const inTurn = (id: Types.ObjectId, work: () => Promise<void>) => {
    const key = id.toString();
    const turn = (underWay.get(key) ?? Promise.resolve())
      .then(work)
      .catch((error: unknown) => {
        log.error({ err: error, account: key }, 'changes not brought to the post, will be tried again');
      })
      .finally(() => underWay.get(key) === turn && underWay.delete(key));
    underWay.set(key, turn);
  };

  const load = (id: Types.ObjectId) => Accounts.findById(id).orFail().lean<Account>();

  const bring = async (id: Types.ObjectId) => {
    try {
      const account = await load(id);
      for (const change of account.changes) await enter(account, change);
    } catch (error) {
      log.error({ err: error, account: id }, 'changes not entered in the audit log, will be tried again');
      return;
    }
    inTurn(id, async () => {
      await post(await load(id));
    });
  };

  return {
    bring,
    async sweep() {
      const left = await Accounts.find({ 'changes.0': { $exists: true } }, '_id').lean();
      for (const { _id } of left) await bring(_id);
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}
