import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { createAuditLog } from '../../src/audit/log.js';
import { createSeal } from '../../src/audit/seal.js';
import { verify } from '../../src/audit/verify.js';
import { administrator, change } from '../../src/changes/change.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../../src/models/audit-head.js';
import { startPortal, type Portal } from '../support/app.js';
import { runLoket } from '../support/loket.js';
import { aNewcomer, anEmployer, anOfficer, logIn } from '../support/people.js';
import { act } from '../support/officer.js';

const AUDIT_KEY = randomBytes(32).toString('base64');

describe('the log of an employer', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: Types.ObjectId;

  before(async () => {
    portal = await startPortal({ AUDIT_KEY });
  });
  beforeEach(async () => {
    employer = new Types.ObjectId(await anEmployer());
  });
  after(() => portal.close());

  const record = () => ({ ...change('policy-changed', administrator, portal.now()), employer });
  const entries = () => AuditEntries.find({ employer }).sort({ number: 1 }).lean<AuditEntry[]>();
  /** What verifying says, without the hash of the last entry. */
  const verdict = async () => {
    const found = await verify(employer, portal.deps.audit.seal);
    if (found.isWhole) assert.equal(found.hash, (await entries()).at(-1)?.hash);
    return found.isWhole ? { isWhole: true, entries: found.entries } : found;
  };
  const enter = async (count: number) => {
    for (let i = 0; i < count; i++) assert.ok(await portal.deps.audit.enter(record()));
  };

  it('is whole after an officer’s work, each entry with the hash of the one before it', async () => {
    const officer = await anOfficer(portal, employer.toString());
    const employee = await aNewcomer(portal, employer.toString());
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${employee.toString()}`);
    for (const button of ['Toegang verstrekken', 'Blokkeren', 'Deblokkeren'])
      await act(officer.browser, button);
    await portal.deps.relay.sweep();
    await portal.deps.relay.settled();
    const log = await entries();
    assert.deepEqual(await verdict(), { isWhole: true, entries: log.length });
    assert.ok(log.length >= 4);
    for (const [i, { number, previous }] of log.entries()) {
      assert.equal(number, i + 1);
      assert.equal(previous, log[i - 1]?.hash ?? '');
    }
  });

  it('has what is entered twice once', async () => {
    const same = record();
    const results = await Promise.all([portal.deps.audit.enter(same), portal.deps.audit.enter(same)]);
    assert.deepEqual(results.filter(Boolean).length, 1);
    assert.equal(await portal.deps.audit.enter(same), null);
    assert.deepEqual(await verdict(), { isWhole: true, entries: 1 });
  });

  it('is whole when four processes write 200 entries at the same time', async () => {
    const processes = Array.from({ length: 4 }, () =>
      createAuditLog(portal.deps.audit.seal, portal.deps.log),
    );
    await Promise.all(
      Array.from({ length: 200 }, (_, i) => Promise.resolve(processes[i % 4]?.enter(record()))),
    );
    assert.deepEqual(await verdict(), { isWhole: true, entries: 200 });
    // A head that stays behind would leave a tail to be cut off unseen.
    assert.equal((await AuditHeads.findById(employer).orFail()).count, 200);
  });

  it('goes on where a process was killed between the entries and what sums them up', async () => {
    await enter(2);
    const before = await AuditHeads.findById(employer).orFail().lean<AuditHead>();
    await enter(3);
    await AuditHeads.replaceOne({ _id: employer }, before);
    assert.deepEqual(await verdict(), { isWhole: true, entries: 5 });
    await enter(1);
    assert.deepEqual(await verdict(), { isWhole: true, entries: 6 });
    assert.equal((await AuditHeads.findById(employer).orFail()).count, 6);
  });

  describe('shows', () => {
    beforeEach(() => enter(5));

    const at = (number: number) => ({ employer, number });
    const assertFault = async (number: number, why: string) => {
      assert.deepEqual(await verdict(), { isWhole: false, number, why });
    };

    it('an entry that was altered', async () => {
      await AuditEntries.updateOne(at(3), { $set: { action: 'style-changed' } });
      await assertFault(3, 'altered');
    });

    it('an entry that was altered together with its hash: who did so does not have the key', async () => {
      const entry = (await entries())[2];
      assert.ok(entry);
      const forged = createSeal(randomBytes(32)).entry({ ...entry, action: 'style-changed' });
      await AuditEntries.replaceOne(at(3), forged);
      await assertFault(3, 'altered');
    });

    it('an entry that was removed', async () => {
      await AuditEntries.deleteOne(at(3));
      await assertFault(3, 'missing');
    });

    it('an entry of another employer in its place', async () => {
      const other = new Types.ObjectId(await anEmployer());
      for (let i = 0; i < 5; i++) await portal.deps.audit.enter({ ...record(), employer: other });
      const entry = await AuditEntries.findOne({ employer: other, number: 3 }).orFail().lean<AuditEntry>();
      await AuditEntries.deleteMany({ $or: [{ _id: entry._id }, at(3)] });
      await AuditEntries.create({ ...entry, employer, place: `${employer.toString()}:3` });
      await assertFault(3, 'altered');
    });

    it('a tail that was cut off', async () => {
      await AuditEntries.deleteMany({ employer, number: { $gte: 4 } });
      await assertFault(4, 'cut-short');
    });

    it('a tail that was cut off, with what sums it up made anew or away', async () => {
      await AuditEntries.deleteMany({ employer, number: { $gte: 4 } });
      const hash = (await entries()).at(-1)?.hash ?? '';
      await AuditHeads.updateOne({ _id: employer }, { $set: { count: 3, hash } });
      await assertFault(3, 'altered');
      await AuditHeads.deleteOne({ _id: employer });
      await assertFault(3, 'no-head');
    });

    for (const [how, tamper] of [
      ['taken away', () => AuditHeads.deleteOne({ _id: employer })],
      ['made anew', () => AuditHeads.updateOne({ _id: employer }, { $set: { count: 3 } })],
    ] as const)
      it(`still, when more happened since: what sums it up was ${how}, and is not made good`, async () => {
        await AuditEntries.deleteMany({ employer, number: { $gte: 4 } });
        await tamper();
        await enter(2);
        assert.equal((await verdict()).isWhole, false);
        assert.match(portal.logged(), /an audit log was tampered with/);
        assert.ok((await entries()).length >= 5);
      });

    it('a log that was emptied', async () => {
      await AuditEntries.deleteMany({ employer });
      await AuditHeads.deleteOne({ _id: employer });
      await assertFault(0, 'no-head');
    });

    it('a value of another type, which pages would not find', async () => {
      await AuditEntries.collection.updateOne(at(3), { $set: { employer, at: portal.now().toISOString() } });
      await assertFault(3, 'altered');
    });

    // What is put in its place spells the same, but for its type.
    for (const [field, make] of [
      ['account', ({ account }: AuditEntry) => ({ $oid: account?.toString() })],
      ['actor.id', ({ actor }: AuditEntry) => ({ $oid: actor.id?.toString() })],
      ['at', ({ at }: AuditEntry) => ({ $date: at.getTime() })],
    ] as const)
      it(`an object as ${field}, spelled as what it was`, async () => {
        const about = {
          account: new Types.ObjectId(),
          actor: { ...administrator, id: new Types.ObjectId() },
        };
        await portal.deps.audit.enter({ ...record(), ...about });
        const entry = await AuditEntries.findOne(at(6)).orFail().lean<AuditEntry>();
        assert.deepEqual(await verdict(), { isWhole: true, entries: 6 });
        const { collection } = AuditEntries;
        await collection.updateOne({ _id: entry._id }, { $set: { [field]: make(entry) } });
        await assertFault(6, 'altered');
      });

    it('an entry without its seal', async () => {
      await AuditEntries.collection.updateOne(at(3), { $unset: { mac: 1 } });
      await assertFault(3, 'altered');
    });
  });

  it('is sealed as it always was: what was sealed years ago is still whole', () => {
    const id = (digit: string) => new Types.ObjectId(digit.repeat(24));
    const entry: AuditEntry = {
      _id: id('1'),
      employer: id('2'),
      account: id('3'),
      number: 1,
      place: `${id('2').toString()}:1`,
      previous: '',
      action: 'access-blocked',
      at: new Date('2026-11-23T09:00:00Z'),
      actor: { kind: 'officer', id: id('4'), name: 'H. de Ruiter', from: { address: '192.0.2.1' } },
      reason: 'telefoon kwijt',
      details: ['email'],
      hash: '00c6ce0322e05b7bf5a8d0038a9ad906546ce5cdbc0e27caba51f111bbe75a94',
      mac: '9885899d60de094485a246e97ba65e3875bc23fa566193b6fcd237f4371111c0',
    };
    assert.ok(createSeal(Buffer.alloc(32)).isWhole(entry));
  });

  it('is gone through by "loket audit verify", which names the place', async () => {
    await enter(3);
    const command = ['audit', 'verify', '--employer', employer.toString()];
    const hash = (await entries()).at(-1)?.hash ?? '';
    assert.equal(
      (await runLoket(command, { AUDIT_KEY })).out,
      `The log is whole: 3 entries, the last ${hash}.\n`,
    );
    const more = await runLoket([...command, '--at-least', '4'], { AUDIT_KEY });
    assert.equal(more.err, 'error: there are 3 entries, and there were 4 before\n');
    await AuditEntries.updateOne({ employer, number: 2 }, { $set: { 'actor.name': 'iemand anders' } });
    const { err, exitCode } = await runLoket(command, { AUDIT_KEY });
    assert.deepEqual([err, exitCode], ['error: entry 2 was altered\n', 1]);
  });
});
