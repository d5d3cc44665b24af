import type { Types } from 'mongoose';
import type { Config } from '../config.js';
import { normaliseUsername } from '../models/names.js';
import { networkOf } from '../web/network.js';
import { countFailure, forgetFailures } from './growing-wait.js';
import type { Hide } from './hide.js';
import { count, createLimiter, day, minute, refused } from './limiter.js';

/** Usernames of others that somebody who is invited may find in a day. */
const takenUsernamesPerDay = 20;

/** Somebody who tries a password. */
export interface PasswordTry {
  username: string;
  address: string;
  /** The browser, where it signed in to this account before. */
  knownBrowser: string | undefined;
}

/** Guesses at who has an account, and at what opens it. */
export interface SignInAttempts {
  /**
   * Counts a try for this username, existing or not.
   * @throws TooManyTries
   * @returns takes the try back, and with it earlier ones of this person: call it when the password was right
   */
  password(attempt: PasswordTry): Promise<() => Promise<void>>;
  /** Counts a code for this pending login. @returns how many are left; below zero it is one too many */
  code(pendingLogin: string): Promise<number>;
  /** Counts a recovery code for this account. @throws TooManyTries @returns takes it back */
  recovery(account: Types.ObjectId): Promise<() => Promise<void>>;
  /** Counts a username of somebody else's that this account would have chosen. @throws TooManyTries */
  takenUsername(account: Types.ObjectId): Promise<void>;
}

export function createSignInAttempts(hide: Hide, tries: Config['tries'], now: () => Date): SignInAttempts {
  const byAddress = createLimiter('address', tries.perAddress, 10 * minute);
  const byPair = createLimiter('pair', tries.perAccountAndAddress, 15 * minute);
  const byBrowser = createLimiter('browser', tries.perAccountAndAddress, 15 * minute);
  const byPendingLogin = createLimiter('pending', tries.codesPerLogin, 5 * minute);
  const recovery = createLimiter('recovery', tries.recoveryCodesPerDay, day);
  const taken = createLimiter('taken-username', takenUsernamesPerDay, day);

  return {
    async password({ username, address, knownBrowser }) {
      const account = hide(normaliseUsername(username));
      const network = hide(networkOf(address));
      await count(byAddress, network);
      if (knownBrowser !== undefined) {
        await count(byBrowser, knownBrowser);
        return async () => {
          await byBrowser.delete(knownBrowser);
          await byAddress.reward(network);
        };
      }
      const pair = hide(`${account} ${network}`);
      await countFailure(account, tries.withoutWait, now());
      await count(byPair, pair);
      return async () => {
        await forgetFailures(account);
        await byPair.delete(pair);
        await byAddress.reward(network);
      };
    },
    async code(pendingLogin) {
      const { consumedPoints } = await byPendingLogin.consume(pendingLogin).catch(refused);
      return tries.codesPerLogin - consumedPoints;
    },
    async recovery(account) {
      const key = account.toString();
      await count(recovery, key);
      return async () => {
        await recovery.reward(key);
      };
    },
    takenUsername: (account) => count(taken, account.toString()),
  };
}
