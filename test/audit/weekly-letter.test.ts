import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { tellOfLogs } from '../../src/audit/weekly-letter.js';
import { administrator, change } from '../../src/changes/change.js';
import { Accounts, Officers } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { AuditHeads, type AuditHead } from '../../src/models/audit-head.js';
import { AuditLetters } from '../../src/models/audit-letter.js';
import { OutgoingMails } from '../../src/models/outgoing-mail.js';
import { startPortal, type Portal } from '../support/app.js';
import { runLoket } from '../support/loket.js';
import { anEmployer, anOfficer, record } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

const AUDIT_KEY = randomBytes(32).toString('base64');
const week = { minutes: 7 * 24 * 60 };

describe('the weekly letter about the log', function () {
  this.timeout(180_000);
  let portal: Portal;
  let employer: Types.ObjectId;
  let officer: Types.ObjectId;

  before(async () => {
    portal = await startPortal({ AUDIT_KEY });
  });
  beforeEach(async () => {
    employer = new Types.ObjectId(await anEmployer());
    officer = (await anOfficer(portal, employer.toString())).id;
    // What is on the way of the officer itself stays out of the count.
    await Accounts.updateOne({ _id: officer }, { $set: { changes: [] } });
  });
  after(() => portal.close());

  const enter = async (count: number) => {
    for (let i = 0; i < count; i++)
      await portal.deps.audit.enter({ ...change('policy-changed', administrator, portal.now()), employer });
  };
  const head = () => AuditHeads.findById(employer).orFail().lean<AuditHead>();
  /** The letters about this log, the oldest first, once they were sent. */
  const letters = async () => {
    await portal.deps.outbox.sweep();
    const mails = await OutgoingMails.find({ employer, 'change.action': /^log-/ }).lean();
    const ids = mails.map(({ _id }) => _id.replace(':', '.'));
    return (await portal.letters()).filter(({ headers }) =>
      headers.some((line) => ids.some((id) => line.includes(`<${id}@`))),
    );
  };
  const tell = () => tellOfLogs(portal.deps);
  const verify = (...more: string[]) =>
    runLoket(['audit', 'verify', '--employer', employer.toString(), ...more], { AUDIT_KEY });
  /** The options of the command in the last letter. */
  const told = async () =>
    / --at-least (\d+) --mac ([0-9a-f]{64})\n/.exec((await letters()).at(-1)?.text ?? '')?.slice(1) ?? [];
  const asTold = async () => {
    const [count = '', mac = ''] = await told();
    return verify('--at-least', count, '--mac', mac);
  };

  it('says how far the log has come, what for, and what to do with it', async () => {
    await enter(3);
    await tell();
    const [letter, ...more] = await letters();
    assert.deepEqual(more, []);
    const { count, mac } = await head();
    assert.equal(count, 3);
    assert.equal(letter?.subject, 'Bewaar deze e-mail: zo ver is het logboek');
    assert.match(letter.text, /had de laatste regel nummer 3\. Het zegel daarvan is:/);
    assert.ok(letter.text.includes(`\n\n${mac}\n\n`));
    const command = `loket audit verify --employer ${employer.toString()} --at-least 3 --mac ${mac}`;
    assert.ok(letter.text.includes(command));
    assert.match((await asTold()).out, /^The log is whole: 3 entries/);
  });

  it('comes once a week, however often the portal looks, and short where nothing was added', async () => {
    await enter(1);
    await Promise.all([tell(), tell(), tell()]);
    await enter(1);
    await tell();
    assert.deepEqual(await told(), ['1', (await letters())[0]?.text.match(/[0-9a-f]{64}/)?.[0]]);
    assert.equal((await letters()).length, 1);
    await portal.pass(week);
    await tell();
    await tell();
    assert.equal((await told())[0], '2');
    await portal.pass(week);
    await tell();
    const all = await letters();
    assert.deepEqual(
      all.map(({ subject }) => subject),
      [
        'Bewaar deze e-mail: zo ver is het logboek',
        'Bewaar deze e-mail: zo ver is het logboek',
        'Bewaar deze e-mail: het logboek is niet veranderd',
      ],
    );
    assert.deepEqual(await told(), ['2', (await head()).mac]);
    assert.match((await asTold()).out, /^The log is whole: 2 entries/);
  });

  it('goes to who is beheerder and has access, in their own language, and to nobody else', async () => {
    const english = await anOfficer(portal, employer.toString());
    await Accounts.updateOne({ _id: english.id }, { language: 'en' });
    const medewerker = await anOfficer(portal, employer.toString(), { role: 'medewerker' });
    const blocked = await anOfficer(portal, employer.toString());
    await Accounts.updateOne({ _id: blocked.id }, { 'access.state': 'blocked' });
    const elsewhere = await anOfficer(portal, await anEmployer('Een ander'));
    await tell();
    const mails = await OutgoingMails.find({ employer, 'change.action': /^log-/ }).lean();
    assert.deepEqual(
      mails.map(({ account }) => account.toString()).sort(),
      [officer.toString(), english.id.toString()].sort(),
    );
    const subjects = (await letters()).map(({ subject }) => subject);
    assert.ok(subjects.includes('Keep this e-mail: how far the log has come'));
    for (const { id } of [medewerker, blocked])
      assert.equal(await OutgoingMails.countDocuments({ account: id, 'change.action': /^log-/ }), 0);
    const other = await record(elsewhere);
    const theirs = await OutgoingMails.findOne({ account: other._id, 'change.action': 'log-told' }).orFail();
    assert.ok(theirs.employer.equals(other.employer));
  });

  it('is not kept for an employer without a beheerder who has access', async () => {
    await Officers.updateOne({ _id: officer }, { role: 'medewerker' });
    await tell();
    assert.deepEqual(await letters(), []);
  });

  it('is the same letter when a process was killed before it was done', async () => {
    await enter(2);
    await tell();
    await letters();
    await AuditLetters.updateOne({ _id: employer }, { isPosted: false });
    await enter(2);
    await tell();
    assert.equal((await letters()).length, 1);
    // Nor does a letter that was not kept say anything else.
    await OutgoingMails.deleteMany({ employer, 'change.action': /^log-/ });
    await AuditLetters.updateOne({ _id: employer }, { isPosted: false });
    await tell();
    const again = await letters();
    assert.equal(new Set(again.map(({ text }) => text)).size, 1);
    assert.equal((await told())[0], '2');
  });

  it('is one letter with two processes, of which one is killed', async () => {
    await enter(2);
    const processes: PortalProcess[] = [];
    const start = async () => {
      processes.push(await startProcess(portal, { SMTP_URL: portal.deps.config.smtpUrl, AUDIT_KEY }));
    };
    try {
      await Promise.all([start(), start()]);
      processes[0]?.running.kill('SIGKILL');
      await start();
      await until(
        'it is posted',
        async () => (await AuditLetters.exists({ _id: employer, isPosted: true })) !== null,
      );
      const mails = await OutgoingMails.find({ employer, 'change.action': /^log-/ }).lean();
      assert.equal(mails.length, 1);
      assert.equal(mails[0]?.account.toString(), officer.toString());
    } finally {
      for (const { running } of processes) running.kill('SIGKILL');
      await Promise.all(processes.map(({ running }) => running.ended));
    }
  });

  it('shows a tail that was cut off, also where the head was put back to how it was', async () => {
    await enter(3);
    const before = await head();
    await enter(2);
    await tell();
    await AuditEntries.deleteMany({ employer, number: { $gt: 3 } });
    await AuditHeads.replaceOne({ _id: employer }, before);
    assert.match((await verify()).out, /^The log is whole: 3 entries/);
    const { err, exitCode } = await asTold();
    assert.deepEqual([err, exitCode], ['error: there are 3 entries, and there were 5 before\n', 1]);
  });

  it('shows a tail that was cut off and grew again, to the same length or further', async () => {
    await enter(3);
    const before = await head();
    await enter(2);
    await tell();
    await AuditEntries.deleteMany({ employer, number: { $gt: 3 } });
    await AuditHeads.replaceOne({ _id: employer }, before);
    for (const more of [2, 2]) {
      await enter(more);
      assert.equal((await verify()).exitCode, 0);
      const { err, exitCode } = await asTold();
      assert.deepEqual(
        [err, exitCode],
        ['error: entry 5 is not the one that the letter was about: the log was cut off, and grew again\n', 1],
      );
    }
  });

  it('of an empty log shows one that began anew', async () => {
    await tell();
    assert.deepEqual((await told())[0], '0');
    assert.match((await asTold()).out, /^The log is whole: 0 entries/);
    const { err } = await verify('--at-least', '0', '--mac', 'ab'.repeat(32));
    assert.match(err, /entry 0 is not the one/);
  });

  it('says that something is wrong where the head was forged or taken away', async () => {
    await enter(2);
    await AuditHeads.updateOne({ _id: employer }, { count: 1 });
    await tell();
    await portal.pass(week);
    await AuditHeads.deleteOne({ _id: employer });
    await tell();
    assert.deepEqual(
      (await letters()).map(({ subject }) => subject),
      ['Er is iets mis met het logboek', 'Er is iets mis met het logboek'],
    );
  });

  it('is compared only with a seal and a number that go together', async () => {
    for (const [options, error] of [
      [['--mac', 'ab'.repeat(32)], '--mac goes with --at-least'],
      [['--at-least', '1', '--mac', 'b3'], 'b3 is no seal'],
      [['--at-least', 'x'], 'x is no number of entries'],
    ] as const)
      assert.equal((await verify(...options)).err, `error: ${error}\n`);
  });

  it('of one employer does not wait for another', async () => {
    const head = { ...(await AuditHeads.findById(employer).lean()) };
    assert.deepEqual(head, {});
    await enter(1);
    // A broken officer of another employer: no letter can be kept for one without an address.
    const other = await anEmployer('Een ander');
    const broken = await anOfficer(portal, other);
    await Accounts.collection.updateOne({ _id: broken.id }, { $unset: { email: 1 } });
    await tell();
    assert.equal((await letters()).length, 1);
    assert.match(portal.logged(), /letter about an audit log not written, will be tried again/);
  });
});
