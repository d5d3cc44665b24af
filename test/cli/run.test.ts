import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Employers } from '../../src/models/employer.js';
import { startPortal, type Portal } from '../support/app.js';
import { runLoket } from '../support/loket.js';

describe('a command whose folder is not writable', function () {
  // Each command is a process of its own.
  this.timeout(180_000);

  let portal: Portal;
  let folder: string;

  before(async () => {
    portal = await startPortal();
    folder = await mkdtemp(join(tmpdir(), 'loket-cli-'));
  });
  after(async () => {
    await portal.close();
    await rm(folder, { recursive: true });
  });

  it('says so in one sentence, and has done nothing', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const settings = { DATA_DIR: join(file, 'var') };
    const { out, err, exitCode } = await runLoket(['employer', 'add', '--name', 'Wekkers B.V.'], settings);
    assert.equal(err, `error: DATA_DIR, the folder ${file}/var, is not writable (ENOTDIR).\n`);
    assert.equal(out, '');
    assert.equal(exitCode, 1);
    assert.equal(await Employers.countDocuments(), 0);
  });
});
