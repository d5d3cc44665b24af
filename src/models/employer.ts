import { model, Schema, type Types } from 'mongoose';

/** The tenant: owns employees, officers and the audit log. Nothing crosses it. */
export interface Employer {
  _id: Types.ObjectId;
  name: string;
}

const schema = new Schema<Employer>({ name: { type: String, required: true } }, { versionKey: false });

export const Employers = model('Employer', schema, 'employers');
