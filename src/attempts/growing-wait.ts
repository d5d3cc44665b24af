import { isDuplicateKey } from '../models/duplicate-key.js';
import { Waits } from '../models/wait.js';
import { TooManyTries } from '../web/errors.js';

const longestWait = 60;
const forgottenAfter = 60 * 60_000;

/** Seconds to wait after so many failures: none at first, then 1, doubling to 60. */
export const waitAfter = (failures: number, withoutWait: number): number =>
  failures < withoutWait ? 0 : Math.min(2 ** Math.min(failures - withoutWait, 10), longestWait);

/**
 * Counts a try for an account, from wherever: many addresses together guess no faster than one.
 * Each wait is a minute at the most; a browser that its owner used before does not come here at all.
 * @param _id the hidden username
 * @throws TooManyTries while the wait after the try before this one lasts
 */
export async function countFailure(_id: string, withoutWait: number, now: Date): Promise<void> {
  for (;;) {
    const last = await Waits.findOne({ _id, expires: { $gt: now } }).lean();
    // A try at the same moment can have read the clock later, or another machine's: that alone is no wait.
    const isDue = last !== null && waitAfter(last.failures, withoutWait) > 0;
    const wait = isDue ? last.until.getTime() - now.getTime() : 0;
    if (wait > 0) throw new TooManyTries(Math.ceil(wait / 1000));
    const failures = (last?.failures ?? 0) + 1;
    const next = {
      failures,
      until: new Date(now.getTime() + waitAfter(failures, withoutWait) * 1000),
      expires: new Date(now.getTime() + forgottenAfter),
    };
    // Whoever counts at the same moment makes this one look again.
    const asFound = last ? { failures: last.failures, until: last.until } : { expires: { $lte: now } };
    try {
      const { matchedCount, upsertedCount } = await Waits.updateOne({ _id, ...asFound }, next, {
        upsert: !last,
      });
      if (matchedCount + upsertedCount === 1) return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

/** After the right password. */
export const forgetFailures = async (_id: string): Promise<void> => {
  await Waits.deleteOne({ _id });
};
