import assert from 'node:assert/strict';
import { ImportRows, Imports } from '../../src/models/import.js';
import { startPortal, type Portal } from '../support/app.js';
import { counts, lines, manyRows, rows, send } from '../support/import.js';
import { anEmployer, anOfficer, logIn, type Person } from '../support/people.js';

describe('an import that is under way', () => {
  let portal: Portal;
  let officer: Person;
  let path: string;

  /** As it is while another process carries it out. */
  before(async () => {
    portal = await startPortal();
    const employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
    path = (await send(officer, lines(...manyRows(3)))).path;
    await Imports.updateOne({ employer }, { state: 'confirmed' });
    await ImportRows.updateOne({ line: 2 }, { done: true });
  });
  after(() => portal.close());

  const refresh = () => officer.browser.lastHeaders.refresh;

  it('says how far it is and what was done, and comes back by itself, without a script', async () => {
    const page = await officer.browser.open(path);
    assert.equal(page.heading, 'Import: bezig');
    assert.match(page.text, /1 van 3 gedaan\. .*Deze pagina ververst zichzelf\./);
    assert.deepEqual(counts(officer), [1, 0, 0, 0]);
    assert.deepEqual(rows(officer, 'Wie erbij kwamen'), ['2 1 Jansen, J.']);
    assert.equal(page.$('main form').length, 0);
    assert.equal(refresh(), `5; url=${path}?vanzelf=ja`);
    const file = await officer.browser.download(`${path}/uitslag.csv`);
    assert.match(file, /;Nieuw;"?Jansen, J\."?\r\n.*;Nog niet gedaan;/);
  });

  it('stops coming back for who wants to read in peace, until they ask again', async () => {
    await officer.browser.follow('Stop met verversen');
    assert.equal(refresh(), undefined);
    await officer.browser.follow('Ververs');
    assert.match(refresh() ?? '', /^5;/);
  });

  it('does not keep who left it open logged in [V7.3.1]', async () => {
    const byItself = refresh()?.replace(/^.*url=/, '') ?? '';
    for (let minutes = 0; minutes < 30; minutes += 10) {
      assert.equal((await officer.browser.open(byItself)).heading, 'Import: bezig');
      await portal.pass({ minutes: 10 });
    }
    assert.equal((await officer.browser.open(byItself)).heading, 'Inloggen Werknemerloket');
    assert.equal(refresh(), undefined);
  });

  it('no longer comes back when it is done', async () => {
    assert.equal((await logIn(officer)).path, path);
    await Imports.updateOne({ state: 'confirmed' }, { state: 'done' });
    assert.equal((await officer.browser.open(path)).heading, 'Uitslag van de import');
    assert.equal(refresh(), undefined);
  });
});
