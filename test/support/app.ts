import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import mongoose from 'mongoose';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { connect, disconnect } from '../../src/database/connect.js';
import { createDeps, type Deps } from '../../src/deps.js';
import { createLog } from '../../src/log.js';
import { Limits } from '../../src/models/limit.js';
import { openSecrets } from '../../src/secrets.js';
import { databaseUri } from './database.js';
import { startMailServer } from './mail-server.js';
import { letterOf, type ReceivedLetter } from './post.js';

/** A portal with everything real: the app, the MongoDB server, the mail server. Only its clock is held by the test. */
export interface Portal {
  app: Express;
  deps: Deps;
  now(): Date;
  /** Moves the clock; the counts of tries grow older with it. */
  pass(time: { minutes?: number; seconds?: number }): Promise<void>;
  /** The letters that its mail server took so far, the oldest first. */
  letters(): Promise<ReceivedLetter[]>;
  /** Everything that was logged. */
  logged(): string;
  /** Everything in the database, as text. */
  everythingStored(): Promise<string>;
  close(): Promise<void>;
}

export async function startPortal(settings: NodeJS.ProcessEnv = {}): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'loket-test-'));
  const mailServer = await startMailServer();
  const own = { DATA_DIR: dataDir, BASE_URL: 'http://127.0.0.1', SMTP_URL: mailServer.url };
  const config = readConfig({ ...own, ...settings });
  await connect(config.mongodbUri ?? databaseUri());
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => lines.push(line) });
  let ahead = 0;
  const held = Date.now();
  const now = () => new Date(held + ahead);
  const deps = createDeps(config, await openSecrets(config), log, now);

  return {
    app: createApp(deps),
    deps,
    now,
    async pass({ minutes = 0, seconds = 0 }) {
      const milliseconds = (minutes * 60 + seconds) * 1000;
      ahead += milliseconds;
      // The limiter reads the machine's clock, so what it wrote moves back instead.
      for (const { _id, expire } of await Limits.find().lean()) {
        if (expire) await Limits.updateOne({ _id }, { expire: new Date(expire.getTime() - milliseconds) });
      }
    },
    async letters() {
      await deps.relay.settled();
      return mailServer.received.map(letterOf);
    },
    logged: () => lines.join(''),
    async everythingStored() {
      const { db } = mongoose.connection;
      const collections = (await db?.collections()) ?? [];
      return JSON.stringify(await Promise.all(collections.map((collection) => collection.find().toArray())));
    },
    async close() {
      await deps.relay.settled();
      await disconnect();
      await mailServer.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
