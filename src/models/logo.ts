import { model, Schema, type Types } from 'mongoose';

/** Apart from the employer, whose document is read at every click. */
export interface Logo {
  /** `employer/hash`: to ask for a logo is to name its employer. */
  _id: string;
  employer: Types.ObjectId;
  type: string;
  data: Buffer;
}

const schema = new Schema<Logo>(
  {
    _id: { type: String, required: true },
    employer: { type: Schema.Types.ObjectId, required: true },
    type: { type: String, required: true },
    data: { type: Buffer, required: true },
  },
  { versionKey: false },
);

export const Logos = model('Logo', schema, 'logos');
