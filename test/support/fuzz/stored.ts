import mongoose, { type Types } from 'mongoose';
import { Limits } from '../../../src/models/limit.js';

// Sessions, and the counts of tries, are there to change with every request.
const bookkeeping = ['sessions', 'limits', 'waits', 'answers'];

async function kept() {
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  return collections
    .filter(({ collectionName }) => !bookkeeping.includes(collectionName))
    .sort((a, b) => a.collectionName.localeCompare(b.collectionName));
}

/** All that a form must not change, as text. @param hidden what it may */
export async function stored(hidden: string[]): Promise<string> {
  const found = (await kept()).map(async (one) => [
    one.collectionName,
    await one.find().sort({ _id: 1 }).toArray(),
  ]);
  return JSON.stringify(
    await Promise.all(found),
    (key, value: unknown) => (hidden.includes(key) ? undefined : value),
    1,
  );
}

/** @returns what brings everything back to how it is now, with who is logged in */
export async function remember(): Promise<() => Promise<void>> {
  const collections = [...(await kept()), mongoose.connection.collection('sessions')];
  const found = await Promise.all(collections.map(async (one) => [one, await one.find().toArray()] as const));
  return async () => {
    for (const [collection, rows] of found) {
      await collection.deleteMany({ _id: { $nin: rows.map(({ _id }) => _id) } });
      if (rows.length === 0) continue;
      await collection.bulkWrite(
        rows.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } })),
      );
    }
  };
}

/** Forgets what people tried too often, but not that an officer asked for somebody else's employees. */
export const liftLimits = () => Limits.deleteMany({ key: { $not: /^stranger:/ } });

/** As if this officer asked for somebody else's employees just now: of more of that no entry is made. */
export const askedForStrangers = (officer: Types.ObjectId) =>
  Limits.updateOne(
    { key: `stranger:${officer.toString()}` },
    { $set: { points: 1, expire: new Date('2100-01-01') } },
    { upsert: true },
  );
