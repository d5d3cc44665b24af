import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import type { Employee } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import {
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  logIn,
  record,
  type Person,
} from '../support/people.js';
import { named, routesOf, type Route } from '../support/routes.js';

/** "/werkgever/werknemers" of all that lies below it. */
const sectionOf = (path: string) => path.split('/').slice(0, 3).join('/');

describe('every address with somebody or something of another employer in it', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let other: string;
  let officer: Person;
  let stranger: Person;
  let employee: Person;
  /** What there is at the other employer, by the section that has it. */
  let theirs: Record<string, string>;

  const idOn = ({ browser: { page } }: Person) => page.path.split('/').at(-1) ?? '';

  async function live(): Promise<void> {
    const { browser } = stranger;
    await browser.open('/werkgever/importeren');
    const file = Buffer.from('personeelsnummer;voorletters;achternaam;e-mailadres\n12;J.;Jansen;j@mail.com');
    await browser.upload('Bekijken', 'bestand', file, 'werknemers.csv');
    const imported = idOn(stranger);
    await browser.open('/werkgever/werknemers');
    browser.tick('Kies Wekkers, P. van');
    const forTicked = 'De werknemers die ik heb aangevinkt';
    await browser.press('Verder', { 'Gebruikersnaam versturen': '', [forTicked]: '' });
    const batch = idOn(stranger);
    const path = `/werkgever/werknemers/${employee.id.toString()}`;
    await browser.open(`${path}/gegevens`);
    await browser.press('Opslaan', { 'E-mailadres': 'nieuw@mail.com' });
    await browser.open(`${path}/tweestapsverificatie`);
    const why = { Reden: 'telefoon kwijt', 'Ik heb vastgesteld wie dit is': 'ja' };
    await browser.press('Op Nee zetten', why);
    const { waiting } = (await record(employee)) as Employee;
    theirs = {
      '/werkgever/werknemers': employee.id.toString(),
      '/werkgever/hr-medewerkers': stranger.id.toString(),
      '/werkgever/importeren': imported,
      '/werkgever/tegelijk': batch,
      '/werkgever/vier-ogen': waiting?.['reset-two-factor']?._id.toString() ?? '',
    };
    for (const id of Object.values(theirs)) assert.match(id, /^[0-9a-f]{24}$/);
  }

  before(async () => {
    portal = await startPortal({ OFFICER_ACTIONS_PER_HOUR: '1000' });
    employer = await anEmployer();
    other = await anEmployer('Andere B.V.');
    officer = await anOfficer(portal, employer);
    stranger = await anOfficer(portal, other);
    employee = await anEmployeeWithTwoFactor(portal, other);
    for (const who of [stranger, officer]) await logIn(who);
    await live();
    await portal.deps.relay.sweep();
    await officer.browser.open('/werkgever/werknemers');
  });
  after(() => portal.close());

  const strangersAsked = (whose: string) =>
    AuditEntries.countDocuments({ employer: whose, action: 'stranger-asked' });

  /** Asks it as the officer, a minute after what was asked before. */
  async function assertUnknown(
    { method, path }: Route,
    token: string,
    more: Record<string, string> = {},
  ): Promise<void> {
    await portal.pass({ minutes: 1 });
    const before = await strangersAsked(employer);
    const filled = { _csrf: token, reden: 'telefoon kwijt', vastgesteld: 'ja', ...more };
    const { status } = await (method === 'get'
      ? officer.browser.open(path)
      : officer.browser.post(path, filled));
    assert.equal(status, 404, named({ method, path }));
    assert.equal(await strangersAsked(employer), before + 1, named({ method, path }));
  }

  it('is not there, as one that is nobody’s, and the own log has who asked', async () => {
    const { token } = officer.browser;
    const before = [await record(employee), await record(stranger)];
    const routes = routesOf(portal).filter(({ path }) => /^\/werkgever\/.*:/.test(path));
    assert.ok(routes.length >= 30, `${routes.length} routes`);
    for (const { method, path } of routes) {
      const id = theirs[sectionOf(path)];
      assert.ok(id, path);
      for (const one of [id, new Types.ObjectId().toString()])
        await assertUnknown({ method, path: path.replace(':id', one) }, token);
    }
    assert.deepEqual([await record(employee), await record(stranger)], before);
    assert.equal(await strangersAsked(other), 0);
  });

  it('is so too where it is asked for in a search of the log, its file, or a choice of many', async () => {
    await officer.browser.open('/werkgever/werknemers');
    const { token } = officer.browser;
    for (const id of [stranger.id, employee.id, new Types.ObjectId()]) {
      for (const query of [`door=${id.toString()}`, `over=${id.toString()}`])
        for (const path of ['/werkgever/logboek', '/werkgever/logboek.csv'])
          await assertUnknown({ method: 'get', path: `${path}?${query}` }, token);
      const ticked = { 'wie[]': id.toString(), wat: 'blokkeren', voor: 'aangevinkt' };
      await assertUnknown({ method: 'post', path: '/werkgever/werknemers' }, token, ticked);
    }
  });
});
