import assert from 'node:assert/strict';
import { clock } from '../../src/dates.js';
import { carryOutLeavings } from '../../src/leaving/carry-out.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { Accounts, type Employee } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { act } from '../support/officer.js';
import {
  aNewcomer,
  anEmployee,
  anEmployer,
  anOfficer,
  logIn,
  record,
  type Person,
} from '../support/people.js';

const day = 24 * 60;

describe('an employee who leaves', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let employee: Person;

  beforeEach(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    employee = await anEmployee(portal, employer);
    await portal.deps.relay.sweep();
    await portal.deps.outbox.sweep();
    await logIn(officer);
    await logIn(employee);
  });
  afterEach(() => portal.close());

  const pageOf = ({ id }: Pick<Person, 'id'>) => `/werkgever/werknemers/${id.toString()}`;
  /** A day so many from today, as people write it. */
  const inDays = (days: number) =>
    clock(new Date(portal.now().getTime() + days * day * 60_000))
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('-');

  async function leaves(typed: string, who: Pick<Person, 'id'> = employee) {
    await officer.browser.open(pageOf(who));
    await officer.browser.follow('Uit dienst');
    return officer.browser.press('Opslaan', { 'Uit dienst vanaf': typed });
  }
  async function takenBack() {
    await officer.browser.open(pageOf(employee));
    await officer.browser.follow('Uit dienst');
    return officer.browser.press('Datum terugnemen');
  }
  /** What the portal does every minute. */
  async function housekeeping() {
    await carryOutLeavings(portal.deps);
    await portal.deps.outbox.sweep();
  }
  const pass = async (days: number) => {
    await portal.deps.relay.settled();
    await portal.pass({ minutes: days * day });
    await housekeeping();
    await logIn(officer);
  };
  const subjects = async () =>
    (await portal.letters()).map(({ subject }) => subject.replace(/.*Werknemerloket /, ''));
  const entries = (action: string) => AuditEntries.find({ employer, action }).lean<AuditEntry[]>();

  it('can log in for 30 days after, is told at once and a week before, and is then blocked by the portal', async () => {
    const letters = (await portal.letters()).length;
    const page = await leaves(inDays(10));
    assert.match(
      page.text,
      /P\. van Wekkers kan inloggen tot \d+ \w+ \d{4}\. Daarna stopt de toegang vanzelf\./,
    );
    assert.match(page.text, /Uit dienst vanaf \d+ \w+ \d{4}\. Toegang tot/);
    assert.match(
      (await employee.browser.open('/beveiliging')).text,
      /Je bent uit dienst vanaf .* Je kunt inloggen tot/,
    );

    await pass(32);
    assert.deepEqual(await entries('leaving-reminded'), []);
    await pass(1);
    await housekeeping();
    assert.equal((await entries('leaving-reminded')).length, 1);
    await logIn(employee);
    assert.equal((await employee.browser.open('/')).heading, 'Welkom, P. van Wekkers');
    assert.deepEqual(await entries('access-ended'), []);

    await pass(7);
    await housekeeping();
    const ended = await entries('access-ended');
    assert.deepEqual(
      ended.map(({ actor }) => [actor.kind, actor.name]),
      [['portal', 'Werknemerloket']],
    );
    assert.equal((await employee.browser.open('/')).heading, 'Inloggen Werknemerloket');
    const told = (await portal.letters()).slice(letters).map(({ subject, to }) => [subject, to]);
    assert.deepEqual(told, [
      ['Je toegang tot het Werknemerloket na je dienstverband', 'p.vanwekkers@mail.com'],
      ['Je toegang tot het Werknemerloket stopt over een week', 'p.vanwekkers@mail.com'],
      ['Je toegang tot het Werknemerloket is gestopt', 'p.vanwekkers@mail.com'],
    ]);
    const own = await officer.browser.open(pageOf(employee));
    assert.match(own.text, /Geblokkeerd/);
    assert.match(own.text, /Door Werknemerloket\./);
    assert.match(own.text, /Toegang gestopt na het dienstverband: .*door het Werknemerloket zelf/);
  });

  it('is let in again only when the date is taken back', async () => {
    await leaves(inDays(0));
    await pass(31);
    const page = await officer.browser.open(pageOf(employee));
    assert.match(page.text, /Neem de datum terug om weer toegang te geven/);
    assert.ok(!page.$('main button, main a').text().includes('Deblokkeren'));
    await officer.browser.post(`${pageOf(employee)}/deblokkeren`, { _csrf: officer.browser.token });
    assert.equal((await record(employee)).access.state, 'blocked');
    assert.match((await takenBack()).text, /P\. van Wekkers blijft in dienst/);
    assert.equal((await record(employee)).access.state, 'active');
    assert.equal((await logIn(employee)).heading, 'Welkom, P. van Wekkers');
    assert.equal((await subjects()).at(-1), 'blijft');
  });

  it('stays blocked when it was an officer who blocked them', async () => {
    await officer.browser.open(pageOf(employee));
    await act(officer.browser, 'Blokkeren');
    await leaves(inDays(0));
    await pass(31);
    assert.deepEqual(await entries('access-ended'), []);
    await takenBack();
    const { access } = await record(employee);
    assert.ok(access.state === 'blocked' && access.by === 'H. de Ruiter');
    const page = await officer.browser.open(pageOf(employee));
    assert.ok(page.$('main button').text().includes('Deblokkeren'));
  });

  it('gets no letter, and no access any more, when they never had it', async () => {
    const id = await aNewcomer(portal, employer);
    const letters = (await portal.letters()).length;
    await leaves(inDays(0), { id });
    await pass(31);
    assert.equal((await portal.letters()).length, letters);
    const page = await officer.browser.open(pageOf({ id }));
    assert.ok(!page.$('main button').text().includes('Toegang verstrekken'));
    await officer.browser.post(`${pageOf({ id })}/toegang-verstrekken`, { _csrf: officer.browser.token });
    assert.equal((await record({ id })).access.state, 'none');
  });

  it('loses access at once when the time is over already, and the letter says so', async () => {
    const page = await leaves(inDays(-40));
    assert.match(page.text, /De toegang van P\. van Wekkers is gestopt/);
    assert.equal((await record(employee)).access.state, 'blocked');
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
    const [set, ended] = (await portal.letters()).slice(-2);
    assert.match(set?.text ?? '', /stopt daarom nu/);
    assert.match(ended?.text ?? '', /Daarom is je toegang tot het Werknemerloket op .* gestopt/);
    await housekeeping();
    assert.equal((await entries('access-ended')).length, 1);
    assert.deepEqual(await entries('leaving-reminded'), []);
  });

  it('stays without access when one day that is past becomes another, until the date is taken back', async () => {
    await leaves(inDays(-40));
    await housekeeping();
    const { access } = await record(employee);
    await leaves(inDays(-50));
    assert.deepEqual((await record(employee)).access, access);
    await housekeeping();
    assert.equal((await entries('access-ended')).length, 1);
    await takenBack();
    assert.equal((await record(employee)).access.state, 'active');
  });

  it('has access again with a day that is to come', async () => {
    await leaves(inDays(-40));
    await leaves(inDays(10));
    assert.equal((await record(employee)).access.state, 'active');
  });

  it('can log in for whole days, also when the clock changes meanwhile', async () => {
    const year = portal.now().getFullYear() + 1;
    for (const [typed, last, until] of [
      [`15-10-${year}`, `14 november ${year}`, `${year}-11-13T23:00:00.000Z`],
      [`10-3-${year}`, `9 april ${year}`, `${year}-04-08T22:00:00.000Z`],
    ] as const) {
      assert.ok((await leaves(typed)).text.includes(`kan inloggen tot ${last}.`), typed);
      const { leaving } = (await record(employee)) as Employee;
      assert.equal(leaving?.until.toISOString(), until);
    }
  });

  it('gets another date, which counts instead; the same one changes nothing', async () => {
    await leaves(inDays(0));
    await leaves(inDays(100));
    const count = (await entries('leaving-set')).length;
    assert.match((await leaves(inDays(100))).text, /Er is niets veranderd/);
    assert.equal((await entries('leaving-set')).length, count);
    await pass(31);
    assert.equal((await record(employee)).access.state, 'active');
    await pass(100);
    assert.equal((await record(employee)).access.state, 'blocked');
  });

  it('does so once, however many processes come to it at the same moment', async () => {
    await leaves(inDays(0));
    for (const days of [23, 7]) {
      await portal.pass({ minutes: days * day });
      await Promise.all(Array.from({ length: 8 }, () => carryOutLeavings(portal.deps)));
    }
    await portal.deps.outbox.sweep();
    assert.equal((await entries('leaving-reminded')).length, 1);
    assert.equal((await entries('access-ended')).length, 1);
    const ends = (await portal.letters()).filter(({ subject }) => /is gestopt|stopt over/.test(subject));
    assert.equal(ends.length, 2);
  });

  it('keeps the date that a colleague set since the page was opened', async () => {
    const colleague = await anOfficer(portal, employer, { name: 'F. Smit' });
    await logIn(colleague);
    await colleague.browser.open(`${pageOf(employee)}/uit-dienst`);
    await leaves(inDays(10));
    const page = await colleague.browser.press('Opslaan', { 'Uit dienst vanaf': inDays(20) });
    assert.match(page.text, /Er is niets veranderd: deze werknemer is intussen gewijzigd/);
    assert.equal((await entries('leaving-set')).length, 1);
  });

  it('takes a day that exists, at most two years away, and keeps what was typed', async () => {
    for (const typed of ['', '31-2-2027', 'morgen', '1-12-2062', '2026-13-01', "1'; drop"]) {
      const page = await leaves(typed);
      assert.match(page.text, /Vul een dag in, zoals 1-12-2026/);
      assert.equal(officer.browser.history.at(-1)?.status, 400);
      assert.equal(page.$('#uit-dienst').attr('value') ?? '', typed);
    }
    assert.equal((await Accounts.findById(employee.id).lean<{ leaving?: unknown }>())?.leaving, undefined);
  });

  it('has as many days as the policy says when the date is set', async () => {
    const asked = (days: string) =>
      officer.browser.open(
        `/werkgever/beleid/gevolgen?tweestaps-werknemers=eigen-keuze&tweestaps-hr=eigen-keuze&dagen-na-uit-dienst=${days}`,
      );
    for (const wrong of ['366', '-1', 'veel']) {
      const page = await asked(wrong);
      assert.match(page.text, /Vul een getal in van 0 tot 365/);
    }
    await asked('3');
    assert.match(officer.browser.page.text, /kan na die dag nog 3 dagen inloggen/);
    assert.match((await officer.browser.press('Opslaan')).text, /Het beleid is opgeslagen/);
    await leaves(inDays(0));
    await pass(2);
    assert.equal((await record(employee)).access.state, 'active');
    await pass(1);
    assert.equal((await record(employee)).access.state, 'blocked');
    const [entry] = await entries('policy-changed');
    assert.equal(entry?.policy?.daysAfterLeaving, 3);
    assert.match((await officer.browser.open('/werkgever/logboek')).text, /toegang na uit dienst: 3 dagen/);
  });

  it('is not somebody of another employer [V8.2.2]', async () => {
    const stranger = await anOfficer(portal, await anEmployer('Elders B.V.'));
    await logIn(stranger);
    await stranger.browser.open(`${pageOf(employee)}/uit-dienst`);
    assert.equal(stranger.browser.history.at(-1)?.status, 404);
    await stranger.browser.open('/werkgever/werknemers');
    await stranger.browser.post(`${pageOf(employee)}/uit-dienst`, {
      _csrf: stranger.browser.token,
      'uit-dienst': inDays(0),
    });
    assert.equal(stranger.browser.history.at(-1)?.status, 404);
    assert.deepEqual(await entries('leaving-set'), []);
  });
});
