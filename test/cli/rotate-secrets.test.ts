import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Types } from 'mongoose';
import { Accounts, Employees, type Account } from '../../src/models/account.js';
import { keysOf } from '../../src/models/employee-keys.js';
import { rotateSecrets } from '../../src/two-factor/rotate-secrets.js';
import { createSecretBox, keyIdOf } from '../../src/two-factor/secret-box.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { runLoket, startLoket } from '../support/loket.js';
import { anEmployeeWithTwoFactor, anEmployer, elsewhere, logIn, type Person } from '../support/people.js';

const key = (id: string) => ({ id, key: randomBytes(32) });
const setting = (...keys: ReturnType<typeof key>[]) =>
  keys.map((one) => `${one.id}:${one.key.toString('base64')}`).join();

describe('loket secrets rotate', function () {
  this.timeout(180_000);
  const newKey = key('new');
  const oldKey = key('old');
  const underNew = createSecretBox([newKey]);
  const underOld = createSecretBox([oldKey]);
  const both = { SECRET_KEYS: setting(newKey, oldKey) };
  const nothing = () => undefined;
  let portal: Portal;
  let employer: string;

  beforeEach(async () => {
    portal = await startPortal(both);
    employer = await anEmployer();
  });
  afterEach(() => portal.close());

  /** Employees with two-factor under the old key. @returns their secrets, by id */
  async function people(count: number): Promise<Map<string, string>> {
    const secrets = new Map<string, string>();
    const accounts = Array.from({ length: count }, (_, i) => {
      const _id = new Types.ObjectId();
      const secret = `SECRET${i}`;
      const named = {
        employer: new Types.ObjectId(employer),
        number: String(i),
        initials: 'P',
        surname: 'Wekkers',
      };
      secrets.set(_id.toString(), secret);
      return {
        _id,
        ...named,
        ...keysOf(named),
        email: 'p@mail.com',
        emailKey: 'p@mail.com',
        access: { state: 'active', since: portal.now() },
        twoFactor: {
          state: 'on',
          secret: underOld.seal(secret, _id, 'confirmed'),
          since: portal.now(),
          lastStep: i,
        },
      };
    });
    await Employees.insertMany(accounts);
    return secrets;
  }

  /** Somebody who can log in, with the secret of their phone under the old key. */
  async function person(): Promise<Person> {
    const who = await anEmployeeWithTwoFactor(portal, employer);
    const box = underOld.seal(who.secret.replace(/ /g, ''), who.id, 'confirmed');
    await Accounts.updateOne({ _id: who.id }, { $set: { 'twoFactor.secret': box } });
    return who;
  }

  const boxes = async () =>
    new Map(
      (await Accounts.find({ 'twoFactor.state': 'on' }).lean<Account[]>()).map(({ _id, twoFactor }) => [
        _id.toString(),
        twoFactor.state === 'on' ? twoFactor.secret : '',
      ]),
    );

  async function assertAllUnderNew(secrets: Map<string, string>) {
    const stored = await boxes();
    assert.equal(stored.size, secrets.size);
    for (const [id, box] of stored) {
      assert.equal(underNew.open(box, new Types.ObjectId(id), 'confirmed'), secrets.get(id));
    }
  }

  async function logInElsewhere(who: Person) {
    who.browser = elsewhere(portal, who).browser;
    await logIn(who);
  }

  const enterCode = (who: Person) =>
    who.browser.press('Inloggen', { Verificatiecode: codeAt(who.secret, portal.now()) });

  it('re-encrypts all, and says how far it is and which key can go [V11.2.2, V13.3.4]', async () => {
    const secrets = await people(201);
    const untouched = new Map(
      (await Accounts.find().lean<Account[]>()).map((account) => [account._id.toString(), account]),
    );
    const { out, err, exitCode } = await runLoket(['secrets', 'rotate'], both);
    assert.equal(err, 'Re-encrypted 100 of 201\nRe-encrypted 200 of 201\nRe-encrypted 201 of 201\n');
    assert.match(
      out,
      /^Re-encrypted 201 secrets\.\nKey "new" encrypts 201 secrets, and every new one\.\nKey "old" is no longer used by any account\. .*30 minutes/,
    );
    assert.equal(exitCode, 0);
    await assertAllUnderNew(secrets);
    for (const account of await Accounts.find().lean<Account[]>()) {
      const before = untouched.get(account._id.toString());
      const expected = before && { ...before, twoFactor: { ...before.twoFactor, secret: '' } };
      assert.deepEqual({ ...account, twoFactor: { ...account.twoFactor, secret: '' } }, expected);
    }
  });

  it('answers with an object, and has nothing to do the second time', async () => {
    await people(3);
    const keys = [
      { id: 'new', secrets: 3, removable: false },
      { id: 'old', secrets: 0, removable: true },
    ];
    for (const reencrypted of [3, 0]) {
      const { out } = await runLoket(['secrets', 'rotate', '--json'], both);
      assert.deepEqual(JSON.parse(out), { reencrypted, keys });
    }
  });

  it('goes on where it was when it is killed in the middle: nothing is lost, and nothing done twice', async () => {
    const secrets = await people(600);
    const child = startLoket(['secrets', 'rotate'], both);
    await once(child.stderr, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.equal(child.signalCode, 'SIGKILL');

    const halfway = await boxes();
    const done = [...halfway].filter(([, box]) => keyIdOf(box) === 'new');
    assert.ok(done.length >= 100 && done.length < 600, `${done.length} were done`);
    const { out } = await runLoket(['secrets', 'rotate', '--json'], both);
    assert.equal((JSON.parse(out) as { reencrypted: number }).reencrypted, 600 - done.length);
    await assertAllUnderNew(secrets);
    const after = await boxes();
    for (const [id, box] of done) assert.equal(after.get(id), box);
  });

  it('lets people log in meanwhile, whether theirs is the first or the last', async () => {
    const early = await person();
    await people(200);
    const late = await person();
    await portal.pass({ minutes: 1 });
    for (const who of [early, late]) await logInElsewhere(who);
    const [rotation, ...pages] = await Promise.all([
      rotateSecrets(portal.deps.secretBox, nothing),
      enterCode(early),
      enterCode(late),
    ]);
    assert.deepEqual(
      pages.map(({ path }) => path),
      ['/', '/'],
    );
    assert.equal(rotation.reencrypted, 202);
    await portal.pass({ minutes: 1 });
    await logInElsewhere(early);
    assert.equal((await enterCode(early)).path, '/');
  });

  it('leaves a secret alone that changed meanwhile, and two-factor that was switched off', async () => {
    await people(100);
    const [replaced, off] = [await person(), await person()];
    const fresh = portal.deps.secretBox.seal('FRESH', replaced.id, 'confirmed');
    const changes: Promise<unknown>[] = [];
    const { reencrypted } = await rotateSecrets(portal.deps.secretBox, (done) => {
      if (done !== 1) return;
      changes.push(
        Accounts.updateOne({ _id: replaced.id }, { $set: { 'twoFactor.secret': fresh } }).exec(),
        Accounts.updateOne({ _id: off.id }, { $set: { twoFactor: { state: 'off' } } }).exec(),
      );
    });
    assert.equal((await Promise.all(changes)).length, 2);
    assert.equal(reencrypted, 100);
    assert.equal((await boxes()).get(replaced.id.toString()), fresh);
    assert.deepEqual((await Accounts.findById(off.id).lean<Account>())?.twoFactor, { state: 'off' });
  });

  it('refuses a secret with a flipped byte, leaves it as it is, and does the others', async () => {
    const secrets = await people(3);
    const [[id = '', box = ''] = []] = await boxes();
    const sealed = Buffer.from(box.split('.')[3] ?? '', 'base64url');
    sealed[0] = (sealed[0] ?? 0) ^ 1;
    const altered = [...box.split('.').slice(0, 3), sealed.toString('base64url')].join('.');
    await Accounts.updateOne({ _id: id }, { $set: { 'twoFactor.secret': altered } });
    const { out, err, exitCode } = await runLoket(['secrets', 'rotate'], both);
    assert.match(err, new RegExp(`error: the secret of these accounts does not open, .*: ${id}\n$`));
    assert.equal(out, '');
    assert.equal(exitCode, 1);
    assert.equal((await boxes()).get(id), altered);
    await Accounts.updateOne({ _id: id }, { $set: { 'twoFactor.secret': box } });
    assert.equal((await rotateSecrets(portal.deps.secretBox, nothing)).reencrypted, 1);
    await assertAllUnderNew(secrets);
  });

  it('says which key is missing, and how many secrets need it', async () => {
    await people(2);
    const before = await boxes();
    const { out, err, exitCode } = await runLoket(['secrets', 'rotate'], { SECRET_KEYS: setting(newKey) });
    assert.equal(err, 'error: key "old" is not in SECRET_KEYS, and 2 secrets cannot be read without it\n');
    assert.equal(out, '');
    assert.equal(exitCode, 1);
    assert.deepEqual(await boxes(), before);
  });

  it('says in the log of the portal too which key is missing', async () => {
    const who = await person();
    const gone = createSecretBox([key('gone')]).seal('S', who.id, 'confirmed');
    await Accounts.updateOne({ _id: who.id }, { $set: { 'twoFactor.secret': gone } });
    await logInElsewhere(who);
    assert.equal((await enterCode(who)).status, 500);
    assert.match(portal.logged(), /sealed with key \\"gone\\", which SECRET_KEYS does not have/);
  });
});
