import type { Types } from 'mongoose';
import type { Config } from '../config.js';
import { TooManyActions } from '../web/errors.js';
import { createLimiter, day, hour, refused } from './limiter.js';

/** Seconds in which one more address of a stranger leaves no entry of its own: nobody floods the log. */
const strangerAgainAfter = 60;

/** What one officer can do in a while: a stolen login does not do everything at once. */
export interface OfficerLimits {
  /** Counts what an officer sends to change something. @throws TooManyActions */
  officerAction(officer: Types.ObjectId): Promise<void>;
  /**
   * Counts employees for whom this officer confirms an action together.
   * @returns how many it may still be today, where these are more: then none are counted
   */
  batchRows(officer: Types.ObjectId, rows: number): Promise<number | undefined>;
  /** The same, of rows of a file of employees. */
  importRows(officer: Types.ObjectId, rows: number): Promise<number | undefined>;
  /** Counts an address that is no employee's of this officer. @returns whether it is the first in a while */
  strangerAsked(officer: Types.ObjectId): Promise<boolean>;
}

function rowsPerDay(keyPrefix: string, most: number): OfficerLimits['batchRows'] {
  const limiter = createLimiter(keyPrefix, most, day);
  return async (officer, rows) => {
    const key = officer.toString();
    const { consumedPoints } = await limiter.consume(key, rows).catch(refused);
    if (consumedPoints <= most) return undefined;
    await limiter.reward(key, rows);
    return Math.max(0, most - (consumedPoints - rows));
  };
}

export function createOfficerLimits(tries: Config['tries']): OfficerLimits {
  const actions = createLimiter('officer-action', tries.officerActionsPerHour, hour);
  const strangers = createLimiter('stranger', 1, strangerAgainAfter);

  return {
    async officerAction(officer) {
      const { consumedPoints, msBeforeNext } = await actions.consume(officer.toString()).catch(refused);
      if (consumedPoints > tries.officerActionsPerHour)
        throw new TooManyActions(Math.ceil(msBeforeNext / 1000));
    },
    batchRows: rowsPerDay('batch-rows', tries.batchRowsPerDay),
    importRows: rowsPerDay('import-rows', tries.batchRowsPerDay),
    async strangerAsked(officer) {
      const { consumedPoints } = await strangers.consume(officer.toString()).catch(refused);
      return consumedPoints === 1;
    },
  };
}
