import { model, Schema, type Types } from 'mongoose';

/** The tenant: owns employees, officers and the audit log. Nothing crosses it. */
export interface Employer {
  _id: Types.ObjectId;
  name: string;
  /** Whom employees call who cannot log in, as a line to read. */
  contact?: string;
}

const schema = new Schema<Employer>(
  { name: { type: String, required: true }, contact: String },
  { versionKey: false },
);

export const Employers = model('Employer', schema, 'employers');
