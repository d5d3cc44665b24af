import type { Types } from 'mongoose';
import type { Actor } from './change.js';
import type { Role } from './role.js';

/** What a beheerder can do for a colleague who is there already. */
export type StaffAction =
  'send-invitation-again' | 'block' | 'unblock' | 'make-beheerder' | 'make-medewerker' | 'remove';

/** Somebody who is asked to become an officer. */
export interface NewColleague {
  name: string;
  email: string;
  role: Role;
}

/**
 * A change among the officers of an employer. It is written down on the employer before it is carried out, one at a
 * time: so two beheerders who remove each other at the same moment do not both succeed.
 */
export interface StaffChange {
  /** The id of the change that it makes, in the log and the post. */
  _id: Types.ObjectId;
  colleague: Types.ObjectId;
  wanted: { action: StaffAction; reason?: string } | ({ action: 'invite' } & NewColleague);
  by: Actor & { id: Types.ObjectId };
  at: Date;
}
