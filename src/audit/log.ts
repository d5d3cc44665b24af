import type { AuditRecord } from '../models/audit-entry.js';
import { append } from './append.js';
import type { Seal } from './seal.js';

/** The logs of all employers. */
export interface AuditLog {
  seal: Seal;
  /** Enters what happened, once. @returns whether it was not in the log yet */
  enter(record: AuditRecord): Promise<boolean>;
}

interface Waiting {
  record: AuditRecord;
  resolve: (isNew: boolean) => void;
  reject: (error: unknown) => void;
}

/** What comes to one employer's log at the same time is entered together; employers do not wait for each other. */
export function createAuditLog(seal: Seal): AuditLog {
  const queues = new Map<string, Waiting[]>();

  const enterAll = async (group: Waiting[]) => {
    const [first] = group;
    if (!first) return;
    try {
      const entered = await append(
        seal,
        first.record.employer,
        group.map(({ record }) => record),
      );
      for (const { record, resolve } of group) resolve(entered.includes(record));
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
