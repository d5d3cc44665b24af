import type { Types } from 'mongoose';
import type { Language } from '../language.js';
import type { Change } from './change.js';
import type { Leaving } from './leaving.js';
import type { Role } from './role.js';
import type { UnconfirmedEmail, WaitingAction, WaitingRequest } from './waiting.js';

/** Who blocked somebody and why; absent where its owner did, or where it was not asked yet. */
interface Blocking {
  by?: string;
  reason?: string;
}

/**
 * `none` → `invited` → `active` ⇄ `blocked`, and each of them → `revoked` → `invited`; `before` is the state to which
 * unblocking returns. `closed` is blocked by its own owner: nothing returns. Until `until` the link of an invitation works.
 */
export type Access =
  | { state: 'none' | 'active' | 'revoked'; since: Date }
  | { state: 'invited'; since: Date; until: Date }
  | ({ state: 'blocked'; since: Date; before: 'invited' | 'active' | 'closed' } & Blocking);

/** `secret` is sealed by the secret box; `lastStep` is the last RFC 6238 time step whose code was used. */
export type TwoFactor = { state: 'off' } | { state: 'on'; secret: string; since: Date; lastStep: number };

/** Wrong codes in a row, over any number of logins; only a right code, a recovery code or "Nee" clears them. */
export interface CodeTries {
  wrong: number;
  lockedUntil?: Date;
}

/** What is kept of recovery codes: hashes under one salt, so that a code is found by equality. */
export interface RecoveryCodes {
  salt: string;
  hashes: string[];
  /** Whether the person said that they keep them. */
  kept: boolean;
}

/** A live login. A session is worth what this list says, whatever the session itself holds. */
export interface Login {
  id: string;
  since: Date;
  /** The last click, to the minute. */
  seen: Date;
  /** As a person knows it; absent where the browser did not say. */
  device?: string;
}

interface AccountFields {
  _id: Types.ObjectId;
  employer: Types.ObjectId;
  /** Normalised: trimmed, lower case; unique in the portal. Absent while there is no access. */
  username?: string;
  usernamePlain?: string;
  /** argon2id, in the PHC string format. */
  passwordHash?: string;
  email: string;
  /** The address as it is compared. */
  emailKey: string;
  /** The change that last asked for another address: only its link counts. */
  emailAsked?: Types.ObjectId;
  /**
   * Addresses before each late change from which somebody could be in, the oldest first: who closes their account gets
   * back the first that is not too old.
   */
  previousEmails?: { address: string; until: Date }[];
  /** The last changes of the address that its owner did not make. */
  unconfirmedEmail?: UnconfirmedEmail;
  /** What waits for a colleague to confirm: of each action one. */
  waiting?: Partial<Record<WaitingAction, WaitingRequest>>;
  /** After this nothing in `waiting` counts; absent when nothing ever was. */
  waitsUntil?: Date;
  /** "1980-01-31": what an invitation asks, where the employer has it. */
  birthDate?: string;
  /** Wrong birth dates since an officer last invited; absent when there were none. */
  birthDateTries?: number;
  access: Access;
  /** When the last letter to its owner that was given up was written; absent when one arrived since. */
  undelivered?: Date;
  /** When its owner last closed it: links that close of what happened until then are worth nothing. */
  closedAt?: Date;
  twoFactor: TwoFactor;
  codeTries: CodeTries;
  /** Absent while two-factor is off. */
  recovery?: RecoveryCodes;
  logins: Login[];
  lastLoginAt?: Date;
  /** In which pages and letters come; absent until the first login. */
  language?: Language;
  /** Rises with every change of password, e-mail, access or two-factor; a pending login dies with it. */
  version: number;
  /** Changes that the relay has yet to bring to the audit log and the post. */
  changes: Change[];
}

export interface Employee extends AccountFields {
  kind: 'employee';
  number: string;
  initials: string;
  prefix?: string;
  surname: string;
  /** Rises with every change of what is on record; absent before the first. Not `version`: links and logins live on. */
  detailsVersion?: number;
  /** Absent while nobody said that they leave. */
  leaving?: Leaving;
  /** `employer:number`, for a unique index over the two. */
  numberKey: string;
  /** Surname without case and accents, then number: the order of the employer's list. */
  sortKey: string;
  /** The number with zeros in front: the list's other order. */
  numberOrder: string;
  numberPlain: string;
  /** "van wekkers". */
  namePlain: string;
  /** "p. van wekkers". */
  fullNamePlain: string;
}

export interface Officer extends AccountFields {
  kind: 'officer';
  name: string;
  /** Absent in officers from before there were roles: see `roleOf`. */
  role?: Role;
  /** By which colleague and when; absent where an administrator did. */
  added?: { by: Types.ObjectId; at: Date };
}

export type Account = Employee | Officer;
