import assert from 'node:assert/strict';
import { startHousekeeping } from '../src/housekeeping.js';
import { Accounts } from '../src/models/account.js';
import { AuditEntries } from '../src/models/audit-entry.js';
import { askForPassword } from '../src/my-account/forgotten-password.js';
import { startPortal, type Portal } from './support/app.js';
import { until } from './support/process.js';
import { anEmployee, anEmployer } from './support/people.js';

describe('housekeeping', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  it('does the rest when one part of it fails, and logs that, without what somebody typed', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await portal.deps.relay.bring(employee.id);
    await askForPassword(portal.deps, employee.username, { address: '192.0.2.7' });

    const sweep = () => Promise.reject(new Error('the database was away'));
    const stop = startHousekeeping({ ...portal.deps, relay: { ...portal.deps.relay, sweep } });
    await until('the letter arrives', async () =>
      (await portal.letters()).some(({ subject }) => subject.startsWith('Een nieuw wachtwoord')),
    );
    await stop();
    assert.match(portal.logged(), /housekeeping failed, will be tried again/);
    assert.ok(!portal.logged().includes(employee.username));
  });

  it('brings on the changes of others when those of one cannot be entered', async () => {
    const employer = await anEmployer();
    const [first, second] = [await anEmployee(portal, employer), await anEmployee(portal, employer)];
    // A change by nobody cannot be entered in the audit log.
    await Accounts.collection.updateOne({ _id: first.id }, { $unset: { 'changes.0.actor': 1 } });
    await startHousekeeping(portal.deps)();
    assert.equal(await AuditEntries.countDocuments({ account: first.id }), 0);
    assert.equal(await AuditEntries.countDocuments({ account: second.id }), 1);
    assert.match(portal.logged(), /changes not brought on, will be tried again/);
  });
});
