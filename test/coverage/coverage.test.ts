import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { coverageNotes } from '../../src/coverage/note.js';
import { lineOf } from '../../src/coverage/line.js';
import { sweep } from '../../src/database/sweep.js';
import { clock } from '../../src/dates.js';
import { CoverageDays, coverageDay } from '../../src/models/coverage-day.js';
import { Employees } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { fill } from '../support/many.js';
import { squeeze } from '../support/page.js';
import { anEmployer, anOfficer, logIn, type Person } from '../support/people.js';

const day = 24 * 60 * 60_000;

describe('Dekking, of an employer with 1,000 employees', () => {
  let portal: Portal;
  let employer: Types.ObjectId;
  let other: Types.ObjectId;
  let officer: Person;
  const daysAgo = (days: number) => clock(new Date(portal.now().getTime() - days * day)).slice(0, 10);
  const count = (condition: object) => Employees.countDocuments({ employer, ...condition });

  before(async () => {
    portal = await startPortal();
    employer = new Types.ObjectId(await anEmployer());
    other = new Types.ObjectId(await anEmployer('Een ander'));
    await fill(employer, 1_000, portal.now());
    await fill(other, 7, portal.now());
    officer = await anOfficer(portal, employer.toString());
    await logIn(officer);
  });
  after(() => portal.close());

  const open = (query = '') => officer.browser.open(`/werkgever/dekking${query}`);
  const figures = () => {
    const { $ } = officer.browser.page;
    const all = $('.figures li')
      .toArray()
      .map((li) => squeeze($(li).text()).split(/ (.*)/));
    return Object.fromEntries(all.map(([figure, name = '']) => [name, Number(figure)]));
  };

  it('says how many with access use two-step verification, and what is left to do', async () => {
    await officer.browser.open('/');
    const page = await officer.browser.follow('Dekking');
    const active = await count({ 'access.state': 'active' });
    const on = await count({ 'access.state': 'active', 'twoFactor.state': 'on' });
    assert.ok(page.text.includes(`: ${on} van ${active}.`), page.text);
    const expired = await count({
      'access.state': 'invited',
      'access.until': { $lte: portal.now() },
    });
    assert.ok(expired > 0);
    assert.deepEqual(figures(), {
      Uitgenodigd: await count({ 'access.state': 'invited' }),
      'Uitnodiging verlopen': expired,
      'Nog nooit ingelogd': await count({ 'access.state': 'active', lastLoginAt: null }),
      'Tweestapsverificatie uit': active - on,
      'Code vergrendeld': await count({ 'codeTries.lockedUntil': { $gt: portal.now() } }),
      'E-mail niet aangekomen': await count({ undelivered: { $ne: null } }),
      Geblokkeerd: await count({ 'access.state': 'blocked' }),
    });
  });

  it('leads from each figure to the employees behind it, and to who waits longest', async () => {
    const { $ } = await open();
    const href = $('.figures a').eq(1).attr('href') ?? '';
    assert.equal(href, '/werkgever/werknemers?filter=verlopen');
    const [first] = await Employees.find({ employer, 'access.state': 'invited' })
      .sort({ 'access.since': 1, _id: 1 })
      .limit(1);
    const link = $('main a').filter(
      (_, a) =>
        $(a)
          .attr('href')
          ?.endsWith(first?._id.toString() ?? '-') ?? false,
    );
    assert.equal(link.length, 1);
  });

  it('draws the share over time, with the same in a table and in words', async () => {
    const noted = [0, 10, 40].map((share, i) =>
      coverageDay(employer, daysAgo(60 - 20 * i), { active: 50, withTwoFactor: share / 2 }),
    );
    await CoverageDays.insertMany([
      ...noted,
      coverageDay(other, daysAgo(50), { active: 2, withTwoFactor: 2 }),
    ]);
    const { $, text } = await open();
    const now = Math.round(
      (100 * (await count({ 'access.state': 'active', 'twoFactor.state': 'on' }))) /
        (await count({ 'access.state': 'active' })),
    );
    assert.ok(text.includes(`naar ${now} % nu.`), text);
    const shares = $('tbody td')
      .toArray()
      .map((td) => squeeze($(td).text()));
    assert.deepEqual(
      shares,
      [now, 40, 10, 0].map((share) => `${share} %`),
    );
    const points = ($('polyline').attr('points') ?? '')
      .split(' ')
      .map((point) => point.split(',').map(Number));
    assert.deepEqual(
      points.map(([x]) => Math.round(x ?? NaN)),
      [0, 200, 400, 600],
    );
    assert.deepEqual(
      points.map(([, y]) => Math.round(100 - (y ?? NaN) / 2)),
      [0, 10, 40, now],
    );
    assert.equal($('svg[role=img]').attr('aria-labelledby'), $('figcaption').attr('id'));
  });

  it('goes back 90 days, a year or two years, and no other way', async () => {
    await CoverageDays.insertMany(
      [100, 99, 98, 97, 96, 95, 94, 400].map((days) =>
        coverageDay(employer, daysAgo(days), { active: 10, withTwoFactor: 1 }),
      ),
    );
    const days = () => officer.browser.page.$('tbody tr').length;
    await open();
    assert.equal(days(), 4);
    await officer.browser.follow('1 jaar');
    // One in seven days, and now.
    assert.equal(days(), 2);
    await officer.browser.follow('2 jaar');
    assert.equal(days(), 2);
    await open('?periode=eeuw');
    assert.equal(officer.browser.history.at(-1)?.status, 404);
  });

  it('is noted once a day for every employer, also by several processes, and kept for two years', async () => {
    await CoverageDays.deleteMany({});
    const notes = Array.from({ length: 4 }, () => coverageNotes(() => portal.now()));
    await Promise.all(notes.map((note) => note()));
    await Promise.all(notes.map((note) => note()));
    const found = await CoverageDays.find().sort({ active: -1 }).lean();
    assert.deepEqual(
      found.map(({ employer: of, day: on, active }) => [of.toString(), on, active]),
      [
        [employer.toString(), daysAgo(0), await count({ 'access.state': 'active' })],
        [
          other.toString(),
          daysAgo(0),
          await Employees.countDocuments({ employer: other, 'access.state': 'active' }),
        ],
      ],
    );
    await portal.pass({ minutes: 24 * 60 });
    await Promise.all(notes.map((note) => note()));
    assert.equal(await CoverageDays.countDocuments({ employer }), 2);
    await sweep(new Date(portal.now().getTime() + 700 * day));
    assert.equal(await CoverageDays.countDocuments({ employer }), 2);
    await sweep(new Date(portal.now().getTime() + 740 * day));
    assert.equal(await CoverageDays.countDocuments({ employer }), 0);
  });

  it('says of an employer without employees that nobody has access yet', async () => {
    const newcomer = await anOfficer(portal, await anEmployer('Nieuw B.V.'));
    await logIn(newcomer);
    const page = await newcomer.browser.open('/werkgever/dekking');
    assert.match(page.text, /Nog niemand heeft toegang\. .*Er is nog geen geschiedenis\./);
  });
});

describe('the line of Dekking', () => {
  it('goes straight on where days are missing, and is not there for one day', () => {
    const points = [
      { day: '2026-01-01', share: 0 },
      { day: '2026-01-02', share: 50 },
      { day: '2026-01-11', share: 100 },
    ];
    assert.equal(lineOf(points), '0.0,200.0 60.0,100.0 600.0,0.0');
    assert.equal(lineOf(points.slice(0, 1)), '');
    assert.equal(lineOf([]), '');
  });
});
