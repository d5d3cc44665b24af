import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { databaseUri } from '../support/database.js';
import { isAlive, Running, until, untilGone } from '../support/process.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the embedded database', () => {
  let dataDir: string;
  const owners: Running[] = [];

  const startOwner = async () => {
    const command = [process.execPath, '--import', 'tsx', 'test/support/database-owner.ts', dataDir];
    const owner = await Running.start(command, { cwd: root });
    owners.push(owner);
    return owner;
  };
  const openOwner = async () => {
    const owner = await startOwner();
    const [, uri = ''] = await owner.says(/open at (.*)/);
    return { owner, uri };
  };
  const address = async () =>
    JSON.parse(await readFile(join(dataDir, 'database.json'), 'utf8')) as {
      serverPid: number;
      ownerPid: number;
    };
  const withClient = async <T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> => {
    const client = await MongoClient.connect(uri);
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  };
  const write = (uri: string, _id: string) =>
    withClient(uri, (client) => client.db().collection<{ _id: string }>('notes').insertOne({ _id }));
  const notes = (uri: string) =>
    withClient(uri, async (client) => {
      const found = await client.db().collection<{ _id: string }>('notes').find().sort({ _id: 1 }).toArray();
      return found.map(({ _id }) => _id);
    });

  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), 'loket-database-')), 'var');
  });
  afterEach(async () => {
    for (const owner of owners.splice(0)) {
      owner.kill('SIGTERM');
      await owner.ended;
    }
    await rm(join(dataDir, '..'), { recursive: true });
  });

  it('keeps its data from one start to the next', async () => {
    const first = await openOwner();
    await write(first.uri, 'a');
    first.owner.kill('SIGTERM');
    assert.equal(await first.owner.ended, 0);
    assert.deepEqual(await notes((await openOwner()).uri), ['a']);
  });

  it('has its files and its address for the owner only', async () => {
    await openOwner();
    assert.equal((await stat(dataDir)).mode & 0o777, 0o700);
    assert.equal((await stat(join(dataDir, 'database.json'))).mode & 0o777, 0o600);
  });

  it('ends with its owner', async () => {
    const { owner } = await openOwner();
    const { serverPid } = await address();
    owner.kill('SIGTERM');
    await owner.ended;
    assert.equal(await isAlive(serverPid), false);
  });

  it('ends with its owner, also when that is killed', async () => {
    const { owner } = await openOwner();
    const { serverPid } = await address();
    owner.kill('SIGKILL');
    await untilGone(serverPid);
  });

  it('is one for two processes that start at the same moment', async () => {
    const [one, other] = await Promise.all([openOwner(), openOwner()]);
    assert.equal(one.uri, other.uri);
  });

  it('is started again, at the same address, by the process that still uses it when its owner ends', async () => {
    const { owner, uri } = await openOwner();
    const borrower = await openOwner();
    assert.equal(borrower.uri, uri);
    await write(uri, 'a');
    owner.kill('SIGTERM');
    await until('the other owns it', async () => (await address()).ownerPid === borrower.owner.pid);
    assert.deepEqual(await notes(uri), ['a']);
  });

  it('stays when a process that only used it ends', async () => {
    const { uri } = await openOwner();
    const { serverPid } = await address();
    const borrower = await openOwner();
    borrower.owner.kill('SIGTERM');
    await borrower.owner.ended;
    await write(uri, 'a');
    assert.equal((await address()).serverPid, serverPid);
  });

  it('is started again when it dies, and clients find it back by themselves', async () => {
    const { owner, uri } = await openOwner();
    await withClient(uri, async (client) => {
      const { serverPid } = await address();
      process.kill(serverPid, 'SIGKILL');
      await owner.says(/started again/);
      await until('another server runs', async () => (await address()).serverPid !== serverPid);
      await client.db().collection<{ _id: string }>('notes').insertOne({ _id: 'a' });
    });
    assert.deepEqual(await notes(uri), ['a']);
  });

  it('does not go by an address that a killed process left', async () => {
    const { owner } = await openOwner();
    const left = await address();
    owner.kill('SIGKILL');
    await untilGone(left.serverPid);
    await openOwner();
    assert.notEqual((await address()).serverPid, left.serverPid);
  });

  it('does not go by an address where the server of another folder listens now', async () => {
    const { owner } = await openOwner();
    const left = await address();
    owner.kill('SIGTERM');
    await owner.ended;
    const uri = databaseUri();
    await writeFile(
      join(dataDir, 'database.json'),
      JSON.stringify({ ...left, uri, port: Number(new URL(uri).port) }),
    );
    const again = await openOwner();
    assert.notEqual(new URL(again.uri).port, new URL(uri).port);
  });

  it('does not go by an address that was written halfway', async () => {
    const { owner } = await openOwner();
    owner.kill('SIGTERM');
    await owner.ended;
    await writeFile(join(dataDir, 'database.json'), '{"port": 2');
    await openOwner();
    assert.ok((await address()).serverPid);
  });

  it('loses nothing that it acknowledged, however often it is killed', async () => {
    const { uri } = await openOwner();
    const acknowledged: number[] = [];
    await withClient(uri, async (client) => {
      const numbers = client.db().collection<{ _id: number }>('numbers');
      let next = 0;
      let isDone = false;
      const writer = async () => {
        while (!isDone) {
          const _id = next++;
          await numbers.insertOne({ _id }).then(
            () => acknowledged.push(_id),
            // It was killed before it answered: that one does not count.
            () => undefined,
          );
        }
      };
      const writers = Promise.all([writer(), writer(), writer(), writer()]);
      let killed = 0;
      for (let kill = 0; kill < 5; kill++) {
        const before = acknowledged.length;
        await until('it wrote again', () => acknowledged.length > before + 200);
        await until('another server runs', async () => (await address()).serverPid !== killed);
        killed = (await address()).serverPid;
        process.kill(killed, 'SIGKILL');
      }
      isDone = true;
      await writers;
      const stored = new Set((await numbers.find().toArray()).map(({ _id }) => _id));
      assert.deepEqual(
        acknowledged.filter((number) => !stored.has(number)),
        [],
      );
    });
    assert.ok(acknowledged.length > 1_000);
  });
});
