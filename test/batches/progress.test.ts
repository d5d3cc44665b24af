import assert from 'node:assert/strict';
import { Batches, BatchRows } from '../../src/models/batch.js';
import { startPortal, type Portal } from '../support/app.js';
import { aNewcomer, anEmployer, anOfficer, logIn, type Person } from '../support/people.js';

describe('something for many that is under way', () => {
  let portal: Portal;
  let officer: Person;
  let path: string;

  /** As it is while another process carries it out. */
  before(async () => {
    portal = await startPortal();
    const employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    for (const surname of ['Aalbers', 'Bakker']) await aNewcomer(portal, employer, { surname });
    await logIn(officer);
    await officer.browser.open('/werkgever/werknemers');
    officer.browser.tick('Kies Aalbers, J.', 'Kies Bakker, J.');
    await officer.browser.press('Verder', {
      'Toegang verstrekken': '',
      'De werknemers die ik heb aangevinkt': '',
    });
    path = officer.browser.page.path;
    await Batches.updateOne({ employer }, { state: 'running' });
    await BatchRows.updateOne({ line: 1 }, { isLeft: false });
  });
  after(() => portal.close());

  const refresh = () => officer.browser.lastHeaders.refresh;

  it('says how far it is, and comes back by itself, without a script', async () => {
    const page = await officer.browser.open(path);
    assert.equal(page.heading, 'Toegang verstrekken: bezig');
    assert.match(page.text, /1 van 2 gedaan\. .*Deze pagina ververst zichzelf\./);
    assert.equal(refresh(), `5; url=${path}?vanzelf=ja`);
  });

  it('stops coming back for who wants to read in peace, until they ask again', async () => {
    const still = await officer.browser.follow('Stop met verversen');
    assert.equal(refresh(), undefined);
    assert.doesNotMatch(still.text, /ververst zichzelf/);
    await officer.browser.follow('Ververs');
    assert.match(refresh() ?? '', /^5;/);
  });

  it('does not keep who left it open logged in [V7.3.1]', async () => {
    const byItself = refresh()?.replace(/^.*url=/, '') ?? '';
    for (let minutes = 0; minutes < 30; minutes += 10) {
      assert.equal((await officer.browser.open(byItself)).heading, 'Toegang verstrekken: bezig');
      await portal.pass({ minutes: 10 });
    }
    assert.equal((await officer.browser.open(byItself)).heading, 'Inloggen Werknemerloket');
    assert.equal(refresh(), undefined);
  });

  it('no longer comes back when it is done', async () => {
    assert.equal((await logIn(officer)).path, path);
    await Batches.updateOne({ state: 'running' }, { state: 'done' });
    assert.equal((await officer.browser.open(path)).heading, 'Toegang verstrekken: klaar');
    assert.equal(refresh(), undefined);
  });
});
