import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What was looked for, or why it cannot be had. */
export type Found = { path: string } | { whyNot: string };

const run = promisify(execFile);

/** Whether a program runs, by having it say its version. */
export async function tryProgram(path: string, versionFlag: string): Promise<Found> {
  try {
    await run(path, [versionFlag]);
    return { path };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { whyNot: code === 'ENOENT' ? `there is no ${path}` : `${path} does not run (${message.trim()})` };
  }
}
