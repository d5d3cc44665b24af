import { Types } from 'mongoose';
import type { Account } from '../models/account.js';
import type { Action, Actor, Change } from '../models/change.js';
import { fullName } from '../models/names.js';

/** A change to push onto the document that it changes, in the very update that makes it. */
export const change = (
  action: Action,
  actor: Actor,
  now: Date,
  more: Pick<Change, 'reason' | 'identified' | 'policy'> = {},
): Change => ({
  _id: new Types.ObjectId(),
  action,
  at: now,
  actor,
  ...more,
});

/** The account itself as the one who did it. */
export const self = (account: Account): Actor => ({
  kind: account.kind,
  id: account._id,
  name: fullName(account),
});

export const administrator: Actor = { kind: 'administrator', name: 'beheerder' };
