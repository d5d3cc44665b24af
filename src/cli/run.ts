import { text } from 'node:stream/consumers';
import type { Types } from 'mongoose';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { makeDataDir } from '../database/data-dir.js';
import { openDatabase } from '../database/open.js';
import { createDeps, type Deps } from '../deps.js';
import { Fatal } from '../fatal.js';
import { createLog } from '../log.js';
import { progressOn } from '../progress.js';
import { openSecrets } from '../secrets.js';

/** What a command has to say: a sentence for people, an object for machines. */
export interface Answer {
  sentence: string;
  json: Record<string, unknown>;
}

/** Runs a command on the database of the settings, prints its answer, and leaves when its letters are on their way. */
export async function run(asJson: boolean, command: (deps: Deps) => Promise<Answer>): Promise<void> {
  const config = readConfig(process.env);
  const { stderr } = process;
  await makeDataDir(config.dataDir);
  const database = await openDatabase(config, progressOn(stderr), (sentence) =>
    stderr.write(`${sentence}\n`),
  );
  try {
    const deps = createDeps(config, await openSecrets(config), createLog('warn', pino.destination(2)));
    const { sentence, json } = await command(deps);
    await deps.relay.settled();
    process.stdout.write(`${asJson ? JSON.stringify(json) : sentence}\n`);
  } finally {
    await database.close();
  }
}

/** The password, as one line on standard input: on the command line other users of the machine would see it. */
export async function passwordFromStdin(
  stdin: NodeJS.ReadableStream & { isTTY?: boolean } = process.stdin,
  stderr: NodeJS.WritableStream = process.stderr,
): Promise<string> {
  if (stdin.isTTY) stderr.write('Password, then Enter and Ctrl-D: ');
  const password = (await text(stdin)).replace(/\r?\n$/, '');
  if (password === '') throw new Fatal('no password on standard input');
  return password;
}

/** The answer to having added something. */
export const added = (what: string, id: Types.ObjectId): Answer => ({
  sentence: `${what} added: ${id.toString()}`,
  json: { id: id.toString() },
});
