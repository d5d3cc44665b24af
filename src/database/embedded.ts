import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '../progress.js';
import { makeDataDir } from './data-dir.js';
import { findRunning, startOrFind, type Lease } from './embedded-lease.js';
import { findEngine } from './find-engine.js';

export interface EmbeddedOptions {
  dataDir: string;
  mongodBinary?: string | undefined;
  progress: Progress;
  /** Hears in a sentence what befalls the server while it is in use. */
  report: (sentence: string) => void;
}

export interface EmbeddedServer {
  readonly uri: string;
  /** Ends the server when this process started it, and waits for that. */
  stop(): Promise<void>;
}

const MAX_WAIT_MS = 30_000;

/**
 * The MongoDB server of a data folder: the one that runs already, else one started here. Whoever has it open and
 * sees it end starts it again at the same address, so that clients reconnect by themselves.
 * @throws Fatal when the folder is not writable, or no server can be had
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { mongodBinary, progress, report } = options;
  const dataDir = await makeDataDir(options.dataDir);
  const engine = () => findEngine(dataDir, mongodBinary, progress);

  const first = (await findRunning(dataDir)) ?? (await startOrFind(dataDir, await engine(), progress));
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopRequested = once(signal, 'abort');

  async function restarted(): Promise<Lease | undefined> {
    for (let wait = 0; !signal.aborted; wait = Math.min(2 * wait + 500, MAX_WAIT_MS)) {
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      try {
        return await startOrFind(dataDir, await engine(), progress, first.port);
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
      }
    }
    return undefined;
  }

  async function supervise(): Promise<void> {
    for (let lease: Lease | undefined = first; lease; lease = await restarted()) {
      await Promise.race([lease.ended, stopRequested]);
      if (signal.aborted) return lease.end();
      report('The database ended while it was in use: it is started again.');
    }
  }

  const supervised = supervise();
  return {
    uri: first.uri,
    stop: () => {
      stopping.abort();
      return supervised;
    },
  };
}
