import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MongoClient } from 'mongodb';
import { DryMongoBinary } from 'mongodb-memory-server-core';
import { openEmbedded } from '../../src/database/embedded.js';
import { findEngine } from '../../src/database/find-engine.js';
import { builtJavaEngine } from '../../src/database/find-java-engine.js';
import { Fatal } from '../../src/fatal.js';

const works = '#!/bin/sh\nexit 0\n';
const fails = '#!/bin/sh\nexit 1\n';
// Whatever is smaller than a real mongod counts as a download that broke off.
const asLongAsMongod = `${works}${'#'.repeat(1024 * 1024)}`;

const environment = { ...process.env };

describe('the server for the embedded database', () => {
  let folder: string;
  let dataDir: string;
  let steps: string[];

  const progress = <T>(step: string, work: () => Promise<T>) => {
    steps.push(step);
    return work();
  };
  const find = async (mongodBinary?: string) =>
    (await findEngine(dataDir, mongodBinary, progress)).command(1)[0];
  const fatal =
    (...words: RegExp[]) =>
    (error: unknown) =>
      error instanceof Fatal && words.every((word) => word.test(error.message));

  const put = async (file: string, text: string) => {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { mode: 0o755 });
    return file;
  };
  const putOnPath = (name: string, text: string) => put(join(folder, 'bin', name), text);
  const putInCache = async () => {
    const { MONGOMS_VERSION: version = '' } = process.env;
    const [, file] = await DryMongoBinary.generateDownloadPath(
      await DryMongoBinary.generateOptions({ version }),
    );
    await put(`${file}.md5`, '');
    return put(file, asLongAsMongod);
  };

  // A machine without mongod and Maven, whose cache is empty, and that reaches no other.
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loket-engine-'));
    dataDir = join(folder, 'var');
    steps = [];
    process.env.PATH = `${join(folder, 'bin')}:${environment.PATH ?? ''}`;
    await putOnPath('mongod', fails);
    await putOnPath('mvn', fails);
    process.env.MONGOMS_DOWNLOAD_DIR = join(folder, 'cache');
    process.env.MONGOMS_DOWNLOAD_MIRROR = 'https://127.0.0.1:1';
    process.env.MONGOMS_VERSION = '7.0.1000';
    // The library remembers what it found.
    DryMongoBinary.binaryCache.clear();
  });
  afterEach(async () => {
    process.env = { ...environment };
    await rm(folder, { recursive: true });
  });

  it('is a mongod on the PATH, before one in the cache', async () => {
    await putOnPath('mongod', works);
    await putInCache();
    assert.equal(await find(), 'mongod');
  });

  it('is the mongod that MONGOD_BINARY names, before one on the PATH', async () => {
    await putOnPath('mongod', works);
    const named = await put(join(folder, 'mine'), works);
    assert.equal(await find(named), named);
  });

  it('is nothing else, when MONGOD_BINARY names one that does not run', async () => {
    await assert.rejects(find(join(folder, 'missing')), fatal(/MONGOD_BINARY/, /missing/));
  });

  it('is a mongod in the cache, before any download', async () => {
    const cached = await putInCache();
    assert.equal(await find(), cached);
    assert.deepEqual(steps, []);
  });

  it('is the Java engine, where it is built, before any download', async function () {
    if ('whyNot' in (await builtJavaEngine())) this.skip();
    const engine = await findEngine(dataDir, undefined, progress);
    assert.equal(engine.name, 'Java engine');
    assert.deepEqual(steps, []);
  });

  it('is a mongod that is downloaded and kept, where there is no other', async () => {
    await put(join(folder, 'mongodb', 'bin', 'mongod'), asLongAsMongod);
    execFileSync('tar', ['-czf', join(folder, 'mongodb.tgz'), '-C', folder, 'mongodb']);
    const archive = await readFile(join(folder, 'mongodb.tgz'));
    const md5 = createHash('md5').update(archive).digest('hex');
    const mirror = createServer((req, res) => res.end(req.url?.endsWith('.md5') ? md5 : archive)).listen(
      0,
      '127.0.0.1',
    );
    await once(mirror, 'listening');
    process.env.MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
    process.env.MONGOMS_USE_HTTP = 'true';
    // Data that only a mongod reads: a built Java engine would come first.
    await put(join(dataDir, 'mongodb', 'WiredTiger'), '');
    try {
      assert.match((await find()) ?? '', /cache/);
    } finally {
      mirror.close();
    }
    assert.deepEqual(steps, ['Downloading MongoDB']);
    assert.match((await find()) ?? '', /cache/);
    assert.equal(steps.length, 1);
  });

  it('is of the kind that the data was begun with, or the portal does not start', async () => {
    await put(join(dataDir, 'mongodb', 'WiredTiger'), '');
    await assert.rejects(
      find(),
      fatal(/no mongod, which .*var was begun with/, /not downloaded/, /MONGODB_URI/),
    );
  });

  it('stays the Java engine where that has the data, also when a mongod comes', async function () {
    if ('whyNot' in (await builtJavaEngine())) this.skip();
    await put(join(dataDir, 'mongodb-java', 'data.mv'), '');
    await putOnPath('mongod', works);
    assert.equal((await findEngine(dataDir, undefined, progress)).name, 'Java engine');
  });

  it('is not guessed when there is data of both kinds', async () => {
    await put(join(dataDir, 'mongodb', 'WiredTiger'), '');
    await put(join(dataDir, 'mongodb-java', 'data.mv'), '');
    await assert.rejects(find(), fatal(/two databases/));
  });

  it('serves as mongod does: on this machine only, its files in the data folder', async () => {
    // A mongod that keeps its arguments, and has the engine of this machine do the work.
    process.env = { ...environment };
    const engine = await findEngine(dataDir, undefined, progress);
    const command = engine.command(0).map((word) => (word === '0' ? '"$port"' : `'${word}'`));
    const mongod = await put(
      join(folder, 'mongod'),
      `#!/bin/sh
[ "$1" = --version ] && exit 0
echo "$@" > '${join(folder, 'arguments')}'
while [ "$1" != --port ]; do shift; done
port=$2
exec ${command.join(' ')}
`,
    );
    const server = await openEmbedded({
      dataDir,
      mongodBinary: mongod,
      progress,
      report: (sentence) => assert.fail(sentence),
    });
    const client = await MongoClient.connect(server.uri);
    await client.db().command({ ping: 1 });
    await client.close();
    await server.stop();
    const port = new URL(server.uri).port;
    const words = await readFile(join(folder, 'arguments'), 'utf8');
    assert.match(
      words,
      new RegExp(`^--dbpath ${join(dataDir, 'mongodb')} --bind_ip 127.0.0.1 --port ${port} `),
    );
    assert.ok(steps.includes('Starting the database (mongod)'));
  });
});
