import assert from 'node:assert/strict';
import { dateTime } from '../../src/dates.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { squeeze } from '../support/page.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  type Person,
} from '../support/people.js';

describe('the page of an employee says', function () {
  this.timeout(60_000);
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const pathOf = ({ id }: Person) => `/werkgever/werknemers/${id.toString()}`;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  it('what happened the last ten times, and where all of it stands', async () => {
    const employee = await anEmployee(portal, employer);
    await officer.browser.open(pathOf(employee));
    for (let turn = 1; turn <= 6; turn++) {
      await portal.pass({ minutes: 1 });
      await officer.browser.follow('Blokkeren');
      await officer.browser.press('Blokkeren', { Reden: `keer ${turn}` });
      await portal.pass({ minutes: 1 });
      await officer.browser.press('Deblokkeren');
    }
    const { $ } = await officer.browser.open(pathOf(employee));
    const happened = $('.rows li strong')
      .toArray()
      .map((what) => squeeze($(what.parent ?? what).text()).replace(/door H\. de Ruiter, .*/, ''));
    assert.deepEqual(
      happened,
      [6, 5, 4, 3, 2].flatMap((turn) => ['Toegang gedeblokkeerd', `Toegang geblokkeerd: keer ${turn}`]),
    );
    const log = await officer.browser.follow('Bekijk alles in het logboek');
    assert.equal(log.$('tbody tr').length, 13);
  });

  it('when they logged in last, which a password alone is not', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, employer);
    const lastLogin = async () => {
      const reader = elsewhere(portal, officer);
      await logIn(reader);
      const { $ } = await reader.browser.open(pathOf(employee));
      return $('dt')
        .filter((_, dt) => $(dt).text() === 'Laatst ingelogd')
        .next('dd')
        .text();
    };
    const asRead = () => dateTime(portal.now(), { language: 'nl' });
    const before = await lastLogin();
    assert.match(before, /^\d+ \w+ \d{4}, \d\d:\d\d$/);
    await portal.pass({ minutes: 60 });
    const again = elsewhere(portal, employee);
    await logIn(again);
    assert.equal(await lastLogin(), before);
    await again.browser.press('Inloggen', { Verificatiecode: codeAt(employee.secret, portal.now()) });
    assert.equal(again.browser.page.path, '/');
    assert.notEqual(asRead(), before);
    assert.equal(await lastLogin(), asRead());
  });
});
