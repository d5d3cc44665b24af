import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clone, freePort, installPackages, removeClone } from '../support/clone.js';
import { isAlive, Running, until, untilGone } from '../support/process.js';

// Waits for a file called `go`, and then has everything at once.
const npm = `#!/bin/sh
echo $$ > npm.pid
while [ ! -e go ]; do sleep 0.05; done
rm go
rm -rf node_modules
cp -RP packages node_modules
`;

describe('what npm start, npm test and loket find missing', function () {
  this.timeout(180_000);
  let folder: string;

  const launch = (...words: string[]) =>
    Running.start([process.execPath, 'scripts/launch.mjs', ...words], {
      cwd: folder,
      env: { PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}` },
    });
  const inFolder = (file: string) => join(folder, file);
  const npmRuns = async () => {
    await until('npm runs', () => existsSync(inFolder('npm.pid')));
    const pid = Number(await readFile(inFolder('npm.pid'), 'utf8'));
    await rm(inFolder('npm.pid'));
    return pid;
  };
  const letNpmGoOn = () => writeFile(inFolder('go'), '');

  before(async () => {
    folder = await clone();
    await installPackages(inFolder('packages'));
    await mkdir(inFolder('bin'));
    await writeFile(inFolder('bin/npm'), npm, { mode: 0o755 });
  });
  after(() => removeClone(folder));

  it('is installed by one process; another that comes meanwhile waits for it', async () => {
    const one = await launch('loket', '--help');
    await npmRuns();
    const other = await launch('loket', '--help');
    await other.says(new RegExp(`Waiting for process ${one.pid}`));
    await letNpmGoOn();
    assert.deepEqual(await Promise.all([one.ended, other.ended]), [0, 0]);
    assert.match(one.output, /Installing packages \.\.\. \d+\.\d s\nBuilding \.\.\. \d+\.\d s\n/);
    assert.match(other.output, /Usage: loket/);
    assert.doesNotMatch(other.output, /Installing|Building/);
  });

  it('is not looked for twice', async () => {
    const again = await launch('loket', '--help');
    assert.equal(await again.ended, 0);
    assert.match(again.output, /^Usage: loket/);
  });

  it('is installed anew after an installation that was killed, which leaves no process', async () => {
    await rename(inFolder('node_modules'), inFolder('node_modules.old'));
    const killed = await launch('loket', '--help');
    const pid = await npmRuns();
    killed.kill('SIGKILL');
    await untilGone(pid);
    const again = await launch('loket', '--help');
    await npmRuns();
    await letNpmGoOn();
    assert.equal(await again.ended, 0, again.output);
  });

  it('is not installed under a portal that runs from the folder', async () => {
    const portal = await Running.start([process.execPath, 'scripts/launch.mjs', 'start'], {
      cwd: folder,
      env: { PORT: `${await freePort()}` },
    });
    await portal.says(/open at/);
    const list = inFolder('node_modules/.package-lock.json');
    await rename(list, inFolder('list'));
    const refused = await launch('test');
    assert.equal(await refused.ended, 1);
    assert.equal(
      refused.output,
      `Packages must be installed, but process ${portal.pid} runs from this folder: stop it first.\n`,
    );
    await rename(inFolder('list'), list);
    assert.equal(await isAlive(portal.pid), true);
    portal.kill('SIGTERM');
    assert.equal(await portal.ended, 0);
  });

  it('is built again when a source changes, and nothing stays of one that is gone', async () => {
    await writeFile(inFolder('src/extra.ts'), 'export const extra = 1;\n');
    await (
      await launch('loket', '--help')
    ).ended;
    assert.equal(existsSync(inFolder('dist/extra.js')), true);
    await rm(inFolder('src/extra.ts'));
    await (
      await launch('loket', '--help')
    ).ended;
    assert.equal(existsSync(inFolder('dist/extra.js')), false);
  });

  it('is told when it cannot be built, and what was built before stays', async () => {
    await writeFile(inFolder('src/wrong.ts'), 'export const wrong: number = "text";\n');
    const failed = await launch('loket', '--help');
    assert.equal(await failed.ended, 1);
    assert.match(failed.output, /src\/wrong\.ts.*\nBuilding: failed\.\n$/s);
    assert.equal(existsSync(inFolder('dist/server.js')), true);
    await rm(inFolder('src/wrong.ts'));
  });
});
