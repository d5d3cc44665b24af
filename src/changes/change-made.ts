import type { Types } from 'mongoose';
import type { Account } from '../models/account.js';
import { AuditEntries } from '../models/audit-entry.js';
import type { Change } from '../models/change.js';

/** The change with this id, made before a process was killed: it is with the account until it is in the log. */
export const changeMade = async (
  _id: Types.ObjectId,
  { changes }: Account,
): Promise<Pick<Change, 'action'> | null> =>
  changes.find((one) => one._id.equals(_id)) ??
  AuditEntries.findById(_id, 'action').lean<Pick<Change, 'action'>>();
