import type { Types } from 'mongoose';
import type { Logger } from 'pino';
import type { AuditEntry, AuditRecord } from '../models/audit-entry.js';
import { append, openHead } from './append.js';
import type { Seal } from './seal.js';

/** The logs of all employers. */
export interface AuditLog {
  seal: Seal;
  /** Begins the log of a new employer. */
  open(employer: Types.ObjectId): Promise<void>;
  /** Enters what happened, once. @returns the entry; null when it was in the log already */
  enter(record: AuditRecord): Promise<AuditEntry | null>;
}

interface Waiting {
  record: AuditRecord;
  resolve: (entry: AuditEntry | null) => void;
  reject: (error: unknown) => void;
}

/** What comes to one employer's log at the same time is entered together; employers do not wait for each other. */
export function createAuditLog(seal: Seal, log: Logger): AuditLog {
  const queues = new Map<string, Waiting[]>();

  const enterAll = async (group: Waiting[]) => {
    const [first] = group;
    if (!first) return;
    try {
      const { employer } = first.record;
      const records = group.map(({ record }) => record);
      const { entries, isSummedUp } = await append(seal, employer, records);
      if (!isSummedUp) log.error({ employer }, 'an audit log was tampered with: run "loket audit verify"');
      const isNew = new Map(entries.map((entry) => [entry._id.toString(), entry]));
      for (const { record, resolve } of group) {
        const id = record._id.toString();
        resolve(isNew.get(id) ?? null);
        // The same change twice at once was entered once.
        isNew.delete(id);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const work = async (key: string, queue: Waiting[]) => {
    while (queue.length > 0) await enterAll(queue.splice(0));
    queues.delete(key);
  };

  return {
    seal,
    async open(employer) {
      await openHead(seal, employer);
    },
    enter: (record) =>
      new Promise((resolve, reject) => {
        const key = record.employer.toString();
        const waiting = { record, resolve, reject };
        const queue = queues.get(key);
        if (queue) queue.push(waiting);
        else {
          const started = [waiting];
          queues.set(key, started);
          void work(key, started);
        }
      }),
  };
}
