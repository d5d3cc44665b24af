import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fatal } from '../fatal.js';
import type { Progress } from '../progress.js';
import { holdOnTo, readAddress, setIdentity, writeAddress } from './embedded-address.js';
import { startServer } from './embedded-process.js';
import type { Engine } from './find-engine.js';

/** The embedded server as this process has it: started here, or found running. */
export interface Lease {
  readonly uri: string;
  readonly port: number;
  /** Settles when the server is no more. */
  readonly ended: Promise<unknown>;
  /** Lets go of the server, and ends it when it was started here. */
  end(): Promise<void>;
}

const LOCKED_TIMEOUT_MS = 30_000;

const uriOptions = new URLSearchParams({
  directConnection: 'true',
  // A write counts as done when it is in the journal, where a kill does not reach it.
  journal: 'true',
});
const uriOf = (port: number) => `mongodb://127.0.0.1:${port}/werknemerloket?${uriOptions.toString()}`;

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  return once(probe, 'listening').then(
    async () => {
      await once(probe.close(), 'close');
      return true;
    },
    () => false,
  );
}

/** The port of last time, where others who still use the server look for it; else any. */
async function choosePort(dataDir: string): Promise<number> {
  // Below the range that systems take ports for outgoing connections from: none of those gets in the way of a restart.
  const any = () => randomInt(20_000, 32_000);
  let port = (await readAddress(dataDir))?.port ?? any();
  while (!(await isFree(port))) port = any();
  return port;
}

/** The server that runs already on a data folder; on this port, where that matters. */
export async function findRunning(dataDir: string, port?: number): Promise<Lease | undefined> {
  const address = await readAddress(dataDir);
  if (!address || (port !== undefined && address.port !== port)) return undefined;
  const hold = await holdOnTo(address, dataDir);
  return hold && { uri: address.uri, port: address.port, ...hold };
}

/** @returns 'locked' when another process has the files */
async function start(dataDir: string, engine: Engine, port: number): Promise<Lease | 'locked'> {
  const server = await startServer(engine.command(port));
  if (server === 'locked') return server;
  const uri = uriOf(port);
  try {
    await setIdentity(uri, dataDir);
    await writeAddress(dataDir, { uri, port, serverPid: server.pid, ownerPid: process.pid });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { uri, port, ended: server.ended, end: () => server.stop() };
}

/**
 * Starts the server, or finds the one that another process starts at the same moment: its lock on its files decides.
 * @param port where it must come back, for who is connected to it; else it takes that of last time, or any
 * @throws Fatal when it does not start, or the files stay locked
 */
export const startOrFind = (
  dataDir: string,
  engine: Engine,
  progress: Progress,
  port?: number,
): Promise<Lease> =>
  progress(`Starting the database (${engine.name})`, async () => {
    const deadline = Date.now() + LOCKED_TIMEOUT_MS;
    while (Date.now() < deadline) {
      const running = await findRunning(dataDir, port);
      if (running) return running;
      const started = await start(dataDir, engine, port ?? (await choosePort(dataDir)));
      if (started !== 'locked') return started;
      await sleep(100);
    }
    throw new Fatal(`Another process holds the database in ${dataDir}, and does not answer.`);
  });
