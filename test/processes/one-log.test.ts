import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { runLoket } from '../support/loket.js';
import { aNewcomer, anEmployer, anOfficer, logIn, record, type Person } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

const each = 24;
const atOnce = 6;

describe('three processes that enter in the log of one employer', function () {
  this.timeout(180_000);
  let portal: Portal;
  let employer: string;
  const processes: PortalProcess[] = [];

  const start = async () => {
    const { smtpUrl } = portal.deps.config;
    const started = await startProcess(portal, { SMTP_URL: smtpUrl, OFFICER_ACTIONS_PER_HOUR: '1000' });
    processes.push(started);
    return started;
  };

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
  });
  after(async () => {
    for (const { running } of processes) running.kill('SIGKILL');
    await Promise.all(processes.map(({ running }) => running.ended));
    await portal.close();
  });

  /** Gives these access, some of them at the same moment. @returns who were said to have it */
  async function grant({ browser }: Person, employees: Types.ObjectId[]): Promise<Types.ObjectId[]> {
    const told: Types.ObjectId[] = [];
    const form = { _csrf: browser.token };
    for (let from = 0; from < employees.length; from += atOnce)
      await Promise.allSettled(
        employees.slice(from, from + atOnce).map(async (id) => {
          const { status } = await browser.post(
            `/werkgever/werknemers/${id.toString()}/toegang-verstrekken`,
            form,
          );
          if (status === 200) told.push(id);
        }),
      );
    return told;
  }

  it('leave it whole, with each change once, when one is killed -9 and another brings the rest', async () => {
    const rounds = await Promise.all(
      [await start(), await start(), await start()].map(async (process) => {
        const officer = await anOfficer(portal, employer);
        const employees = await Promise.all(Array.from({ length: each }, () => aNewcomer(portal, employer)));
        officer.browser.portal = process.address;
        await logIn(officer);
        await officer.browser.open('/werkgever/werknemers');
        return { process, officer, employees };
      }),
    );
    const [first] = rounds;
    assert.ok(first);
    const work = Promise.all(rounds.map(({ officer, employees }) => grant(officer, employees)));
    const byFirst = () => AuditEntries.countDocuments({ employer, 'actor.id': first.officer.id });
    await until('the first is in the middle', async () => (await byFirst()) > atOnce);
    first.process.running.kill('SIGKILL');
    await first.process.running.ended;
    const [ofKilled = [], ...ofOthers] = await work;
    assert.ok(ofKilled.length < each, `${ofKilled.length} were told by the killed one`);
    assert.deepEqual(
      ofOthers.map((told) => told.length),
      [each, each],
    );

    await start();
    await until('nothing is left', async () => {
      const left = { employer, 'changes.0': { $exists: true } };
      return (await Accounts.countDocuments(left)) === 0;
    });
    const entries = await AuditEntries.find({ employer }).lean<AuditEntry[]>();
    const entered = (account: Types.ObjectId, action: string) =>
      entries.filter((one) => one.account?.equals(account) && one.action === action).length;
    for (const id of rounds.flatMap(({ employees }) => employees)) {
      assert.equal(entered(id, 'account-added'), 1);
      const isInvited = (await record({ id })).access.state === 'invited';
      assert.equal(entered(id, 'access-granted'), isInvited ? 1 : 0);
    }
    for (const id of [ofKilled, ...ofOthers].flat()) assert.equal(entered(id, 'access-granted'), 1);
    const { out } = await runLoket(['audit', 'verify', '--employer', employer], {
      DATA_DIR: portal.deps.config.dataDir,
    });
    assert.match(out, new RegExp(`^The log is whole: ${entries.length} entries, the last [0-9a-f]{64}\\.`));
  });
});
