import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { verify } from '../../src/audit/verify.js';
import { Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { ImportRows, Imports } from '../../src/models/import.js';
import { startPortal, type Portal } from '../support/app.js';
import { lines, manyRows, send } from '../support/import.js';
import { anEmployer, anOfficer, logIn, type Person } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

const employees = 600;

describe('an import, when the portal is killed in the middle', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let processes: PortalProcess[] = [];

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(async () => {
    for (const { running } of processes) running.kill('SIGKILL');
    await Promise.all(processes.map(({ running }) => running.ended));
    await portal.close();
  });

  const start = async () => {
    const started = await startProcess(portal, { SMTP_URL: portal.deps.config.smtpUrl });
    processes.push(started);
    return started;
  };
  const carriedOut = () => ImportRows.countDocuments({ done: true });

  it('is gone on with by those that start, each employee once, and nobody skipped; the log is whole', async () => {
    const first = await start();
    officer.browser.portal = first.address;
    await send(officer, lines(...manyRows(employees)));
    await officer.browser.press('Importeren');
    await until('some are carried out', async () => (await carriedOut()) >= 50);
    first.running.kill('SIGKILL');
    await first.running.ended;
    const left = employees - (await carriedOut());
    assert.ok(left > 50, `${left} are left`);

    // A minute later, when the killed process no longer has it.
    await Imports.updateMany({ state: 'confirmed' }, { $set: { until: new Date(0) } });
    processes = [];
    await Promise.all([start(), start()]);
    await until('it is done', async () => (await Imports.countDocuments({ state: 'done' })) === 1);

    assert.equal(await carriedOut(), employees);
    assert.equal(await ImportRows.countDocuments({ outcome: 'new' }), employees);
    const found = await Employees.find({ employer }).lean<Employee[]>();
    assert.equal(new Set(found.map(({ number }) => number)).size, employees);
    await until(
      'all is in the log',
      async () => (await Employees.countDocuments({ employer, 'changes.0': { $exists: true } })) === 0,
    );
    const entries = await AuditEntries.find({
      employer,
      action: 'account-added',
      account: { $ne: officer.id },
    }).lean<AuditEntry[]>();
    assert.equal(entries.length, employees);
    assert.equal(new Set(entries.map(({ account }) => account?.toString())).size, employees);
    const verdict = await verify(new Types.ObjectId(employer), portal.deps.audit.seal);
    assert.deepEqual(verdict.isWhole, true, JSON.stringify(verdict));
  });
});
