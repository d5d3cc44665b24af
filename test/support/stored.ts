import mongoose from 'mongoose';
import type { Portal } from './app.js';

/** All that lasts in the database, to compare before and after: the sessions, which come and go, are not in it. */
export async function stored({ deps }: Portal): Promise<Record<string, unknown[]>> {
  await deps.relay.settled();
  const all: Record<string, unknown[]> = {};
  for (const name of ['accounts', 'employers', 'audit', 'links', 'waits', 'limits'])
    all[name] = await mongoose.connection.collection(name).find().sort({ _id: 1 }).toArray();
  return all;
}
