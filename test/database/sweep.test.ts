import assert from 'node:assert/strict';
import { sweep } from '../../src/database/sweep.js';
import { Answers } from '../../src/models/answer.js';
import { Limits } from '../../src/models/limit.js';
import { Links } from '../../src/models/link.js';
import { SessionRecords } from '../../src/models/session-record.js';
import { startPortal, type Portal } from '../support/app.js';
import { aNewcomer, anEmployer, anOfficer, logIn } from '../support/people.js';

describe('the sweep', () => {
  let portal: Portal;
  const counts = async () =>
    Promise.all([SessionRecords, Limits, Links, Answers].map((model) => model.countDocuments()));

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  it('deletes what has expired, and nothing before that [V14.2.7]', async () => {
    const employer = await anEmployer();
    const officer = await anOfficer(portal, employer);
    await logIn(officer, 'een verkeerde lange zin');
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${(await aNewcomer(portal, employer)).toString()}`);
    await officer.browser.press('Toegang verstrekken');
    await portal.letters();
    const before = await counts();
    assert.ok(
      before.every((count) => count >= 1),
      before.join(' '),
    );
    await sweep(portal.now());
    assert.deepEqual(await counts(), before);
    await sweep(new Date(portal.now().getTime() + 95 * 24 * 60 * 60_000));
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });
});
