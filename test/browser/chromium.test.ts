import assert from 'node:assert/strict';
import { Running } from '../support/process.js';

describe('where there is no Chromium', () => {
  // Two specs in a browser, without the database that a whole run starts.
  const run = async (env: NodeJS.ProcessEnv) => {
    const specs = ['test/browser/looks.test.ts', 'test/browser/style-sheet.test.ts'];
    const command = ['node_modules/.bin/mocha', '--no-config', ...specs];
    const mocha = await Running.start(command, {
      cwd: process.cwd(),
      env: { NODE_OPTIONS: '--import tsx', CHROMIUM_PATH: '/nergens/chromium', ...env },
    });
    return { code: await mocha.ended, lines: mocha.output.split('\n') };
  };

  it('the tests in a browser are skipped, and one line says so', async () => {
    const { code, lines } = await run({});
    assert.equal(code, 0, lines.join('\n'));
    assert.equal(
      lines.filter((line) => line.includes('/nergens/chromium (CHROMIUM_PATH) is not there')).length,
      1,
    );
    assert.ok(lines.some((line) => /\d+ pending/.test(line)));
  });

  it('CI fails: there it has to be installed', async () => {
    const { code, lines } = await run({ CI: 'true' });
    assert.equal(code, 2, lines.join('\n'));
    assert.ok(lines.some((line) => line.includes('is not there: .ci/run installs it')));
  });
});
