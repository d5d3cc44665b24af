import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Accounts, Employees } from '../../src/models/account.js';
import {
  filters,
  isByDate,
  listing,
  orders,
  searchFields,
  type Filter,
} from '../../src/models/employee-listing.js';
import { usernameFields } from '../../src/models/names.js';
import { startPortal, type Portal } from '../support/app.js';
import { fill } from '../support/many.js';
import { squeeze } from '../support/page.js';
import {
  anEmployee,
  anEmployer,
  aNewcomer,
  anOfficer,
  elsewhere,
  logIn,
  type Person,
} from '../support/people.js';

const count = 1000;

describe('the list of an employer with 1,000 employees', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let officer: Person;

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    await fill(new Types.ObjectId(employer), count, portal.now());
    // Somebody else's, who would be found by the same words.
    await fill(new Types.ObjectId(await anEmployer('Andere B.V.')), 20, portal.now());
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  const open = (query = '') => officer.browser.open(`/werkgever/werknemers${query}`);
  const cells = (column: number) => {
    const { $ } = officer.browser.page;
    return $('tbody tr')
      .toArray()
      .map((row) => squeeze($(row).children().eq(column).text()));
  };
  const numbers = () => cells(2).map(Number);
  const link = (words: string) => {
    const { $ } = officer.browser.page;
    const found = $('main a').filter((_, a) => squeeze($(a).text()) === words);
    return found.attr('href');
  };

  it('shows 50 at a time, and every employee once on the way through, forth and back', async () => {
    await open();
    const seen: number[][] = [];
    for (;;) {
      seen.push(numbers());
      const next = link('Volgende');
      if (next === undefined) break;
      await officer.browser.open(next);
    }
    assert.deepEqual(
      seen.map(({ length }) => length),
      Array.from({ length: count / 50 }, () => 50),
    );
    assert.equal(new Set(seen.flat()).size, count);
    for (const page of seen.slice(0, -1).reverse()) {
      await officer.browser.follow('Vorige');
      assert.deepEqual(numbers(), page);
    }
    assert.equal(link('Vorige'), undefined);
  });

  it('goes by name, or by number: 9 before 10', async () => {
    await open();
    const names = cells(1);
    assert.match(names[0] ?? '', /^Aalbers/);
    await officer.browser.follow('Personeelsnummer');
    assert.deepEqual(
      numbers(),
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
    await officer.browser.follow('Volgende');
    assert.equal(numbers()[0], 51);
  });

  it('has an address for each page, which is the same in another browser', async () => {
    await open('?sorteer=nummer');
    await officer.browser.follow('Volgende');
    const address = officer.browser.page.path;
    const expected = numbers();
    const other = elsewhere(portal, officer);
    await logIn(other);
    await other.browser.open(address);
    assert.equal(Number(squeeze(other.browser.page.$('tbody td').eq(1).text())), expected[0]);
  });

  const states: Record<Filter, (kind: number, day: number) => boolean> = {
    alle: () => true,
    'geen-toegang': (kind) => kind === 0,
    uitgenodigd: (kind) => kind === 1,
    verlopen: (kind, day) => kind === 1 && day >= 4,
    actief: (kind) => [2, 3, 4, 6].includes(kind),
    geblokkeerd: (kind) => kind === 5,
    ingetrokken: (kind) => kind === 7,
    'tweestaps-aan': (kind) => kind === 3,
    'tweestaps-uit': (kind) => [2, 4, 6].includes(kind),
    'nooit-ingelogd': (kind) => kind === 4,
    vergrendeld: (kind) => kind === 6,
    'niet-bezorgd': (kind, day) => kind === 1 && day === 2,
  };

  for (const filter of filters) {
    it(`filters: ${filter}, with how many there are`, async () => {
      const expected = Array.from({ length: count }, (_, i) => i)
        .filter((i) => states[filter](i % 8, i % 9))
        .map((i) => i + 1);
      await open(filter === 'alle' ? '' : `?filter=${filter}`);
      const { $ } = officer.browser.page;
      const current = $('.filters [aria-current]');
      assert.equal(current.length, 1);
      assert.equal($('.count', current).text(), String(expected.length));
      const all = numbers();
      while (link('Volgende') !== undefined) {
        await officer.browser.follow('Volgende');
        all.push(...numbers());
      }
      assert.deepEqual(
        all.sort((a, b) => a - b),
        expected,
      );
    });
  }

  it('counts again after 10 seconds', async () => {
    const shown = async () => {
      await open();
      return officer.browser.page.$('.filters .count').first().text();
    };
    assert.equal(await shown(), '1000');
    const id = await aNewcomer(portal, employer);
    assert.equal(await shown(), '1000');
    await portal.pass({ seconds: 10 });
    assert.equal(await shown(), '1001');
    await Employees.deleteOne({ _id: id });
  });

  describe('searching', () => {
    const search = async (typed: string) => {
      await open();
      await open(`?${new URLSearchParams({ zoek: typed }).toString()}`);
      return officer.browser.page;
    };

    before(async () => {
      await anEmployee(portal, employer, { number: '9001', surname: 'Šimić', email: 'Ana.Simic@Mail.com' });
    });

    it('finds by the beginning of a username, with or without its accents', async () => {
      const id = await aNewcomer(portal, employer, { surname: 'Zeeman' });
      await Employees.updateOne({ _id: id }, usernameFields('andré.z'));
      for (const typed of ['andré', 'ANDRE', 'andré.z']) {
        await search(typed);
        assert.deepEqual(cells(1), ['Zeeman, J.'], typed);
      }
      await Employees.deleteOne({ _id: id });
    });

    for (const typed of ['9001', 'simic', 'ŠIMIĆ', 'van sim', 'P. van Š', 'ana.sim', 'ANA']) {
      it(`finds by "${typed}"`, async () => {
        await search(typed);
        assert.deepEqual(cells(1), ['Šimić, P. van']);
      });
    }

    it('finds somebody at once by exactly their number, and offers all who begin so', async () => {
      await search('33');
      assert.deepEqual(numbers(), [33]);
      await officer.browser.follow('Toon iedereen die zo begint');
      assert.equal(numbers().length, 11);
    });

    it('shows 50 when there are more, and says so', async () => {
      const page = await search('aalbers');
      assert.match(page.text, /Meer dan 50 werknemers gevonden voor ‘aalbers’\./);
      assert.equal(cells(1).length, 50);
    });

    it('says so when there is nobody, and finds nobody of another employer', async () => {
      const { _id } = await Employees.findOne({
        employer: { $ne: new Types.ObjectId(employer) },
        number: '7',
      }).orFail();
      const other = await Employees.findById(_id).orFail().lean<{ username: string }>();
      const page = await search(other.username);
      assert.match(page.text, /Niemand gevonden voor/);
    });

    it('takes signs of other languages, of queries and of pages as they are', async () => {
      for (const typed of ['$ne', '.*', '<b>', '\u{ffff}', '{"$gt":""}', 'a'.repeat(2000)]) {
        const page = await search(typed);
        assert.equal(page.status, 200);
        assert.match(page.text, /Niemand gevonden voor/);
      }
    });
  });

  it('answers 404 to an address that it never has', async () => {
    for (const query of [
      '?filter=x',
      '?sorteer=x',
      '?na=x',
      '?na=a~1',
      '?filter=verlopen&na=x~000000000000000000000000',
    ])
      assert.equal((await open(query)).status, 404, query);
  });
});

describe('each query of the list', () => {
  const indexes = Accounts.schema.indexes().map(([fields]) => Object.keys(fields).join());
  // As it comes to the database: mongoose adds which kind of account it is.
  const asked = ({ employer: _employer, ...condition }: Record<string, unknown>) => [
    'employer',
    'kind',
    ...Object.keys(condition),
  ];

  for (const filter of filters)
    for (const order of orders)
      it(`is served by an index: ${filter} by ${isByDate(filter) ? 'date' : order}`, () => {
        const { condition, sort } = listing(new Types.ObjectId(), filter, order, new Date());
        const needed = [...asked(condition).filter((field) => field !== sort), sort, '_id'].join();
        assert.ok(
          indexes.some((index) => index.startsWith(needed)),
          needed,
        );
      });

  for (const field of searchFields)
    it(`is served by an index: a search by ${field}`, () => {
      assert.ok(indexes.some((index) => index.startsWith(`employer,kind,${field}`)));
    });
});
