import { model, Schema, type Types } from 'mongoose';
import { changeSchema, type Change } from './change.js';
import { optional, type Policy } from './policy.js';

/** The tenant: owns employees, officers, policy and the audit log. Nothing crosses it. */
export interface Employer {
  _id: Types.ObjectId;
  name: string;
  /** Whom employees call who cannot log in, as a line to read. */
  contact?: string;
  policy: Policy;
  /** Changes of the policy that have yet to be entered in the audit log. */
  changes: Change[];
}

// A union is kept whole: it is written and read as one value.
const whole = { type: Schema.Types.Mixed, default: () => optional };

const schema = new Schema<Employer>(
  {
    name: { type: String, required: true },
    contact: String,
    policy: { employee: whole, officer: whole },
    changes: [changeSchema],
  },
  { versionKey: false },
);

export const Employers = model('Employer', schema, 'employers');
