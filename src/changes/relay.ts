import type { Types } from 'mongoose';
import type { Logger } from 'pino';
import type { AuditLog } from '../audit/log.js';
import type { Background } from '../background.js';
import type { Outbox } from '../mail/outbox.js';
import { Employers } from '../models/employer.js';
import { Accounts, type Account } from '../models/account.js';
import type { Change } from '../models/change.js';

/** Brings changes from the documents that made them to the audit log and the outbox. */
export interface Relay {
  /** Enters the account's changes in the audit log. */
  record(account: Types.ObjectId): Promise<void>;
  /** The same, and its letters go out in the background. Never throws: the sweep tries again. */
  bring(account: Types.ObjectId): Promise<void>;
  /** The same, but its letters wait for the outbox's next sweep. Never throws. */
  keep(account: Types.ObjectId): Promise<void>;
  /** The same, of several accounts in a few writes. Never throws. */
  keepAll(accounts: Types.ObjectId[]): Promise<void>;
  /** Enters what changed of an employer. There are no letters to it. Never throws: the sweep tries again. */
  bringEmployer(employer: Types.ObjectId): Promise<void>;
  /** Brings what a killed process left behind, one account after the other. */
  sweep(): Promise<void>;
  /** Waits until nothing is under way. */
  settled(): Promise<void>;
}

const load = (id: Types.ObjectId) => Accounts.findById(id).orFail().lean<Account>();

export function createRelay(audit: AuditLog, outbox: Outbox, background: Background, log: Logger): Relay {
  const enterOne = async ({ _id: account, employer }: Account, change: Change) => {
    const { _id, action, actor } = change;
    const entry = await audit.enter({ ...change, employer, account });
    if (!entry) return;
    const { number, hash } = entry;
    // On another machine, number and hash show a log that was put back to an earlier day.
    log.info(
      { account, change: _id, action, by: actor.id ?? actor.kind, employer, number, hash },
      'entered in the audit log',
    );
  };

  const deliver = async (account: Account) => {
    for (const change of account.changes) {
      await enterOne(account, change);
      await outbox.add(account, change);
    }
    return account.changes.map(({ _id }) => _id);
  };

  const bring = async (id: Types.ObjectId) => {
    const brought = await deliver(await load(id));
    await Accounts.updateOne({ _id: id }, { $pull: { changes: { _id: { $in: brought } } } });
    return brought;
  };

  const enterEmployer = async (employer: Types.ObjectId) => {
    await audit.open(employer);
    const { changes } = await Employers.findById(employer).orFail().lean();
    for (const change of changes) {
      await audit.enter({ ...change, employer });
      await Employers.updateOne({ _id: employer }, { $pull: { changes: { _id: change._id } } });
    }
  };

  // One that cannot be brought on leaves the others their turn.
  const orLater = async (bringing: Promise<unknown>, id: Types.ObjectId | Types.ObjectId[]) => {
    try {
      await bringing;
    } catch (error) {
      log.error({ err: error, of: id }, 'changes not brought on, will be tried again');
    }
  };

  const bringAll = async (ids: Types.ObjectId[]) => {
    const brought: Types.ObjectId[] = [];
    const one = async (account: Account) => {
      brought.push(...(await deliver(account)));
    };
    const accounts = await Accounts.find({ _id: { $in: ids } }).lean<Account[]>();
    await Promise.all(accounts.map((account) => orLater(one(account), account._id)));
    await Accounts.updateMany({ _id: { $in: ids } }, { $pull: { changes: { _id: { $in: brought } } } });
  };

  return {
    bringEmployer: (id) => orLater(enterEmployer(id), id),
    async record(id) {
      const account = await load(id);
      for (const change of account.changes) await enterOne(account, change);
    },
    async bring(id) {
      try {
        outbox.send(await bring(id));
      } catch (error) {
        log.error({ err: error, account: id }, 'changes not brought on, will be tried again');
      }
    },
    keep: (id) => orLater(bring(id), id),
    keepAll: (ids) => orLater(bringAll(ids), ids),
    async sweep() {
      const left = await Accounts.find({ 'changes.0': { $exists: true } }, '_id').lean();
      for (const { _id } of left) await orLater(bring(_id), _id);
      const employers = await Employers.find({ 'changes.0': { $exists: true } }, '_id').lean();
      for (const { _id } of employers) await orLater(enterEmployer(_id), _id);
    },
    settled: () => background.settled(),
  };
}
