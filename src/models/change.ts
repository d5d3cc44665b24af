import { Schema, type Types } from 'mongoose';
import type { Leaving } from './leaving.js';
import type { Policy } from './policy.js';
import type { Role } from './role.js';
import type { WaitingAction } from './waiting.js';

/** What happened to somebody's access or two-factor. */
export type Action =
  | 'account-added'
  | 'account-added-with-login'
  | 'colleague-added'
  | 'email-change-asked'
  | 'email-changed'
  | 'email-restored'
  | 'email-corrected'
  | 'email-entered'
  | 'details-changed'
  | 'access-granted'
  | 'invitation-renewed'
  | 'invitation-locked'
  | 'password-chosen'
  | 'password-changed'
  | 'password-forgotten'
  | 'password-reset'
  | 'access-blocked'
  | 'access-closed'
  | 'access-unblocked'
  | 'access-revoked'
  | 'access-ended'
  | 'leaving-set'
  | 'leaving-noted'
  | 'leaving-reminded'
  | 'leaving-withdrawn'
  | 'leaving-cleared'
  | 'username-sent'
  | 'two-factor-on'
  | 'two-factor-off'
  | 'two-factor-reset'
  | 'two-factor-replaced'
  | 'recovery-codes-renewed'
  | 'recovery-code-used'
  | 'codes-locked'
  | 'codes-locked-again'
  | 'role-changed'
  | 'officer-removed'
  | 'approval-asked'
  | 'approval-given'
  | 'approval-refused'
  | 'stranger-asked'
  | 'policy-changed'
  | 'style-changed';

/** What an employer has on record of somebody. */
export type Detail = 'initials' | 'prefix' | 'surname' | 'email' | 'birthDate';

/** From where a request came. */
export interface Origin {
  address: string;
  /** "Chrome/Android"; absent where the browser did not say. */
  device?: string;
}

/** Who did it: the person, an officer of the employer, an administrator at the command line, whoever opened the login page, or the portal itself. */
export interface Actor {
  kind: 'employee' | 'officer' | 'administrator' | 'visitor' | 'portal';
  id?: Types.ObjectId;
  name: string;
  /** Absent at the command line. */
  from?: Origin;
}

/**
 * A change travels on the document that it changed, in the same update, so that it can be neither lost nor made up;
 * the relay brings it to the audit log and the post, under this `_id`.
 */
export interface Change {
  _id: Types.ObjectId;
  action: Action;
  at: Date;
  actor: Actor;
  reason?: string;
  /** The officer said to have established who the person is (ASVS 6.4.4). */
  identified?: boolean;
  /** The other address: the new one when a change is asked, the old one when it is made or undone. */
  email?: string;
  /** Which of what is on record changed. */
  details?: Detail[];
  /** What a colleague is asked to confirm, or decided. */
  asks?: WaitingAction;
  /** The account's `version` with this change; a link in its letter is for that one. */
  version?: number;
  /** From which day somebody is out of service, and from when without access. */
  leaving?: Pick<Leaving, 'on' | 'until'>;
  /** The role that an officer has from now on. */
  role?: Role;
  /** What an employer asks from now on, as far as it changed. */
  policy?: Partial<Policy>;
  /** What changed of an employer's style: its colour, the hash of its logo; null where it was taken away. */
  style?: { colour?: string | null; logo?: string | null };
}

/** A letter about the log itself: nothing changed, so it is no entry there. */
export type LogLetter = 'log-told' | 'log-told-again' | 'log-broken';

/** What a letter tells. */
export interface News extends Omit<Change, 'action'> {
  action: Action | LogLetter;
  /** How many entries the log had, and the seal of its head; absent where the head was tampered with. */
  log?: { count: number; mac: string };
}

export const changeFields = {
  action: { type: String, required: true },
  at: { type: Date, required: true },
  actor: { type: Schema.Types.Mixed, required: true },
  reason: String,
  identified: Boolean,
  email: String,
  role: String,
  details: { type: [String], default: undefined },
  asks: String,
  leaving: Schema.Types.Mixed,
  policy: Schema.Types.Mixed,
  style: Schema.Types.Mixed,
};

export const changeSchema = new Schema({ ...changeFields, version: Number });
