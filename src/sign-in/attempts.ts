import { createHmac } from 'node:crypto';
import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyTries } from '../web/errors.js';

const minutes = 60;

/** Guesses, counted in MongoDB before they are checked, so that tries at the same moment all count. */
export interface Attempts {
  /**
   * Counts a try for this username, existing or not, and this address.
   * @throws TooManyTries
   * @returns takes the try back, and with it the username's earlier ones: call it when the password was right
   */
  password(username: string, address: string): Promise<() => Promise<void>>;
  /**
   * Counts a try for this account's verification code, wherever it is asked.
   * @throws TooManyTries
   * @returns clears the count: call it when the code was right
   */
  code(account: mongoose.Types.ObjectId): Promise<() => Promise<void>>;
}

async function count(limiter: RateLimiterMongo, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooManyTries(Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

const createLimiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterMongo({
    storeClient: mongoose.connection.getClient(),
    dbName: mongoose.connection.name,
    tableName: 'limits',
    disableIndexesCreation: true,
    keyPrefix,
    points,
    duration,
  });

/** @param secret keys the names in the database, so that it does not list what people typed as their username */
export function createAttempts(secret: string): Attempts {
  const byUsername = createLimiter('username', 15, 15 * minutes);
  const byAddress = createLimiter('address', 100, 10 * minutes);
  const byAccount = createLimiter('code', 10, 15 * minutes);
  const hidden = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');

  return {
    async password(username, address) {
      await count(byAddress, hidden(address));
      await count(byUsername, hidden(username));
      return async () => {
        await byUsername.delete(hidden(username));
        await byAddress.reward(hidden(address));
      };
    },
    async code(account) {
      const key = account.toString();
      await count(byAccount, key);
      return async () => {
        await byAccount.delete(key);
      };
    },
  };
}
