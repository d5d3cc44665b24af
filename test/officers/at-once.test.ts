import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Types } from 'mongoose';
import { Officers, type Officer } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { Employers } from '../../src/models/employer.js';
import type { StaffAction } from '../../src/models/staff-change.js';
import { changeStaff, staffChange, sweepStaffChanges } from '../../src/officers/change-staff.js';
import { startPortal, type Portal } from '../support/app.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { anEmployer, anOfficer, logIn, record, type Person } from '../support/people.js';

const list = '/werkgever/hr-medewerkers';

describe('officers who change each other at the same moment', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: Types.ObjectId;

  const officers = (count: number) =>
    Promise.all(Array.from({ length: count }, () => anOfficer(portal, employer.toString())));
  const actor = ({ id }: Person) => ({ kind: 'officer' as const, id, name: 'H. de Ruiter' });
  const wants = (who: Person, action: StaffAction, colleague: Person) =>
    staffChange(actor(who), { action }, portal.now(), colleague.id);
  const change = (who: Person, action: StaffAction, colleague: Person) =>
    changeStaff(employer, wants(who, action, colleague));
  const beheerders = async () =>
    (await Officers.find({ employer, 'access.state': 'active', role: 'beheerder' }).lean<Officer[]>()).length;
  const left = async () => (await Employers.findById(employer).orFail().lean()).staffChange;
  const entriesOf = ({ id }: Person, action: string) => AuditEntries.countDocuments({ account: id, action });

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = new Types.ObjectId(await anEmployer());
  });
  after(() => portal.close());

  for (const action of ['block', 'remove', 'make-medewerker'] as const)
    it(`leave one beheerder when each wants to ${action} the next`, async () => {
      for (let round = 0; round < 10; round++) {
        employer = new Types.ObjectId(await anEmployer());
        const all = await officers(2 + (round % 3));
        const outcomes = await Promise.all(
          all.map((who, i) => change(who, action, all[(i + 1) % all.length] ?? who)),
        );
        assert.ok(outcomes.includes('done'), outcomes.join());
        assert.ok(
          outcomes.some((outcome) => outcome === 'not-allowed'),
          outcomes.join(),
        );
        assert.ok((await beheerders()) >= 1);
        assert.equal(await left(), undefined);
      }
    });

  it('leave one also when it goes by two processes, page by page', async () => {
    const processes: PortalProcess[] = [await startProcess(portal), await startProcess(portal)];
    try {
      for (let round = 0; round < 5; round++) {
        employer = new Types.ObjectId(await anEmployer());
        const [one, other] = (await officers(2)) as [Person, Person];
        for (const [i, who] of [one, other].entries()) {
          who.browser.portal = processes[i]?.address ?? '';
          await logIn(who);
          await who.browser.open(`${list}/${(who === one ? other : one).id.toString()}`);
        }
        await Promise.all([one, other].map(({ browser }) => browser.press('Medewerker maken')));
        const statuses = [one, other].map(({ browser }) => browser.page.status).sort();
        assert.deepEqual(statuses, [200, 403]);
        assert.equal(await beheerders(), 1);
      }
    } finally {
      for (const { running } of processes) running.kill('SIGTERM');
      await Promise.all(processes.map(({ running }) => running.ended));
    }
  });

  it('leave one, and an entry for each change, when a process is killed -9 while it is at work', async () => {
    const lasting = await startProcess(portal);
    let answered = 0;
    try {
      for (let round = 0; round < 6; round++) {
        employer = new Types.ObjectId(await anEmployer());
        const [one, other] = (await officers(2)) as [Person, Person];
        const killed = await startProcess(portal);
        for (const [who, colleague, { address }] of [
          [one, other, killed],
          [other, one, lasting],
        ] as const) {
          who.browser.portal = address;
          await logIn(who);
          await who.browser.open(`${list}/${colleague.id.toString()}`);
        }
        const asked = Promise.allSettled(
          [one, other].map(({ browser }) => browser.press('Medewerker maken')),
        );
        await pause(round * 12);
        killed.running.kill('SIGKILL');
        const answers = await asked;
        await killed.running.ended;
        await sweepStaffChanges(portal.deps.log);
        await portal.deps.relay.sweep();
        assert.equal(await left(), undefined);
        assert.equal(await beheerders(), 1);
        for (const [i, who] of [other, one].entries()) {
          const isDemoted = ((await record(who)) as Officer).role === 'medewerker';
          assert.equal(await entriesOf(who, 'role-changed'), isDemoted ? 1 : 0);
          const answer = answers[i];
          if (answer?.status === 'fulfilled' && answer.value.status === 200) {
            answered++;
            assert.ok(isDemoted, 'what was said to be done is done');
          }
        }
      }
    } finally {
      lasting.running.kill('SIGTERM');
      await lasting.running.ended;
    }
    assert.ok(answered > 0);
  });

  it('are changed once, however many carry out the same', async () => {
    const [ruiter, bakker] = (await officers(2)) as [Person, Person];
    const wanted = wants(ruiter, 'block', bakker);
    await Employers.updateOne({ _id: employer }, { $set: { staffChange: wanted } });
    await Promise.all(Array.from({ length: 8 }, () => sweepStaffChanges(portal.deps.log)));
    await portal.deps.relay.sweep();
    assert.equal((await record(bakker)).access.state, 'blocked');
    assert.equal(await entriesOf(bakker, 'access-blocked'), 1);
    assert.equal(await left(), undefined);
  });

  it('find what a killed process left, before they make their own change', async () => {
    const [ruiter, bakker] = (await officers(2)) as [Person, Person];
    // Written down, and killed: nothing happened yet.
    await Employers.updateOne({ _id: employer }, { $set: { staffChange: wants(ruiter, 'block', bakker) } });
    assert.equal(await change(bakker, 'block', ruiter), 'not-allowed');
    assert.equal((await record(bakker)).access.state, 'blocked');
    assert.equal((await record(ruiter)).access.state, 'active');
  });

  it('do not make again what was made, when the process was killed right after it', async () => {
    const [ruiter, bakker] = (await officers(2)) as [Person, Person];
    const wanted = wants(ruiter, 'block', bakker);
    assert.equal(await changeStaff(employer, wanted), 'done');
    for (const isBrought of [false, true]) {
      if (isBrought) await portal.deps.relay.sweep();
      await Employers.updateOne({ _id: employer }, { $set: { staffChange: wanted } });
      assert.equal(await change(ruiter, 'unblock', bakker), 'done');
      assert.equal((await record(bakker)).access.state, 'active');
      await Employers.updateOne({ _id: employer }, { $set: { staffChange: wanted } });
      await sweepStaffChanges(portal.deps.log);
      assert.equal((await record(bakker)).access.state, 'active');
      assert.equal(await left(), undefined);
      if (!isBrought) await change(ruiter, 'block', bakker);
    }
  });

  it('add one colleague, when a killed process left the invitation behind and others carry it out', async () => {
    const [ruiter] = (await officers(1)) as [Person];
    const wanted = {
      action: 'invite' as const,
      name: 'N. Nieuw',
      email: 'n@mail.com',
      role: 'beheerder' as const,
    };
    const invitation = staffChange(actor(ruiter), wanted, portal.now());
    await Employers.updateOne({ _id: employer }, { $set: { staffChange: invitation } });
    await Promise.all(Array.from({ length: 8 }, () => sweepStaffChanges(portal.deps.log)));
    await portal.deps.relay.sweep();
    await portal.deps.outbox.sweep();
    assert.equal(await Officers.countDocuments({ employer, name: 'N. Nieuw' }), 1);
    const theirs = (await portal.letters()).filter(({ to }) => to === 'n@mail.com');
    assert.deepEqual(
      theirs.map(({ subject }) => subject),
      ['Je toegang tot het Werknemerloket'],
    );
    assert.equal(await AuditEntries.countDocuments({ account: invitation.colleague }), 2);
  });

  it('do not wait for those of another employer, whose change cannot be carried out', async () => {
    const other = await anEmployer();
    await Employers.updateOne({ _id: other }, { $set: { staffChange: { _id: new Types.ObjectId() } } });
    const [ruiter, bakker] = (await officers(2)) as [Person, Person];
    await Employers.updateOne({ _id: employer }, { $set: { staffChange: wants(ruiter, 'block', bakker) } });
    await sweepStaffChanges(portal.deps.log);
    assert.equal((await record(bakker)).access.state, 'blocked');
    assert.match(portal.logged(), /change of an officer not carried out/);
    await Employers.deleteOne({ _id: other });
  });

  it('who lost the right meanwhile change nobody, and get no letter sent', async () => {
    const [ruiter, bakker, visser] = (await officers(3)) as [Person, Person, Person];
    await change(ruiter, 'make-medewerker', bakker);
    for (const action of ['block', 'remove', 'make-medewerker', 'send-invitation-again'] as const)
      assert.equal(await change(bakker, action, visser), 'not-allowed');
    const wanted = { action: 'invite' as const, name: 'N', email: 'n@mail.com', role: 'beheerder' as const };
    const invitation = staffChange(actor(bakker), wanted, portal.now());
    assert.equal(await changeStaff(employer, invitation), 'not-allowed');
    assert.equal(await Officers.countDocuments({ employer }), 3);
    assert.equal((await record(visser)).changes.length, 1);
  });
});
