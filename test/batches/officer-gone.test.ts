import assert from 'node:assert/strict';
import { Accounts } from '../../src/models/account.js';
import { BatchRows, type BatchOutcome } from '../../src/models/batch.js';
import { startPortal, type Portal } from '../support/app.js';
import { aNewcomer, anEmployer, anOfficer, logIn } from '../support/people.js';
import { until } from '../support/process.js';

describe('something for many, in the name of an officer who is blocked meanwhile', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  it('stops at the row that is under way', async () => {
    const employer = await anEmployer();
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    for (let i = 0; i < 30; i++) await aNewcomer(portal, employer);
    const { browser } = officer;
    await browser.open('/werkgever/werknemers');
    const everybody = 'Alle werknemers van deze lijst, op alle pagina’s';
    await browser.press('Verder', { 'Toegang verstrekken': '', [everybody]: '' });
    await browser.press('Toegang verstrekken');
    const count = (outcome: BatchOutcome) => BatchRows.countDocuments({ employer, outcome, isLeft: false });
    await until('somebody was invited', async () => (await count('done')) > 0);
    const access = { state: 'blocked', since: portal.now(), before: 'active' };
    await Accounts.updateOne({ _id: officer.id }, { access });
    const before = await count('done');
    await portal.deps.relay.settled();
    const done = await count('done');
    assert.ok(done <= before + 1, `${before} and then ${done}`);
    assert.equal(await count('officer-gone'), 30 - done);
    assert.ok(done < 30);
  });
});
