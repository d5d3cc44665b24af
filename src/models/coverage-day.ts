import { model, Schema, type Types } from 'mongoose';

/** How many of an employer's employees had access, and two-factor, when a day began. */
export interface CoverageDay {
  /** `employer:day`: whoever comes to it first notes it. */
  _id: string;
  employer: Types.ObjectId;
  /** "2026-11-22", in Amsterdam. */
  day: string;
  active: number;
  withTwoFactor: number;
  expires: Date;
}

/** Milliseconds that a day is kept. */
const keptFor = 2 * 366 * 24 * 60 * 60_000;

const count = { type: Number, required: true };

const schema = new Schema<CoverageDay>(
  {
    _id: { type: String, required: true },
    employer: { type: Schema.Types.ObjectId, required: true },
    day: { type: String, required: true },
    active: count,
    withTwoFactor: count,
    expires: { type: Date, required: true },
  },
  { versionKey: false },
);
schema.index({ employer: 1, day: 1 });
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });
export const CoverageDays = model('CoverageDay', schema, 'coverage-days');

export const coverageDay = (
  employer: Types.ObjectId,
  day: string,
  counts: Pick<CoverageDay, 'active' | 'withTwoFactor'>,
): CoverageDay => ({
  _id: `${employer.toString()}:${day}`,
  employer,
  day,
  ...counts,
  expires: new Date(new Date(day).getTime() + keptFor),
});
