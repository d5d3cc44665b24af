import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clone, installPackages, removeClone } from '../support/clone.js';
import { Running, until, untilGone } from '../support/process.js';

const good = `import assert from 'node:assert/strict';

describe('sums', () => {
  it('add up', () => {
    assert.equal(1 + 1, 2);
  });
  it('have an order', () => {
    assert.equal(2 + 1, 3);
  });
});
`;
const failing = `const wrong: number = 'text';

it('fails', () => {
  throw new Error(String(wrong));
});
`;
const uglyAndUnused = 'const  unused=1';
const endless = `import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

it('never ends', function (done) {
  this.timeout(0);
  mkdtempSync(join(tmpdir(), 'left-behind-'));
  writeFileSync('mocha.pid', String(process.pid));
  void done;
});
`;

describe('npm test', function () {
  this.timeout(180_000);
  let folder: string;
  const inFolder = (file: string) => join(folder, file);

  const npmTest = (...words: string[]) =>
    Running.start(['npm', 'test', '--silent', '--', ...words], {
      cwd: folder,
      env: { TMPDIR: inFolder('tmp') },
    });
  const lastLine = ({ output }: Running) => output.trimEnd().split('\n').at(-1);

  // Only as much of the project as shows how tests are run.
  before(async () => {
    folder = await clone();
    await installPackages(inFolder('node_modules'));
    for (const name of ['bench', 'src', 'test']) await rm(inFolder(name), { recursive: true });
    await mkdir(inFolder('test/support'), { recursive: true });
    await mkdir(inFolder('tmp'));
    const reporter = new URL('../support/reporter.ts', import.meta.url);
    await writeFile(inFolder('test/support/reporter.ts'), await readFile(reporter));
    await writeFile(inFolder('test/support/database.ts'), '// No database for these.\nexport {};\n');
    await writeFile(inFolder('test/good.test.ts'), good);
  });
  after(() => removeClone(folder));

  it('ends with how many passed and failed: the tests, and one each for lint, types and formatting', async () => {
    const run = await npmTest();
    assert.equal(await run.ended, 0, run.output);
    assert.equal(lastLine(run), '5 passed, 0 failed');
  });

  it('hands what is asked for to mocha', async () => {
    const run = await npmTest('--grep', 'add up');
    await run.ended;
    assert.equal(lastLine(run), '4 passed, 0 failed');
  });

  it('fails when no test ran', async () => {
    const run = await npmTest('--grep', 'no such test');
    assert.equal(await run.ended, 1);
    assert.equal(lastLine(run), '3 passed, 1 failed');
  });

  it('goes on after a failure, counts each, and fails', async () => {
    await writeFile(inFolder('test/failing.test.ts'), failing);
    await writeFile(inFolder('ugly.js'), uglyAndUnused);
    const run = await npmTest();
    assert.equal(await run.ended, 1);
    assert.equal(lastLine(run), '2 passed, 4 failed');
    await rm(inFolder('test/failing.test.ts'));
    await rm(inFolder('ugly.js'));
  });

  it('ends by Ctrl-C without leaving a process or a temporary folder', async () => {
    await writeFile(inFolder('test/endless.test.ts'), endless);
    const run = await npmTest();
    await until('the tests run', () => existsSync(inFolder('mocha.pid')));
    run.interrupt();
    assert.notEqual(await run.ended, 0);
    await untilGone(Number(await readFile(inFolder('mocha.pid'), 'utf8')));
    assert.deepEqual(await readdir(inFolder('tmp')), []);
  });
});
