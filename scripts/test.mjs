import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwned, step } from './steps.mjs';

const checks = [
  ['Lint', ['eslint', '.']],
  ['Types', ['tsc', '--noEmit']],
  ['Formatting', ['prettier', '--check', '.']],
];

const binary = ([name, ...args]) => [`node_modules/.bin/${name}`, ...args];

/**
 * Runs lint, types, formatting and the whole mocha suite; the last line says how many passed and failed.
 * @param mochaArgs for mocha, such as --grep
 * @returns the exit code
 */
export async function test(mochaArgs) {
  // Everything temporary is made in here, and goes with it, also after Ctrl-C.
  const folder = mkdtempSync(join(tmpdir(), 'werknemerloket-test-'));
  const countsFile = join(folder, 'counts.json');
  const running = new Set();
  let stopSignal;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopSignal = signal;
      for (const child of running) child.stop();
    });
  }
  const run = async (command, options) => {
    if (stopSignal) return { isGood: false, printed: '' };
    const child = startOwned(binary(command), options);
    running.add(child);
    const result = await child.ended;
    running.delete(child);
    return result;
  };

  let passed = 0;
  let failed = 0;
  try {
    for (const [title, command] of checks) {
      const { isGood, printed } = await step(title, () => run(command));
      if (isGood) passed += 1;
      else {
        failed += 1;
        console.log(`${printed}\n${title}: failed.`);
      }
    }
    const jobs = ['--parallel', '--jobs', String(Math.max(2, availableParallelism()))];
    await run(['mocha', ...jobs, '--reporter', 'test/support/reporter.ts', ...mochaArgs], {
      output: 'inherit',
      env: { NODE_OPTIONS: '--import tsx', TMPDIR: folder, TEST_COUNTS: countsFile },
    });
    const mocha = existsSync(countsFile)
      ? JSON.parse(readFileSync(countsFile, 'utf8'))
      : { passes: 0, failures: 0 };
    passed += mocha.passes;
    failed += mocha.passes + mocha.failures === 0 ? 1 : mocha.failures;
  } finally {
    // The database may still be on its way out.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
