import type { Logger } from 'pino';

/** Work that nobody waits for, except who stops the process. */
export interface Background {
  /** @returns when it is done; it never throws, and what failed is in the log */
  run(work: Promise<void>): Promise<void>;
  /** Waits until nothing is under way. */
  settled(): Promise<void>;
}

export function createBackground(log: Logger): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const done = work.catch((error: unknown) => {
        log.error({ err: error }, 'work in the background failed, will be tried again');
      });
      underWay.add(done);
      void done.then(() => underWay.delete(done));
      return done;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
