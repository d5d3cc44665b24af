import type { Request } from 'express';
import { Types } from 'mongoose';
import type { Account } from '../models/account.js';
import type { Action, Actor, Change } from '../models/change.js';
import { fullName } from '../models/names.js';
import { originOf } from '../web/origin.js';

/** A change to push onto the document that it changes, in the very update that makes it. */
export const change = (
  action: Action,
  actor: Actor,
  now: Date,
  more: Partial<Omit<Change, 'action' | 'at' | 'actor'>> = {},
): Change => ({
  _id: new Types.ObjectId(),
  action,
  at: now,
  actor,
  ...more,
});

/** Whoever uses this account as the one who does what the request asks. */
export const actorOf = (req: Request, account: Account): Actor => ({
  kind: account.kind,
  id: account._id,
  name: fullName(account),
  from: originOf(req),
});

export const administrator: Actor = { kind: 'administrator', name: 'beheerder' };

export const portal: Actor = { kind: 'portal', name: 'Werknemerloket' };
