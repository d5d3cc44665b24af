import { model, Schema, type Types } from 'mongoose';
import { changeFields, type Change } from './change.js';

/** A change as the employer's log keeps it. `_id` is the change's own, so that it is entered once. */
export interface AuditEntry extends Change {
  employer: Types.ObjectId;
  /** Absent where the policy or the style of the employer changed. */
  account?: Types.ObjectId;
}

const schema = new Schema(
  {
    ...changeFields,
    employer: { type: Schema.Types.ObjectId, required: true },
    account: Schema.Types.ObjectId,
  },
  { versionKey: false },
);
schema.index({ employer: 1, account: 1, at: 1 });

export const AuditEntries = model('AuditEntry', schema, 'audit');
