import { createHmac } from 'node:crypto';
import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config.js';
import { normaliseUsername } from '../models/names.js';
import { TooManyActions, TooManyTries } from '../web/errors.js';
import { networkOf } from '../web/network.js';
import { countFailure, forgetFailures } from './growing-wait.js';

const minutes = 60;

/** Letters that an officer may have sent to one employee in a day. */
const officerLettersPerDay = 10;
/** Colleagues whom one officer may invite in a day. */
const invitationsPerDay = 50;
/** Letters that somebody who is invited may have sent to themselves in a day. */
const renewalsPerDay = 3;
/** Usernames of others that somebody who is invited may find in a day. */
const takenUsernamesPerDay = 20;
/** Seconds in which one more address of a stranger leaves no entry of its own: nobody floods the log. */
const strangerAgainAfter = 60;
/** Letters with which somebody may confirm another e-mail address in a day. */
const ownLettersPerDay = 10;
/** One network cannot use up the letters of an account; all together get so many times as many. */
const networksPerDay = 5;

/** Somebody who tries a password. */
export interface PasswordTry {
  username: string;
  address: string;
  /** The browser, where it signed in to this account before. */
  knownBrowser: string | undefined;
}

/** Guesses, counted in MongoDB before they are checked, so that tries at the same moment all count. */
export interface Attempts {
  /**
   * Counts a try for this username, existing or not.
   * @throws TooManyTries
   * @returns takes the try back, and with it earlier ones of this person: call it when the password was right
   */
  password(attempt: PasswordTry): Promise<() => Promise<void>>;
  /** Counts a code for this pending login. @returns how many are left; below zero it is one too many */
  code(pendingLogin: string): Promise<number>;
  /** Counts a recovery code for this account. @throws TooManyTries @returns takes it back */
  recovery(account: mongoose.Types.ObjectId): Promise<() => Promise<void>>;
  /**
   * Counts a letter to this account, that an officer or the person asks for; or to whom this account invites.
   * @throws TooManyTries
   * @returns takes it back
   */
  letter(
    by: 'officer' | 'person' | 'inviter' | 'invited',
    account: mongoose.Types.ObjectId,
  ): Promise<() => Promise<void>>;
  /** Counts somebody who asks for a new password. @throws TooManyTries */
  passwordRequest(address: string): Promise<void>;
  /** Counts what an officer sends to change something. @throws TooManyActions */
  officerAction(officer: mongoose.Types.ObjectId): Promise<void>;
  /**
   * Counts employees for whom this officer confirms an action together.
   * @returns how many it may still be today, where these are more: then none are counted
   */
  batchRows(officer: mongoose.Types.ObjectId, rows: number): Promise<number | undefined>;
  /** The same, of rows of a file of employees. */
  importRows(officer: mongoose.Types.ObjectId, rows: number): Promise<number | undefined>;
  /** Counts a username of somebody else's that this account would have chosen. @throws TooManyTries */
  takenUsername(account: mongoose.Types.ObjectId): Promise<void>;
  /** Counts an address that is no employee's of this officer. @returns whether it is the first in a while */
  strangerAsked(officer: mongoose.Types.ObjectId): Promise<boolean>;
  /** Counts a letter with which this account gets a new password, asked from this address. @returns whether it may go out */
  passwordLetter(account: mongoose.Types.ObjectId, address: string): Promise<boolean>;
}

const refused = (reason: unknown) => {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
};

async function count(limiter: RateLimiterMongo, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    throw new TooManyTries(Math.ceil(refused(reason).msBeforeNext / 1000));
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

/** @param hidingKey keys the names in the database, so that it does not list what people typed as their username */
export function createAttempts(hidingKey: Buffer, tries: Config['tries'], now: () => Date): Attempts {
  const byAddress = createLimiter('address', tries.perAddress, 10 * minutes);
  const byPair = createLimiter('pair', tries.perAccountAndAddress, 15 * minutes);
  const byBrowser = createLimiter('browser', tries.perAccountAndAddress, 15 * minutes);
  const byPendingLogin = createLimiter('pending', tries.codesPerLogin, 5 * minutes);
  const recovery = createLimiter('recovery', tries.recoveryCodesPerDay, 24 * 60 * minutes);
  const letters = {
    officer: createLimiter('officer-letter', officerLettersPerDay, 24 * 60 * minutes),
    invited: createLimiter('renewal', renewalsPerDay, 24 * 60 * minutes),
    person: createLimiter('own-letter', ownLettersPerDay, 24 * 60 * minutes),
    inviter: createLimiter('invitation', invitationsPerDay, 24 * 60 * minutes),
  };
  const requests = createLimiter('request', tries.passwordRequestsPerAddress, 60 * minutes);
  const perNetwork = tries.passwordLettersPerDay;
  const networkLetters = createLimiter('password-letter-network', perNetwork, 24 * 60 * minutes);
  const passwordLetters = createLimiter('password-letter', perNetwork * networksPerDay, 24 * 60 * minutes);
  const actions = createLimiter('officer-action', tries.officerActionsPerHour, 60 * minutes);
  const strangers = createLimiter('stranger', 1, strangerAgainAfter);
  const taken = createLimiter('taken-username', takenUsernamesPerDay, 24 * 60 * minutes);
  const rowsPerDay = (keyPrefix: string): Attempts['batchRows'] => {
    const most = tries.batchRowsPerDay;
    const limiter = createLimiter(keyPrefix, most, 24 * 60 * minutes);
    return async (officer, rows) => {
      const key = officer.toString();
      const { consumedPoints } = await limiter.consume(key, rows).catch(refused);
      if (consumedPoints <= most) return undefined;
      await limiter.reward(key, rows);
      return Math.max(0, most - (consumedPoints - rows));
    };
  };
  const hidden = (name: string) => createHmac('sha256', hidingKey).update(name).digest('base64url');

  return {
    async password({ username, address, knownBrowser }) {
      const account = hidden(normaliseUsername(username));
      const network = hidden(networkOf(address));
      await count(byAddress, network);
      if (knownBrowser !== undefined) {
        await count(byBrowser, knownBrowser);
        return async () => {
          await byBrowser.delete(knownBrowser);
          await byAddress.reward(network);
        };
      }
      const pair = hidden(`${account} ${network}`);
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
    async letter(by, account) {
      const key = account.toString();
      await count(letters[by], key);
      return async () => {
        await letters[by].reward(key);
      };
    },
    passwordRequest: (address) => count(requests, hidden(networkOf(address))),
    async officerAction(officer) {
      const { consumedPoints, msBeforeNext } = await actions.consume(officer.toString()).catch(refused);
      if (consumedPoints > tries.officerActionsPerHour)
        throw new TooManyActions(Math.ceil(msBeforeNext / 1000));
    },
    batchRows: rowsPerDay('batch-rows'),
    importRows: rowsPerDay('import-rows'),
    takenUsername: (account) => count(taken, account.toString()),
    async strangerAsked(officer) {
      const { consumedPoints } = await strangers.consume(officer.toString()).catch(refused);
      return consumedPoints === 1;
    },
    async passwordLetter(account, address) {
      const network = hidden(`${account.toString()} ${networkOf(address)}`);
      const there = await networkLetters.consume(network).catch(refused);
      if (there.consumedPoints > perNetwork) return false;
      const { consumedPoints } = await passwordLetters.consume(account.toString()).catch(refused);
      return consumedPoints <= perNetwork * networksPerDay;
    },
  };
}
