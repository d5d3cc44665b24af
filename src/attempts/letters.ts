import type { Types } from 'mongoose';
import type { Config } from '../config.js';
import { networkOf } from '../web/network.js';
import type { Hide } from './hide.js';
import { count, createLimiter, day, hour, refused } from './limiter.js';

/** Letters that an officer may have sent to one employee in a day. */
const officerLettersPerDay = 10;
/** Letters with which somebody may confirm another e-mail address in a day. */
const ownLettersPerDay = 10;
/** Colleagues whom one officer may invite in a day. */
const invitationsPerDay = 50;
/** Letters that somebody who is invited may have sent to themselves in a day. */
const renewalsPerDay = 3;
/** One network cannot use up the letters of an account; all together get so many times as many. */
const networksPerDay = 5;

/** Letters that somebody asks for: nobody's mailbox is flooded. */
export interface LetterLimits {
  /**
   * Counts a letter to this account, that an officer or the person asks for; or to whom this account invites.
   * @throws TooManyTries
   * @returns takes it back
   */
  letter(
    by: 'officer' | 'person' | 'inviter' | 'invited',
    account: Types.ObjectId,
  ): Promise<() => Promise<void>>;
  /** Counts somebody who asks for a new password. @throws TooManyTries */
  passwordRequest(address: string): Promise<void>;
  /** Counts a letter with which this account gets a new password, asked from this address. @returns whether it may go out */
  passwordLetter(account: Types.ObjectId, address: string): Promise<boolean>;
}

export function createLetterLimits(hide: Hide, tries: Config['tries']): LetterLimits {
  const letters = {
    officer: createLimiter('officer-letter', officerLettersPerDay, day),
    person: createLimiter('own-letter', ownLettersPerDay, day),
    inviter: createLimiter('invitation', invitationsPerDay, day),
    invited: createLimiter('renewal', renewalsPerDay, day),
  };
  const requests = createLimiter('request', tries.passwordRequestsPerAddress, hour);
  const perNetwork = tries.passwordLettersPerDay;
  const inAll = perNetwork * networksPerDay;
  const networkLetters = createLimiter('password-letter-network', perNetwork, day);
  const passwordLetters = createLimiter('password-letter', inAll, day);

  return {
    async letter(by, account) {
      const key = account.toString();
      await count(letters[by], key);
      return async () => {
        await letters[by].reward(key);
      };
    },
    passwordRequest: (address) => count(requests, hide(networkOf(address))),
    async passwordLetter(account, address) {
      const network = hide(`${account.toString()} ${networkOf(address)}`);
      const there = await networkLetters.consume(network).catch(refused);
      if (there.consumedPoints > perNetwork) return false;
      const { consumedPoints } = await passwordLetters.consume(account.toString()).catch(refused);
      return consumedPoints <= inAll;
    },
  };
}
