import assert from 'node:assert/strict';
import { hash } from '@node-rs/argon2';
import { Accounts } from '../../src/models/account.js';
import { checkPassword } from '../../src/sign-in/check-password.js';
import { createPasswords } from '../../src/sign-in/password.js';
import { startPortal, type Portal } from '../support/app.js';
import {
  anEmployee,
  anEmployer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

const costOf = (passwordHash = '') => /^\$argon2id\$v=19\$(m=\d+,t=\d+,p=\d+)\$/.exec(passwordHash)?.[1];

describe('the hash of a password', () => {
  let portal: Portal;
  let employee: Person;
  const hashNow = async () => (await record(employee)).passwordHash ?? '';

  /** As if it was kept since the settings, or the portal, were otherwise. */
  async function keepHash(memoryCost: number, timeCost: number): Promise<string> {
    const passwordHash = await hash(password, { memoryCost, timeCost, parallelism: 1 });
    await Accounts.updateOne({ _id: employee.id }, { $set: { passwordHash } });
    return passwordHash;
  }

  before(async () => {
    portal = await startPortal({ ARGON2_MEMORY_KIB: '20480', ARGON2_PASSES: '3' });
    employee = await anEmployee(portal, await anEmployer());
  });
  after(() => portal.close());

  it('is made at the cost of the settings [V11.4.2]', async () => {
    assert.equal(costOf(await hashNow()), 'm=20480,t=3,p=1');
  });

  for (const [memory, passes] of [
    [19_456, 2],
    [19_456, 3],
    [20_480, 2],
  ] as const) {
    it(`is made anew at login when it cost less: ${memory} KiB, ${passes} passes [V11.2.2]`, async () => {
      const open = elsewhere(portal, employee);
      await logIn(open);
      const { version, logins } = await record(employee);
      const old = await keepHash(memory, passes);
      assert.equal((await logIn(elsewhere(portal, employee))).path, '/');
      assert.notEqual(await hashNow(), old);
      assert.equal(costOf(await hashNow()), 'm=20480,t=3,p=1');
      assert.equal((await logIn(elsewhere(portal, employee))).path, '/');
      assert.equal((await logIn(elsewhere(portal, employee), `${password}.`)).status, 400);

      const after = await record(employee);
      assert.equal(after.version, version);
      assert.deepEqual(after.logins.slice(0, logins.length), logins);
      assert.equal((await open.browser.open('/')).path, '/');
    });
  }

  it('stays as it is when it cost as much, or more', async () => {
    for (const [memory, passes] of [
      [20_480, 3],
      [24_576, 4],
    ] as const) {
      const kept = await keepHash(memory, passes);
      assert.equal((await logIn(elsewhere(portal, employee))).path, '/');
      assert.equal(await hashNow(), kept);
    }
  });

  it('stays as it is after a wrong password', async () => {
    const kept = await keepHash(19_456, 2);
    assert.equal((await logIn(elsewhere(portal, employee), `${password}.`)).status, 400);
    assert.equal(await hashNow(), kept);
  });

  it('is not brought back by a login that overlaps with a change of the password', async () => {
    await keepHash(19_456, 2);
    const changed = await portal.deps.passwords.hash('intussen een andere zin');
    const { passwords } = portal.deps;
    const overtaken = {
      ...passwords,
      hash: async (typed: string) => {
        await Accounts.updateOne({ _id: employee.id }, { $set: { passwordHash: changed } });
        return passwords.hash(typed);
      },
    };
    await checkPassword(employee.username, password, overtaken, portal.now());
    assert.equal(await hashNow(), changed);
  });

  it('that nobody has costs as much time as one that somebody has [V6.3.8]', async () => {
    const dear = createPasswords({ memory: 65_536, passes: 4 });
    const own = await dear.hash(password);
    const time = async (passwordHash: string | undefined) => {
      const start = performance.now();
      assert.equal(await dear.isRight('een heel andere zin', passwordHash), false);
      return performance.now() - start;
    };
    const times: { somebody: number; nobody: number }[] = [];
    // By turns: what else the machine does hits both.
    for (let i = 0; i < 15; i++) times.push({ somebody: await time(own), nobody: await time(undefined) });
    const median = (of: number[]) => of.sort((a, b) => a - b)[7] ?? 0;
    const ratio = median(times.map(({ nobody }) => nobody)) / median(times.map(({ somebody }) => somebody));
    assert.ok(ratio > 1 / 2 && ratio < 2, `${ratio} times as long`);
  });
});
