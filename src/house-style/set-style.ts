import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import type { Actor } from '../models/change.js';
import { Employers, type Employer } from '../models/employer.js';
import { Logos } from '../models/logo.js';
import type { Colour } from './colour.js';
import type { NewLogo } from './logo.js';

/** What changes of an employer's style; null takes it away. */
export interface WantedStyle {
  colour?: Colour | null;
  logo?: NewLogo | null;
}

async function keepLogo(employer: Types.ObjectId, { hash, type, data }: NewLogo): Promise<void> {
  const _id = `${employer.toString()}/${hash}`;
  await Logos.updateOne({ _id }, { $set: { employer, type, data } }, { upsert: true });
}

const fields = ({ colour, logo }: WantedStyle) => ({
  ...(colour !== undefined && { 'style.colour': colour }),
  ...(logo !== undefined && {
    'style.logo': logo && { hash: logo.hash, width: logo.width, height: logo.height },
  }),
});

/** @returns the employer as it is now; null when there is none */
export async function setStyle(
  employer: Types.ObjectId,
  wanted: WantedStyle,
  by: Actor,
  now: Date,
): Promise<Employer | null> {
  const { colour, logo } = wanted;
  // The bytes first: no page may name a logo that is not there. What a killed process left, the next one clears.
  if (logo && (await Employers.exists({ _id: employer }))) await keepLogo(employer, logo);
  const style = {
    ...(colour !== undefined && { colour }),
    ...(logo !== undefined && { logo: logo?.hash ?? null }),
  };
  const changed = await Employers.findOneAndUpdate(
    { _id: employer },
    { $set: fields(wanted), $push: { changes: change('style-changed', by, now, { style }) } },
    { returnDocument: 'after' },
  );
  if (!changed) return null;
  if (logo !== undefined)
    await Logos.deleteMany({ employer, _id: { $ne: `${employer.toString()}/${logo?.hash ?? ''}` } });
  return changed;
}
