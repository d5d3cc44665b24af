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
  const numberOf = async (who: Types.ObjectId) => (await Employees.findById(who).orFail()).number;
  /** Of the log as a file. */
  const cells = async (query = '') => {
    const text = await officer.browser.download(`${path}.csv${query}`);
    const lines = text.replace('\u{feff}', '').trim().split('\r\n');
    return lines.map((line) => line.split(';'));
  };

  it('has what happened, the newest first, about whom and by whom', async () => {
    await open();
    const bakker = `J. Bakker (${await numberOf(id)})`;
    assert.equal(officer.browser.page.heading, 'Logboek');
    assert.deepEqual(rows().slice(0, 2), [
      `Toegang geblokkeerdtelefoon gestolen${bakker}H. de Ruiter`,
      `Uitgenodigd${bakker}H. de Ruiter`,
    ]);
    assert.ok(
      rows().includes(`Gegevens toegevoegd${bakker}de beheerder van het Werknemerloket`),
      rows().join('\n'),
    );
    assert.equal(
      officer.browser.page.$('tbody td a').first().attr('href'),
      `/werkgever/werknemers/${id.toString()}`,
    );
  });

  it('is searched by employee, officer, action and period, each alone and together', async () => {
    const number = await numberOf(id);
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

  it('tells namesakes apart by their number, on the page and in the file', async () => {
    const namesake = await aNewcomer(portal, employer);
    await portal.deps.relay.bring(namesake);
    await open('?actie=account-added');
    const [, ...lines] = await cells('?actie=account-added');
    for (const one of [id, namesake]) {
      const number = await numberOf(one);
      assert.equal(rows().filter((row) => row.includes(`J. Bakker (${number})`)).length, 1);
      assert.equal(lines.filter((cell) => cell[2] === 'J. Bakker' && cell[3] === number).length, 1);
    }
  });

  describe('asked about an officer', () => {
    let colleague: string;

    before(async () => {
      await officer.browser.open('/werkgever/hr-medewerkers/uitnodigen');
      await officer.browser.press('Uitnodigen', {
        'Naam van je collega': 'C. de Groot',
        'E-mailadres': 'groot@mail.com',
        Medewerker: '',
      });
      await officer.browser.press('Beheerder maken');
      await act(officer.browser, 'Blokkeren');
      await act(officer.browser, 'Verwijderen');
      const { $ } = await open();
      const option = $('#over option').filter((_, one) => $(one).text() === 'C. de Groot');
      colleague = option.attr('value') ?? '';
    });

    it('has what happened to them, also after they were removed', async () => {
      const happened = [
        'Collega toegevoegd: medewerker',
        'HR-medewerker verwijderd',
        'Rol gewijzigd: beheerder',
        'Toegang geblokkeerd',
        'Uitgenodigd',
      ];
      const { $ } = await open(`?over=${colleague}`);
      const reason = 'telefoon gestolen';
      assert.deepEqual(
        rows()
          .map((row) => row.replace(reason, ''))
          .sort(),
        happened.map((what) => `${what}C. de GrootH. de Ruiter`),
      );
      assert.equal($('#over option[selected]').text(), 'C. de Groot');
      const [, ...lines] = await cells(`?over=${colleague}`);
      assert.deepEqual(lines.map(([, what]) => what).sort(), happened);
    });

    it('goes together with the rest of the search, and what they did is another question', async () => {
      await open(`?over=${colleague}&actie=access-blocked&door=${officer.id.toString()}`);
      assert.equal(rows().length, 1);
      assert.equal((await open(`?door=${colleague}`)).status, 200);
      assert.match(officer.browser.page.text, /Er is niets gevonden\./);
    });

    it('says that nothing is about an employee and an officer at once', async () => {
      const page = await open(`?werknemer=${await numberOf(id)}&over=${colleague}`);
      assert.equal(page.status, 400);
      assert.equal(
        page.$('#werknemer-fout').text(),
        'Je koos ook een HR-medewerker. Zoek op een werknemer of op een HR-medewerker.',
      );
      assert.equal(page.$('#over option[selected]').attr('value'), colleague);
    });
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
    for (const query of ['?actie=x', '?actie=__proto__', '?door=x', '?over=x', '?na=x', '?voor=2026~x'])
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
    assert.equal(lines[0], 'Wanneer;Wat;Over wie;Personeelsnummer;Door wie;Reden');
    assert.equal(lines.length, all + 1);
  });

  it('has nothing of another employer, whoever is asked for', async () => {
    const other = await anEmployer('Andere B.V.');
    const stranger = await anOfficer(portal, other);
    await logIn(stranger);
    for (const field of ['door', 'over'])
      assert.equal((await stranger.browser.open(`${path}?${field}=${officer.id.toString()}`)).status, 404);
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
