import { once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { z } from 'zod';

const address = z.object({
  port: z.number(),
  uri: z.string(),
  serverPid: z.number(),
  ownerPid: z.number(),
});

/** Where a data folder's embedded server listens, and the processes concerned. */
export type Address = z.infer<typeof address>;

const fileOf = (dataDir: string) => join(dataDir, 'database.json');

/** The address that stands in the folder, of a server that may have ended since; undefined where there is none. */
export async function readAddress(dataDir: string): Promise<Address | undefined> {
  try {
    return address.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')));
  } catch {
    // A file that is missing or spoilt says as much as one that is stale: nothing.
    return undefined;
  }
}

export async function writeAddress(dataDir: string, found: Address): Promise<void> {
  const draft = `${fileOf(dataDir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(found, null, 2), { mode: 0o600 });
  await rename(draft, fileOf(dataDir));
}

const identities = (client: MongoClient) =>
  client.db('embedded').collection<{ _id: string; dataDir: string }>('identity');

async function ask<T>(uri: string, question: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  try {
    return await question(client);
  } finally {
    await client.close();
  }
}

/** Has a server say from now on which folder it serves. */
export const setIdentity = (uri: string, dataDir: string) =>
  ask(uri, (client) => identities(client).replaceOne({ _id: 'server' }, { dataDir }, { upsert: true }));

/** Whether the server at an address serves this folder, and not somebody else's who got the same port later. */
const serves = (uri: string, dataDir: string) =>
  ask(
    uri,
    async (client) => (await identities(client).findOne({ _id: 'server' }))?.dataDir === dataDir,
  ).catch(() => false);

/**
 * Connects to the server of an address for as long as it lives.
 * @returns undefined when none answers there that serves this folder
 */
export async function holdOnTo({ port, uri }: Address, dataDir: string) {
  const line = connect(port, '127.0.0.1');
  const ended = new Promise<void>((resolve) => line.once('close', resolve));
  const end = () => {
    line.destroy();
    return ended;
  };
  const connected = await once(line, 'connect').catch(() => undefined);
  // A reset of the line comes as an error first, and as its end after that.
  line.on('error', () => undefined);
  if (connected && (await serves(uri, dataDir))) return { ended, end };
  await end();
  return undefined;
}
