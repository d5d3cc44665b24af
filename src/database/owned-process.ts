import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const owned = fileURLToPath(new URL('../../scripts/owned.sh', import.meta.url));
const KILL_AFTER_MS = 10_000;

/** A process that ends when this one does, even when this one is killed. */
export interface OwnedProcess {
  readonly pid: number;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Asks it to end, and kills it if it does not within 10 seconds; settles when it has ended. */
  stop(): Promise<void>;
}

interface Surroundings {
  /** What differs from this process's own environment. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

// What does not need them cannot leak them.
const withoutSecrets = ({ SESSION_SECRET, SECRET_KEYS, SMTP_URL, ...rest }: NodeJS.ProcessEnv) => rest;

/**
 * Starts a command in a process group of its own, where Ctrl-C does not reach it.
 * @param onOutput gets what it prints, in pieces
 */
export async function startOwned(
  command: string[],
  onOutput: (text: string) => void,
  { env, cwd }: Surroundings = {},
): Promise<OwnedProcess> {
  const child = spawn('sh', [owned, 'TERM', ...command], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...withoutSecrets(process.env), ...env },
    cwd,
  });
  await once(child, 'spawn');
  const { pid, stdio } = child as unknown as { pid: number; stdio: [null, Readable, Readable, Readable] };
  const [, stdout, stderr, lifeline] = stdio;
  for (const output of [stdout, stderr]) output.setEncoding('utf8').on('data', onOutput);
  child.once('exit', () => lifeline.destroy());
  const closed = once(child, 'close') as Promise<[number, null] | [null, NodeJS.Signals]>;
  return {
    pid,
    ended: closed.then(([code, signal]) => code ?? signal),
    stop: async () => {
      lifeline.destroy();
      const kill = setTimeout(() => process.kill(-pid, 'SIGKILL'), KILL_AFTER_MS);
      await closed;
      clearTimeout(kill);
    },
  };
}

/**
 * Runs a command to its end, and stops it when it has printed nothing for too long.
 * @returns undefined when it went well, else a line that says why not
 */
export async function runOwned(
  command: string[],
  { maxSilenceMs, ...surroundings }: Surroundings & { maxSilenceMs: number },
): Promise<string | undefined> {
  let printed = '';
  const child = await startOwned(
    command,
    (text) => {
      printed += text;
      silence.refresh();
    },
    surroundings,
  );
  const silence = setTimeout(() => {
    printed = `no progress for ${maxSilenceMs / 1000} s`;
    void child.stop();
  }, maxSilenceMs);
  const status = await child.ended;
  clearTimeout(silence);
  const lines = printed.trim().split('\n');
  return status === 0 ? undefined : (lines.find((line) => line.includes('ERROR')) ?? lines.at(-1));
}
