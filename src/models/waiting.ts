import type { Types } from 'mongoose';
import type { Actor } from './change.js';

/** What would let somebody else in, while nobody at the old e-mail address said that the new one is right. */
export const waitingActions = [
  'grant',
  'send-invitation-again',
  'revoke',
  'invite-again',
  'reset-two-factor',
  'password-letter',
] as const;
export type WaitingAction = (typeof waitingActions)[number];

/** A change of the e-mail address that its owner did not make, or several in a row. */
export interface UnconfirmedEmail {
  /** The address before the first. */
  from: string;
  /** Everybody who made one. */
  by: Actor[];
  /** When the first was made. */
  at: Date;
  /** For how long after the last. */
  until: Date;
}

/** Milliseconds for which such a change asks for a second pair of eyes. */
export const unconfirmedFor = 7 * 24 * 60 * 60_000;

/** Something that waits for a colleague. `_id` is that of the change by which it was asked. */
export interface WaitingRequest {
  _id: Types.ObjectId;
  by: Actor;
  at: Date;
  /** The account's `version` then; any change since then ends the request. */
  version: number;
  reason?: string;
}
