import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import mongoose from 'mongoose';
import { databaseUri } from './database.js';

/** Starts a command on the database of the portal that the test started. */
export function startLoket(words: string[], settings: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams {
  const uri = new URL(databaseUri());
  uri.pathname = mongoose.connection.name;
  return spawn(process.execPath, ['src/cli/main.ts', ...words], {
    env: { ...process.env, MONGODB_URI: uri.href, ...settings },
  });
}

/** Types a command, with this on its standard input, and waits for its end. */
export async function runLoket(words: string[], settings: NodeJS.ProcessEnv, input = '') {
  const child = startLoket(words, settings);
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, exitCode: child.exitCode };
}
