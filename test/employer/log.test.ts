import assert from 'node:assert/strict';
import supertest from 'supertest';
import { Types } from 'mongoose';
import { administrator, change } from '../../src/changes/change.js';
import { Employees } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { auditListing } from '../../src/models/audit-listing.js';
import { startPortal, type Portal } from '../support/app.js';
import { squeeze } from '../support/page.js';
import { anEmployee, anEmployer, aNewcomer, anOfficer, logIn, type Person } from '../support/people.js';
import { act } from '../support/officer.js';

const path = '/werkgever/logboek';

describe('the log of an employer, on its page', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let id: Types.ObjectId;

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    id = await aNewcomer(portal, employer);
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
    for (const button of ['Toegang verstrekken', 'Blokkeren']) {
      await portal.pass({ minutes: 1 });
      await act(officer.browser, button);
    }
    await portal.deps.relay.sweep();
  });
  after(() => portal.close());

  const open = (query = '') => officer.browser.open(path + query);
  const rows = () => {
    const { $ } = officer.browser.page;
    return $('tbody tr')
      .toArray()
      .map((row) => squeeze($(row).children('th, td').slice(0, 3).text()));
  };

  it('has what happened, the newest first, about whom and by whom', async () => {
    await open();
    assert.equal(officer.browser.page.heading, 'Logboek');
    assert.deepEqual(rows().slice(0, 2), [
      'Toegang geblokkeerdtelefoon gestolenJ. BakkerH. de Ruiter',
      'UitgenodigdJ. BakkerH. de Ruiter',
    ]);
    assert.ok(
      rows().includes('Gegevens toegevoegdJ. Bakkerde beheerder van het Werknemerloket'),
      rows().join('\n'),
    );
    assert.equal(
      officer.browser.page.$('tbody td a').first().attr('href'),
      `/werkgever/werknemers/${id.toString()}`,
    );
  });

  it('is searched by employee, officer, action and period, each alone and together', async () => {
    const { number } = await Employees.findById(id).orFail().lean<{ number: string }>();
    const day = (ahead: number) =>
      new Date(portal.now().getTime() + ahead * 24 * 60 * 60_000)
        .toISOString()
        .slice(0, 10)
        .split('-')
        .reverse()
        .join('-');
    for (const [query, found] of [
      [`?werknemer=${number}`, 3],
      [`?door=${officer.id.toString()}`, 2],
      ['?actie=access-granted', 1],
      [`?werknemer=${number}&door=${officer.id.toString()}&actie=access-blocked`, 1],
      [`?werknemer=${number}&actie=two-factor-on`, 0],
      [`?actie=access-granted&van=${day(-1)}&tot=${day(1)}`, 1],
      [`?actie=access-granted&van=${day(2)}`, 0],
      [`?actie=access-granted&tot=${day(-2)}`, 0],
    ] as const) {
      await open(query);
      assert.equal(rows().length, found, query);
    }
    assert.match(officer.browser.page.text, /Er is niets gevonden\./);
  });

  it('keeps what was filled in, and says what is wrong with it', async () => {
    const page = await open('?werknemer=bestaat-niet&van=30-2-2026&tot=gisteren&actie=access-blocked');
    assert.equal(page.status, 400);
    assert.deepEqual(
      page
        .$('.problems li')
        .toArray()
        .map((li) => squeeze(page.$(li).text())),
      [
        'Er is geen werknemer met nummer bestaat-niet. Controleer het nummer.',
        'Vul een datum in, zoals 22-11-2026.',
        'Vul een datum in, zoals 22-11-2026.',
      ],
    );
    assert.equal(page.$('#werknemer').attr('value'), 'bestaat-niet');
    assert.equal(page.$('#actie option[selected]').attr('value'), 'access-blocked');
  });

  it('answers 404 to an address that it never has', async () => {
    for (const query of ['?actie=x', '?actie=__proto__', '?door=x', '?na=x', '?voor=2026~x'])
      assert.equal((await open(query)).status, 404, query);
  });

  it('shows 50 at a time, each once, forth and back; and all of them as a file', async () => {
    const other = await anEmployer();
    const its = await anOfficer(portal, other);
    await logIn(its);
    const record = () => ({
      ...change('policy-changed', administrator, portal.now()),
      employer: new Types.ObjectId(other),
    });
    for (let i = 0; i < 120; i++) await portal.deps.audit.enter(record());
    await its.browser.open(path);
    const count = () => its.browser.page.$('tbody tr').length;
    const seen = [count()];
    for (let i = 0; i < 2; i++) {
      await its.browser.follow('Oudere');
      seen.push(count());
    }
    const all = await AuditEntries.countDocuments({ employer: other });
    assert.deepEqual(seen, [50, 50, all - 100]);
    for (let i = 0; i < 2; i++) await its.browser.follow('Nieuwere');
    assert.equal(its.browser.page.$('a[rel=prev]').length, 0);

    const cookies = [...its.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { text, headers } = await supertest(portal.app).get(`${path}.csv`).set('Cookie', cookies);
    assert.match(headers['content-disposition'] ?? '', /werknemerloket-logboek-werkgever\.csv/);
    const lines = text.replace('\u{feff}', '').trim().split('\r\n');
    assert.equal(lines[0], 'Wanneer;Wat;Over wie;Door wie;Reden');
    assert.equal(lines.length, all + 1);
  });

  it('has nothing of another employer, whoever is asked for', async () => {
    const other = await anEmployer('Andere B.V.');
    const stranger = await anOfficer(portal, other);
    await logIn(stranger);
    await stranger.browser.open(`${path}?door=${officer.id.toString()}`);
    assert.match(stranger.browser.page.text, /Er is niets gevonden\./);
    const { status } = await stranger.browser.open(`${path}?werknemer=1&actie=access-granted`);
    assert.equal(status, 400);
  });

  it('is not for employees', async () => {
    const employee = await anEmployee(portal, employer);
    await logIn(employee);
    assert.equal((await employee.browser.open(path)).status, 403);
    assert.equal((await employee.browser.open(`${path}.csv`)).status, 403);
  });
});

describe('each query of the log', () => {
  const indexes = AuditEntries.schema.indexes().map(([fields]) => Object.keys(fields).join());
  const some = new Types.ObjectId();

  for (const search of [{}, { account: some }, { actor: some }, { action: 'access-granted' as const }])
    it(`is served by an index: ${Object.keys(search).join() || 'all'}`, () => {
      const { condition, sort } = auditListing(some, search);
      assert.ok(indexes.includes([...Object.keys(condition), sort, '_id'].join()));
    });
});
