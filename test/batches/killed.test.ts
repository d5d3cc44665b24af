import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { Batches, BatchRows } from '../../src/models/batch.js';
import { OutgoingMails } from '../../src/models/outgoing-mail.js';
import { startPortal, type Portal } from '../support/app.js';
import { fill } from '../support/many.js';
import { anEmployer, anOfficer, logIn, type Person } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

const employees = 240;

describe('something for many, when the portal is killed in the middle', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let processes: PortalProcess[] = [];

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await fill(new Types.ObjectId(employer), employees, portal.now());
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
  const carriedOut = () => BatchRows.countDocuments({ outcome: 'done', isLeft: false });

  it('is gone on with by those that start, each employee once, and nobody skipped', async () => {
    const first = await start();
    officer.browser.portal = first.address;
    await officer.browser.open('/werkgever/werknemers');
    await officer.browser.press('Verder', {
      'Gebruikersnaam versturen': '',
      'Alle werknemers van deze lijst, op alle pagina’s': '',
    });
    const planned = await BatchRows.countDocuments({ isLeft: true });
    assert.ok(planned > employees / 3, `${planned} of them can get it`);
    await officer.browser.press('Gebruikersnaam versturen');
    await until('some are carried out', async () => (await carriedOut()) >= 20);
    first.running.kill('SIGKILL');
    await first.running.ended;
    const left = await BatchRows.countDocuments({ isLeft: true });
    assert.ok(left > 20, `${left} are left`);

    // A minute later, when the killed process no longer has its row.
    await BatchRows.updateMany({ isLeft: true }, { $set: { until: new Date(0) } });
    processes = [];
    await Promise.all([start(), start()]);
    await until('it is done', async () => (await Batches.countDocuments({ state: 'done' })) === 1);

    assert.equal(await carriedOut(), planned);
    const entries = await AuditEntries.find({ employer, action: 'username-sent' }).lean<AuditEntry[]>();
    assert.equal(entries.length, planned);
    assert.equal(new Set(entries.map(({ account }) => account?.toString())).size, planned);
    const letters = await OutgoingMails.find({ 'change.action': 'username-sent' }).lean();
    assert.equal(new Set(letters.map(({ account }) => account.toString())).size, planned);
    assert.equal(letters.length, planned);
    const meant = await Employees.find({
      employer,
      'access.state': { $in: ['invited', 'active'] },
    }).lean<Employee[]>();
    assert.equal(meant.length, planned);
  });
});
