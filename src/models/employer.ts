import { model, Schema, type Types } from 'mongoose';
import type { Colour } from '../house-style/colour.js';
import { changeSchema, type Change } from './change.js';
import { optional, type Policy } from './policy.js';
import type { StaffChange } from './staff-change.js';

/** `hash` names the logo among those of the employer. */
export interface Style {
  colour?: Colour | null;
  logo?: { hash: string; width: number; height: number } | null;
}

/** The tenant: owns employees, officers, policy and the audit log. Nothing crosses it. */
export interface Employer {
  _id: Types.ObjectId;
  name: string;
  /** Whom employees call who cannot log in, as a line to read. */
  contact?: string;
  policy: Policy;
  /** How its pages look; without it, as the portal itself does. */
  style?: Style;
  /** Changes of the policy and the style that have yet to be entered in the audit log. */
  changes: Change[];
  /** What is being changed among its officers: absent when nothing is. */
  staffChange?: StaffChange;
}

// A union is kept whole: it is written and read as one value.
const whole = { type: Schema.Types.Mixed, default: () => optional };

const schema = new Schema<Employer>(
  {
    name: { type: String, required: true },
    contact: String,
    policy: { employee: whole, officer: whole, daysAfterLeaving: Number, logMonths: Number },
    style: Schema.Types.Mixed,
    changes: [changeSchema],
    staffChange: Schema.Types.Mixed,
  },
  { versionKey: false },
);

export const Employers = model('Employer', schema, 'employers');
