import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { OutgoingMails } from '../../src/models/outgoing-mail.js';
import { startPortal, type Portal } from '../support/app.js';
import { fill } from '../support/many.js';
import { anEmployer } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

describe('employees whose time is over, when the portal is killed in the middle', function () {
  this.timeout(120_000);
  let portal: Portal;
  const processes: PortalProcess[] = [];

  before(async () => {
    portal = await startPortal();
  });
  after(async () => {
    for (const { running } of processes) running.kill('SIGKILL');
    await Promise.all(processes.map(({ running }) => running.ended));
    await portal.close();
  });

  it('are blocked once each by those that start, and told once', async () => {
    const employer = new Types.ObjectId(await anEmployer());
    await fill(employer, 240, portal.now());
    const leaving = {
      id: new Types.ObjectId(),
      on: '2026-01-01',
      until: new Date(0),
      next: 'end',
      due: new Date(0),
    };
    await Employees.updateMany({ employer }, { leaving });
    const had = await Employees.find({
      employer,
      'access.state': { $in: ['invited', 'active'] },
    }).lean<Employee[]>();
    const ended = () => AuditEntries.countDocuments({ employer, action: 'access-ended' });
    const start = async () => {
      const started = await startProcess(portal, { SMTP_URL: portal.deps.config.smtpUrl });
      processes.push(started);
      return started;
    };

    const first = await start();
    await until('some are blocked', async () => (await ended()) >= 10);
    first.running.kill('SIGKILL');
    await first.running.ended;
    assert.ok((await ended()) < had.length);
    await Promise.all([start(), start()]);
    await until(
      'all are done',
      async () => (await Employees.countDocuments({ 'leaving.due': { $exists: true } })) === 0,
    );
    await until(
      'all are in the log',
      async () => (await Employees.countDocuments({ 'changes.0': { $exists: true } })) === 0,
    );

    const entries = await AuditEntries.find({ employer, action: 'access-ended' }).lean<AuditEntry[]>();
    const about = (ids: { toString(): string }[]) => ids.map(String).sort();
    assert.deepEqual(about(entries.map(({ account }) => account ?? '')), about(had.map(({ _id }) => _id)));
    const letters = await OutgoingMails.find({ 'change.action': 'access-ended' }).lean();
    assert.deepEqual(about(letters.map(({ account }) => account)), about(had.map(({ _id }) => _id)));
  });
});
