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

/**
 * Starts a command in a process group of its own, where Ctrl-C does not reach it.
 * @param onOutput gets what it prints, in pieces
 */
export async function startOwned(
  command: string[],
  onOutput: (text: string) => void,
  env: NodeJS.ProcessEnv = {},
): Promise<OwnedProcess> {
  const child = spawn('sh', [owned, ...command], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  await once(child, 'spawn');
  const { pid, stdio } = child as { pid: number; stdio: Readable[] };
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', onOutput);
  const lifeline = stdio[3];
  void ended.then(() => lifeline?.destroy());
  return {
    pid,
    ended: ended.then(([code, signal]) => code ?? signal ?? 0),
    stop: async () => {
      lifeline?.destroy();
      const kill = setTimeout(() => process.kill(-pid, 'SIGKILL'), KILL_AFTER_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}

/**
 * Runs a command to its end, and stops it when it has printed nothing for too long.
 * @returns undefined when it went well, else a line that says why not
 */
export async function runOwned(command: string[], maxSilenceMs: number, env?: NodeJS.ProcessEnv): Promise<string | undefined> {
  let printed = '';
  const child = await startOwned(
    command,
    (text) => {
      printed += text;
      silence.refresh();
    },
    env,
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
