import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, type EmbeddedServer } from '../../src/database/embedded.js';
import { progressOn } from '../../src/progress.js';

let dataDir: string;
let server: EmbeddedServer;
// The processes that the files of tests are divided over have it from the one that started them.
let address = process.env.TEST_DATABASE ?? '';

export async function mochaGlobalSetup(): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'werknemerloket-test-'));
  server = await openEmbedded({
    dataDir,
    progress: progressOn(process.stderr),
    report: (sentence) => {
      throw new Error(sentence);
    },
  });
  address = server.uri;
  process.env.TEST_DATABASE = address;
}

export async function mochaGlobalTeardown(): Promise<void> {
  await server.stop();
  await rm(dataDir, { recursive: true });
}

/** A new, empty database on the server of this run. */
export function databaseUri(): string {
  const uri = new URL(address);
  uri.pathname = `test-${randomUUID()}`;
  return uri.href;
}
