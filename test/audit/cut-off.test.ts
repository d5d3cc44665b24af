import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { cutOffLogs } from '../../src/audit/cut-off.js';
import { createSeal } from '../../src/audit/seal.js';
import { verify } from '../../src/audit/verify.js';
import { tellOfLogs } from '../../src/audit/weekly-letter.js';
import { administrator, change } from '../../src/changes/change.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../../src/models/audit-head.js';
import { AuditLetters } from '../../src/models/audit-letter.js';
import { AuditSummaries, summaryOf, type AuditSummary } from '../../src/models/audit-summary.js';
import { Employers } from '../../src/models/employer.js';
import { monthsBefore } from '../../src/models/log-period.js';
import { setPolicy } from '../../src/policy/set-policy.js';
import { startPortal, type Portal } from '../support/app.js';
import { runLoket } from '../support/loket.js';
import { anEmployer, anOfficer, logIn } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

const AUDIT_KEY = randomBytes(32).toString('base64');

describe('what is too old in the log of an employer', function () {
  this.timeout(90_000);
  let portal: Portal;
  let employer: Types.ObjectId;

  before(async () => {
    portal = await startPortal({ AUDIT_KEY });
  });
  beforeEach(async () => {
    employer = new Types.ObjectId(await anEmployer());
  });
  after(() => portal.close());

  const ago = (months: number) => monthsBefore(portal.now(), months);
  const enter = (count: number, months: number, of = employer) =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        portal.deps.audit.enter({
          ...change(i % 2 === 0 ? 'policy-changed' : 'style-changed', administrator, ago(months)),
          employer: of,
        }),
      ),
    );
  const entries = () => AuditEntries.find({ employer }).sort({ number: 1 }).lean<AuditEntry[]>();
  const numbers = async () => (await entries()).map(({ number }) => number);
  const cut = () => cutOffLogs(portal.deps);
  const summary = () => AuditSummaries.findById(employer).orFail().lean<AuditSummary>();
  const verdict = () => verify(employer, portal.deps.audit.seal);
  const assertWhole = async (first: number, last: number) => {
    const found = await verdict();
    assert.deepEqual(found, { isWhole: true, first, entries: last, hash: (await entries()).at(-1)?.hash });
  };
  const assertFault = async (number: number, why: string) => {
    assert.deepEqual(await verdict(), { isWhole: false, number, why });
  };
  const verifyByCommand = (...more: string[]) =>
    runLoket(['audit', 'verify', '--employer', employer.toString(), ...more], { AUDIT_KEY });

  it('is cut off, and leaves a summary from which the log still verifies', async () => {
    await enter(5, 25);
    const fifth = (await entries())[4];
    await enter(2, 23);
    await cut();
    assert.deepEqual(await numbers(), [6, 7]);
    const { _id, mac, ...rest } = await summary();
    assert.ok(_id.equals(employer));
    assert.match(mac, /^[0-9a-f]{64}$/);
    assert.deepEqual(rest, {
      upTo: 5,
      hash: fifth?.hash,
      from: ago(25),
      until: ago(25),
      counts: { 'policy-changed': 3, 'style-changed': 2 },
    });
    await assertWhole(6, 7);
    await enter(1, 0);
    await assertWhole(6, 8);
    assert.match(
      (await verifyByCommand()).out,
      /^The log is whole: 8 entries, of which those before 6 are no longer kept, the last [0-9a-f]{64}\.\n$/,
    );
  });

  it('goes in small groups, that add up', async () => {
    await enter(450, 30);
    await enter(1, 1);
    for (const left of [251, 51, 1, 1]) {
      await cut();
      assert.equal((await numbers()).length, left);
      await assertWhole(452 - left, 451);
    }
    assert.deepEqual((await summary()).counts, { 'policy-changed': 225, 'style-changed': 225 });
  });

  it('stays where it is the last: what comes after it follows it', async () => {
    await enter(3, 60);
    await cut();
    await assertWhole(3, 3);
    await enter(1, 0);
    await cut();
    await assertWhole(4, 4);
  });

  it('is for as long as the policy of the employer says, and no shorter than a year', async () => {
    const other = new Types.ObjectId(await anEmployer('Een ander'));
    await enter(2, 15);
    await enter(2, 13);
    await enter(2, 11);
    await enter(4, 15, other);
    const count = (of: Types.ObjectId) => AuditEntries.countDocuments({ employer: of });
    await cut();
    assert.deepEqual([await count(employer), await count(other)], [6, 4]);
    await setPolicy(employer, { logMonths: 14 }, administrator, portal.now());
    await cut();
    assert.deepEqual(await numbers(), [3, 4, 5, 6]);
    await Employers.updateOne({ _id: employer }, { 'policy.logMonths': 1 });
    await cut();
    assert.deepEqual(await numbers(), [5, 6]);
    assert.equal(await count(other), 4);
  });

  it('is cut off once when several processes do so at the same moment, while others write', async () => {
    await enter(300, 25);
    await enter(2, 1);
    const [meanwhile] = await Promise.all([verdict(), cut(), cut(), enter(20, 0), cut()]);
    assert.ok(meanwhile.isWhole);
    await cut();
    await cut();
    await assertWhole(301, 322);
    assert.deepEqual((await summary()).counts, { 'policy-changed': 150, 'style-changed': 150 });
    assert.doesNotMatch(portal.logged(), new RegExp(`"employer":"${employer.toString()}".*tampered`));
  });

  describe('where a process was killed', () => {
    let old: AuditEntry[];

    beforeEach(async () => {
      await enter(6, 25);
      await enter(2, 1);
      old = (await entries()).slice(0, 6);
      await cut();
    });

    for (const [when, left] of [
      ['before it deleted anything', 6],
      ['while it deleted', 2],
    ] as const)
      it(`${when}, verifies, and goes on`, async () => {
        await AuditEntries.insertMany(old.slice(6 - left));
        await assertWhole(7, 8);
        await enter(1, 0);
        await cut();
        assert.deepEqual(await numbers(), [7, 8, 9]);
        await assertWhole(7, 9);
        assert.deepEqual((await summary()).counts, { 'policy-changed': 3, 'style-changed': 3 });
      });

    it('shows one that was altered among what is still to be deleted', async () => {
      await AuditEntries.insertMany(old.slice(4));
      await AuditEntries.updateOne({ employer, number: 5 }, { action: 'role-changed' });
      await assertFault(5, 'altered');
    });
  });

  it('of many employers goes once, with processes of which one is killed', async () => {
    const employers = [employer];
    while (employers.length < 12) employers.push(new Types.ObjectId(await anEmployer()));
    for (const one of employers) {
      await enter(120, 25, one);
      await enter(3, 1, one);
    }
    const left = () => AuditEntries.countDocuments({ employer: { $in: employers }, at: { $lt: ago(24) } });
    const processes: PortalProcess[] = [];
    const start = async () => {
      const started = await startProcess(portal, { SMTP_URL: portal.deps.config.smtpUrl, AUDIT_KEY });
      processes.push(started);
      return started;
    };
    try {
      const first = await start();
      await until('some are gone', async () => (await left()) < 12 * 120 - 30);
      first.running.kill('SIGKILL');
      await first.running.ended;
      for (const one of employers) assert.equal((await verify(one, portal.deps.audit.seal)).isWhole, true);
      await Promise.all([start(), start()]);
      await until('all are gone', async () => (await left()) === 0);
      for (const one of employers) {
        const found = await verify(one, portal.deps.audit.seal);
        assert.ok(found.isWhole);
        assert.deepEqual([found.first, found.entries], [121, 123]);
        assert.deepEqual((await summaryOf(one))?.counts, { 'policy-changed': 60, 'style-changed': 60 });
      }
    } finally {
      for (const { running } of processes) running.kill('SIGKILL');
      await Promise.all(processes.map(({ running }) => running.ended));
    }
  });

  describe('shows, after it was cut off,', () => {
    let before: AuditSummary;

    beforeEach(async () => {
      await enter(3, 30);
      await enter(3, 25);
      await enter(4, 1);
      await setPolicy(employer, { logMonths: 28 }, administrator, portal.now());
      await cut();
      before = await summary();
      await setPolicy(employer, { logMonths: 24 }, administrator, portal.now());
      await cut();
      await assertWhole(7, 10);
    });

    it('an entry that was altered or removed', async () => {
      await AuditEntries.updateOne({ employer, number: 9 }, { action: 'role-changed' });
      await assertFault(9, 'altered');
      await AuditEntries.deleteOne({ employer, number: 8 });
      await assertFault(8, 'missing');
    });

    it('entries that were removed beyond the summary', async () => {
      await AuditEntries.deleteMany({ employer, number: { $lte: 8 } });
      await assertFault(7, 'missing');
      await AuditEntries.deleteMany({ employer });
      await assertFault(7, 'cut-short');
    });

    it('a summary that was altered', async () => {
      for (const field of [
        { upTo: 8 },
        { hash: 'ab'.repeat(32) },
        { from: new Date(0) },
        { until: new Date(0) },
        { counts: { 'policy-changed': 6 } },
        { mac: 'ab'.repeat(32) },
      ]) {
        const whole = await summary();
        await AuditSummaries.updateOne({ _id: employer }, { $set: field });
        await assertFault(field.upTo ?? 6, 'summary-altered');
        await AuditSummaries.replaceOne({ _id: employer }, whole);
      }
      await assertWhole(7, 10);
      assert.match((await verifyByCommand()).out, /^The log is whole/);
      await AuditSummaries.updateOne({ _id: employer }, { counts: {} });
      const { err, exitCode } = await verifyByCommand();
      assert.deepEqual(
        [err, exitCode],
        ['error: what sums up the entries that were cut off, up to 6, was altered\n', 1],
      );
    });

    it('a summary made anew by who does not have the key, of another employer, or taken away', async () => {
      const forged = createSeal(randomBytes(32)).summary({ ...(await summary()), upTo: 8 });
      await AuditSummaries.replaceOne({ _id: employer }, forged);
      await assertFault(8, 'summary-altered');
      const { _id, ...theirs } = portal.deps.audit.seal.summary({ ...before, _id: new Types.ObjectId() });
      assert.ok(!_id.equals(employer));
      await AuditSummaries.replaceOne({ _id: employer }, theirs);
      await assertFault(3, 'summary-altered');
      await AuditSummaries.deleteOne({ _id: employer });
      await assertFault(1, 'missing');
    });

    it('a summary that was put back to an earlier one', async () => {
      await AuditSummaries.replaceOne({ _id: employer }, before);
      await assertFault(4, 'missing');
    });

    it('a tail that was cut off, and a head that was put back or taken away', async () => {
      await AuditEntries.deleteMany({ employer, number: { $gte: 9 } });
      await assertFault(9, 'cut-short');
      const early = portal.deps.audit.seal.head(employer, 3, before.hash);
      await AuditHeads.replaceOne({ _id: employer }, early);
      assert.equal((await verdict()).isWhole, false);
      await enter(1, 0);
      assert.equal((await verdict()).isWhole, false);
      // What happens is entered all the same, where nothing deletes it.
      assert.ok((await numbers()).every((number) => number > 6));
      await AuditHeads.deleteOne({ _id: employer });
      await AuditEntries.deleteMany({ employer });
      await enter(1, 0);
      assert.deepEqual(await numbers(), [7]);
      await assertFault(7, 'no-head');
    });
  });

  it('is not cut off from where it was tampered with: the fault stays to be found', async () => {
    await enter(6, 25);
    await enter(1, 1);
    await AuditEntries.updateOne({ employer, number: 4 }, { action: 'role-changed' });
    await cut();
    await cut();
    assert.deepEqual(await numbers(), [4, 5, 6, 7]);
    await assertFault(4, 'altered');
    assert.match(
      portal.logged(),
      new RegExp(`"employer":"${employer.toString()}","msg":"an audit log was tampered with`),
    );
  });

  it('made to look old is not cut off', async () => {
    await enter(5, 1);
    await AuditEntries.updateMany({ employer, number: { $lte: 3 } }, { at: ago(40) });
    await cut();
    assert.equal((await numbers()).length, 5);
    assert.equal(await summaryOf(employer), null);
  });

  it('is held against the letter of a week up to the last that was cut off', async () => {
    await anOfficer(portal, employer.toString());
    await enter(2, 25);
    await tellOfLogs(portal.deps);
    const first = await AuditHeads.findById(employer).orFail().lean<AuditHead>();
    const { count, mac } = await AuditLetters.findById(employer).orFail().lean();
    assert.deepEqual([count, mac], [first.count, first.mac]);
    const told = ['--at-least', String(first.count), '--mac', first.mac];
    await enter(2, 1);
    await cut();
    assert.equal((await summary()).upTo, 2);
    assert.match((await verifyByCommand(...told)).out, /^The log is whole/);
    const other = ['--at-least', '2', '--mac', 'ab'.repeat(32)];
    assert.match((await verifyByCommand(...other)).err, /^error: entry 2 is not the one/);
    const early = ['--at-least', '1', '--mac', first.mac];
    assert.equal(
      (await verifyByCommand(...early)).err,
      'error: entry 1 was cut off since, because it is too old to be kept: take a letter from later\n',
    );
  });

  it('is told on the page Logboek: from when on it is there', async () => {
    const officer = await anOfficer(portal, employer.toString());
    await portal.deps.relay.sweep();
    await logIn(officer);
    await enter(1, 0);
    const { text } = await officer.browser.open('/werkgever/logboek');
    assert.match(
      text,
      /Dit logboek begint op \d+ \w+ \d{4}\. Wat er gebeurt, blijft 24 maanden in het logboek staan\./,
    );

    const elsewhere = new Types.ObjectId(await anEmployer('Elders B.V.'));
    await enter(2, 25, elsewhere);
    await enter(1, 13, elsewhere);
    await cut();
    const theirs = await anOfficer(portal, elsewhere.toString());
    await logIn(theirs);
    const year = ago(13).getFullYear();
    const page = await theirs.browser.open('/werkgever/logboek');
    assert.match(page.text, new RegExp(`Dit logboek begint op \\d+ \\w+ ${year}\\.`));
  });
});

describe('the months for which a log is kept', () => {
  it('go back to the same day, or to the last of a shorter month', () => {
    const day = (text: string) => new Date(`${text}T12:00:00Z`);
    assert.deepEqual(monthsBefore(day('2026-11-23'), 24), day('2024-11-23'));
    assert.deepEqual(monthsBefore(day('2028-02-29'), 12), day('2027-02-28'));
    assert.deepEqual(monthsBefore(day('2026-05-31'), 15), day('2025-02-28'));
  });
});
