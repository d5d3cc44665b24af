import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, type EmbeddedServer } from '../../src/database/embedded.js';
import { progressOn } from '../../src/progress.js';

let dataDir: string;
let server: EmbeddedServer;

export async function mochaGlobalSetup(): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'werknemerloket-test-'));
  server = await openEmbedded({
    dataDir,
    progress: progressOn(process.stderr),
    report: (sentence) => {
      throw new Error(sentence);
    },
  });
}

export async function mochaGlobalTeardown(): Promise<void> {
  await server.stop();
  await rm(dataDir, { recursive: true });
}

/** A new, empty database on the server of this run. */
export function databaseUri(): string {
  const uri = new URL(server.uri);
  uri.pathname = `test-${randomUUID()}`;
  return uri.href;
}
