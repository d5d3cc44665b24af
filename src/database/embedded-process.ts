import { EventEmitter, once } from 'node:events';
import { Fatal } from '../fatal.js';
import { startOwned, type OwnedProcess } from './owned-process.js';

// A mongod that was killed first goes through its journal.
const START_TIMEOUT_MS = 120_000;
const KEPT_OUTPUT = 4_000;

/**
 * Starts a database server, and waits until it listens.
 * @returns 'locked' when another process has its files
 * @throws Fatal with what it printed last, when it does not start
 */
export async function startServer(command: string[]): Promise<OwnedProcess | 'locked'> {
  let printed = '';
  const output = new EventEmitter();
  const listening = once(output, 'listening');
  const server = await startOwned(command, (text) => {
    printed = (printed + text).slice(-KEPT_OUTPUT);
    if (/waiting for connections/i.test(printed)) output.emit('listening');
  });
  const timeout = setTimeout(() => void server.stop(), START_TIMEOUT_MS);
  const outcome = await Promise.race([listening, server.ended]);
  clearTimeout(timeout);
  if (Array.isArray(outcome)) return server;
  if (printed.includes('DBPathInUse')) return 'locked';
  throw new Fatal(
    `The database does not start: ${command[0] ?? ''} ended (${outcome}). ${printed.trim().split('\n').slice(-3).join('\n')}`,
  );
}
