import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyTries } from '../web/errors.js';

/** In seconds, as the limiter counts them. */
export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Counts in MongoDB: for all processes together. @param duration seconds after which a count begins anew */
export const createLimiter = (keyPrefix: string, points: number, duration: number): RateLimiterMongo =>
  new RateLimiterMongo({
    storeClient: mongoose.connection.getClient(),
    dbName: mongoose.connection.name,
    tableName: 'limits',
    disableIndexesCreation: true,
    keyPrefix,
    points,
    duration,
  });

/** What the limiter threw because the count is full. @throws what it threw for another reason */
export const refused = (reason: unknown): RateLimiterRes => {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
};

/** @throws TooManyTries */
export async function count(limiter: RateLimiterMongo, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    throw new TooManyTries(Math.ceil(refused(reason).msBeforeNext / 1000));
  }
}
