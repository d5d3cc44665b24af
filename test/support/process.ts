import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const MAX_WAIT_MS = 120_000;

/** Waits until something holds; the test's own time limit ends it otherwise. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + MAX_WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never came true: ${what}`);
    await sleep(20);
  }
}

/** A command that somebody started in a terminal, in a process group of its own. */
export class Running {
  private constructor(
    private readonly child: ReturnType<typeof spawn> & { pid: number },
    private readonly printed: { text: string },
    /** The exit code, or the signal that ended it. */
    readonly ended: Promise<number | NodeJS.Signals>,
  ) {}

  static async start(
    command: string[],
    { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
  ): Promise<Running> {
    const [file = '', ...args] = command;
    const { PATH, HOME, TMPDIR, JAVA_HOME } = process.env;
    const child = spawn(file, args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // As on a clean machine: what this test run got from npm and mocha is not theirs.
      env: { PATH, HOME, TMPDIR, JAVA_HOME, ...env },
    });
    const printed = { text: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed.text += text));
    }
    await once(child, 'spawn');
    const closed = once(child, 'close') as Promise<[number, null] | [null, NodeJS.Signals]>;
    return new Running(
      child as typeof child & { pid: number },
      printed,
      closed.then(([code, signal]) => code ?? signal),
    );
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Everything that it printed so far, on standard output and standard error. */
  get output(): string {
    return this.printed.text;
  }

  /** Waits until it prints this. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    await until(
      `${String(pattern)} in:\n${this.output}`,
      () => pattern.test(this.output) || this.child.exitCode !== null,
    );
    const match = pattern.exec(this.output);
    if (!match) throw new Error(`${String(pattern)} was not said in:\n${this.output}`);
    return match;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** What Ctrl-C in the terminal does: every process of the command gets it. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }
}

/** Whether a process runs; one that ended and waits for its parent to look does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !status.includes(') Z ');
}

export const untilGone = (pid: number) => until(`process ${pid} ends`, async () => !(await isAlive(pid)));
