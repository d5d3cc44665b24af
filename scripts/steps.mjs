import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

/** Something that only the person at the keyboard can mend: told in its own words, without a stack trace. */
export class Stop extends Error {}

const SLOW_MS = 500;

/** Does a step, and shows it with its time when it is slow. On standard error: the output belongs to the command. */
export async function step(title, work) {
  const start = performance.now();
  const time = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const out = process.stderr;
  let isShown = false;
  const show = setTimeout(() => {
    isShown = true;
    out.write(`${title} ...`);
  }, SLOW_MS);
  const count = out.isTTY ? setInterval(() => out.write(`\r${title} ... ${time()}`), 1_000) : undefined;
  try {
    return await work();
  } finally {
    clearTimeout(show);
    clearInterval(count);
    if (isShown) out.write(out.isTTY ? `\r${title} ... ${time()}\n` : ` ${time()}\n`);
  }
}

/**
 * Starts a command that ends with this process, in a process group of its own.
 * @param output 'pipe' to collect what it prints, 'inherit' to show it
 * @param signal what it gets at the end of this process
 */
export function startOwned(command, { env = {}, output = 'pipe', signal = 'TERM' } = {}) {
  const child = spawn('sh', ['scripts/owned.sh', signal, ...command], {
    detached: true,
    stdio: ['ignore', output, output, 'pipe'],
    env: { ...process.env, ...env },
  });
  const lifeline = child.stdio[3];
  child.once('exit', () => lifeline.destroy());
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (printed += text));
  const ended = once(child, 'close').then(([code]) => ({ isGood: code === 0, printed }));
  return { ended, stop: () => lifeline.destroy() };
}

/** Does a step by a command. @throws Stop with what it printed, when it fails */
export async function runStep(title, command) {
  // At once: npm would still be putting its folders back while the next start installs.
  const { isGood, printed } = await step(title, () => startOwned(command, { signal: 'KILL' }).ended);
  if (!isGood) throw new Stop(`${printed}\n${title}: failed.`);
}
