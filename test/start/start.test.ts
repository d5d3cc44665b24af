import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { clone, freePort, installPackages, removeClone } from '../support/clone.js';
import { isAlive, Running, until, untilGone } from '../support/process.js';

describe('npm start', function () {
  this.timeout(180_000);
  let folder: string;
  let port: number;
  const running: Running[] = [];

  const start = async (env: NodeJS.ProcessEnv = {}, command = ['npm', 'start']) => {
    const portal = await Running.start(command, { cwd: folder, env: { PORT: `${port}`, ...env } });
    running.push(portal);
    return portal;
  };
  const open = async (env?: NodeJS.ProcessEnv) => {
    const portal = await start(env);
    await portal.says(/open at/);
    return portal;
  };
  const address = async () =>
    JSON.parse(await readFile(join(folder, 'var/database.json'), 'utf8')) as Record<
      'serverPid' | 'ownerPid' | 'port',
      number
    >;
  /** The status of the login page; undefined when the portal does not answer. */
  const status = () =>
    fetch(`http://127.0.0.1:${port}/inloggen`).then(
      (response) => response.status,
      () => undefined,
    );

  before(async () => {
    folder = await clone();
    await installPackages(join(folder, 'node_modules'));
    port = await freePort();
  });
  afterEach(async () => {
    for (const portal of running.splice(0)) {
      portal.kill('SIGTERM');
      await portal.ended;
    }
    await rm(join(folder, '.env'), { force: true });
  });
  after(() => removeClone(folder));

  it('builds, makes a demo, and says where the portal is', async () => {
    const portal = await open();
    assert.match(portal.output, /Building \.\.\. \d+\.\d s/);
    assert.match(portal.output, /Starting the database \(.*\) \.\.\. \d+\.\d s/);
    assert.match(portal.output, /p\.vanwekkers/);
    assert.match(portal.output, new RegExp(`open at http://localhost:${port}/`));
    assert.equal(await status(), 200);
    assert.equal((await stat(join(folder, 'var/demo.txt'))).mode & 0o777, 0o600);
  });

  it('starts again within seconds, with the data still there', async () => {
    const begin = performance.now();
    const portal = await open();
    assert.ok(performance.now() - begin < 10_000);
    assert.doesNotMatch(portal.output, /Building|A demo was made/);
  });

  describe('ends with everything it started', () => {
    const ends = async (portal: Running, how: () => void | Promise<void>) => {
      const { serverPid, ownerPid } = await address();
      await how();
      await portal.ended;
      await untilGone(ownerPid);
      await untilGone(serverPid);
      assert.equal(await status(), undefined);
    };

    it('by SIGTERM to npm', async () => {
      const portal = await open();
      await ends(portal, () => {
        portal.kill('SIGTERM');
      });
    });

    it('by SIGTERM to the portal, with exit code 0', async () => {
      const portal = await open();
      await ends(portal, async () => {
        process.kill((await address()).ownerPid, 'SIGTERM');
      });
      assert.equal(await portal.ended, 0);
    });

    it('by Ctrl-C, and once more Ctrl-C', async () => {
      const portal = await open();
      await ends(portal, () => {
        portal.interrupt();
        portal.interrupt();
      });
    });

    it('by kill -9', async () => {
      const portal = await open();
      await ends(portal, async () => {
        process.kill((await address()).ownerPid, 'SIGKILL');
      });
    });
  });

  it('finishes a request that is under way when it is told to end', async () => {
    await open();
    const request = connect(port, '127.0.0.1');
    const body = 'gebruikersnaam=p';
    request.write(
      `POST /inloggen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    await status();
    const { ownerPid } = await address();
    process.kill(ownerPid, 'SIGTERM');
    await until('it takes no more requests', async () => (await status()) === undefined);
    assert.equal(await isAlive(ownerPid), true);
    request.write(body);
    assert.match(await text(request), /^HTTP\/1\.1 403 /);
    await untilGone(ownerPid);
  });

  it('answers 503 while the database is away, and has it back by itself', async () => {
    await open();
    const { serverPid, port: databasePort } = await address();
    process.kill(serverPid, 'SIGKILL');
    // As long as another has its port, it cannot come back.
    const other = createServer((line) => line.destroy());
    await until('its port is taken', () =>
      once(other.listen(databasePort, '127.0.0.1'), 'listening').then(
        () => true,
        () => false,
      ),
    );
    await until('it says so', async () => (await status()) === 503);
    other.close();
    await until('the pages are back', async () => (await status()) === 200);
  });

  it('reads .env, and believes the environment before that', async () => {
    const other = await freePort();
    await writeFile(join(folder, '.env'), `PORT=1\nBASE_URL=http://127.0.0.1:${other}\n`);
    const portal = await open({ PORT: `${other}` });
    assert.match(portal.output, new RegExp(`open at http://127.0.0.1:${other}/`));
  });

  describe('says in one sentence what is wrong, and ends with exit code 1', () => {
    const says = async (words: RegExp, env: NodeJS.ProcessEnv) => {
      const portal = await start(env, [process.execPath, 'scripts/launch.mjs', 'start']);
      assert.equal(await portal.ended, 1, portal.output);
      assert.match(portal.output, words);
      assert.doesNotMatch(portal.output, /^ {4}at /m);
    };

    it('when the port is taken', async () => {
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      try {
        await says(new RegExp(`port ${port} of 127\\.0\\.0\\.1: another program has it`), {});
      } finally {
        other.close();
      }
      await untilGone((await address()).serverPid);
    });

    it('when the data folder is not writable', () =>
      says(/DATA_DIR, the folder .*package\.json\/var, is not writable/, { DATA_DIR: 'package.json/var' }));

    it('when MongoDB is unreachable', async () =>
      says(/MongoDB does not answer at mongodb:\/\/127\.0\.0\.1/, {
        MONGODB_URI: `mongodb://127.0.0.1:${await freePort()}/loket`,
      }));

    it('when there is no MongoDB, and no way to get one', async () => {
      const bin = join(folder, 'bin');
      await mkdir(bin);
      await symlink(process.execPath, join(bin, 'node'));
      await symlink('/bin/sh', join(bin, 'sh'));
      await says(/There is no database to start.*MONGOD_BINARY.*MONGODB_URI.*download.*Maven/s, {
        ...{ PATH: bin, JAVA_HOME: '', DATA_DIR: 'empty' },
        ...{ MONGOMS_DOWNLOAD_DIR: join(folder, 'cache'), MONGOMS_DOWNLOAD_MIRROR: 'https://127.0.0.1:1' },
        MONGOMS_VERSION: '7.0.1000',
      });
    });

    it('when settings are wrong', () => says(/PORT .*\n.*SMTP_URL /, { PORT: 'x', SMTP_URL: 'y' }));
  });
});
