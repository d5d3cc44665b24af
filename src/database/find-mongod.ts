import { fileURLToPath } from 'node:url';
import { DryMongoBinary } from 'mongodb-memory-server-core';
import { Fatal } from '../fatal.js';
import type { Progress } from '../progress.js';
import { tryProgram, type Found } from './found.js';
import { runOwned } from './owned-process.js';

const MAX_DOWNLOAD_SILENCE_MS = 30_000;

/** @throws Fatal when the one that the settings name does not run: it was meant, so nothing else will do */
export async function namedMongod(binary: string | undefined): Promise<Found> {
  const found = await tryProgram(binary ?? 'mongod', '--version');
  if (binary !== undefined && 'whyNot' in found)
    throw new Fatal(`MONGOD_BINARY is not right: ${found.whyNot}.`);
  return found;
}

/** One that mongodb-memory-server downloaded earlier, for this or another project. */
export async function cachedMongod(): Promise<Found> {
  // Without a version, the library takes its own.
  const path = await DryMongoBinary.locateBinary({ version: '' }).catch(() => undefined);
  return path === undefined ? { whyNot: 'none was downloaded' } : tryProgram(path, '--version');
}

const download = `require('mongodb-memory-server-core').MongoBinary.getPath()
  .catch((error) => { console.error(error.message); process.exit(1); });`;

/** In a process of its own, because the library offers no way to stop it, and writes to standard output. */
export async function downloadMongod(progress: Progress): Promise<Found> {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const whyNot = await progress('Downloading MongoDB', () =>
    runOwned([process.execPath, '-e', download], {
      maxSilenceMs: MAX_DOWNLOAD_SILENCE_MS,
      cwd,
      // The library checks certificates only where npm was told to, and tries thrice where there is no internet.
      env: { npm_config_strict_ssl: 'true', MONGOMS_MAX_RETRIES: '1' },
    }),
  );
  return whyNot === undefined ? cachedMongod() : { whyNot: `it was not downloaded (${whyNot})` };
}

export const mongodCommand = (binary: string, port: number, folder: string): string[] => [
  ...[binary, '--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', `${port}`],
  // Its share of the memory would be half of the machine.
  ...['--wiredTigerCacheSizeGB', '0.25', '--nounixsocket'],
];
