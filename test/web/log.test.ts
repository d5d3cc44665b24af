import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, wrongCodeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
} from '../support/people.js';

type Line = Record<string, unknown> & { msg: string };

describe('the log', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  const lines = () =>
    portal
      .logged()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  const last = (msg: string) => lines().findLast((line) => line.msg === msg);
  const events = (msg: string) =>
    lines()
      .filter((line) => line.msg === msg)
      .map(({ event }) => event);

  it('is JSON, a line for each request: when, from where, who, what, and how it went [V16.2.1, V16.2.2, V16.2.4]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await employee.browser.open('/beveiliging');
    const line = last('request');
    assert.match(String(line?.time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.match(String(line?.request), /^[0-9a-f]{12}$/);
    assert.match(String(line?.address), /127\.0\.0\.1$/);
    assert.equal(line?.account, employee.id.toString());
    assert.deepEqual([line.method, line.route, line.status], ['GET', '/beveiliging', 200]);
  });

  it('names each page that somebody asks by its route: an error, a guard and a link in a letter too', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const officer = await anOfficer(portal, await anEmployer());
    await logIn(officer);
    const { browser } = elsewhere(portal, employee);
    const routeOf = async (who: Browser, path: string) => {
      await who.open(path);
      return lines().findLast(({ msg, status }) => msg === 'request' && status !== 303)?.route;
    };
    assert.equal(await routeOf(browser, '/inloggen'), '/inloggen');
    await browser.press('Inloggen', { Gebruikersnaam: employee.username, Wachtwoord: password });
    assert.equal(last('request')?.route, '/inloggen/verificatie');
    for (const [path, route] of [
      ['/', '/'],
      ['/2-factor-authenticatie', '/2-factor-authenticatie'],
      ['/werkgever/werknemers', '/werkgever/werknemers'],
      [`/werkgever/werknemers/${employee.id.toString()}`, '/werkgever/werknemers/:id'],
      ['/wachtwoord-vergeten/geheim-uit-een-brief', '/wachtwoord-vergeten/:token'],
      ['/bestaat-niet', 'none'],
    ] as const) {
      assert.equal(await routeOf(officer.browser, path), route, path);
    }
    await new Browser(portal.app).open('/beveiliging');
    assert.ok(lines().some(({ status, route }) => status === 303 && route === '/beveiliging'));
    assert.doesNotMatch(portal.logged(), /geheim-uit-een-brief/);
  });

  it('has each login, how it went, and its end [V16.3.1]', async () => {
    const employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
    const asked = events('password checked').length;
    await logIn(employee, 'een verkeerde lange zin');
    await logIn(employee);
    await employee.browser.press('Inloggen', { Verificatiecode: wrongCodeAt(employee.secret, portal.now()) });
    await employee.browser.press('Inloggen', { Verificatiecode: codeAt(employee.secret, portal.now()) });
    await employee.browser.press('Uitloggen');
    assert.deepEqual(events('password checked').slice(asked), ['refused', 'code-asked']);
    assert.deepEqual(events('code checked'), ['problems', 'stage']);
    assert.equal(last('signed out')?.account, employee.id.toString());
  });

  it('has each change of access or two-factor, of whom and by whom, once [V16.3.1]', async () => {
    const employer = await anEmployer();
    const employee = await anEmployeeWithTwoFactor(portal, employer);
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${employee.id.toString()}`);
    await officer.browser.follow('Op Nee zetten');
    await officer.browser.press('Op Nee zetten', {
      Reden: 'telefoon gestolen',
      'Ik heb vastgesteld wie dit is': 'ja',
    });
    await portal.deps.relay.sweep();
    const entered = lines().filter(
      ({ msg, account }) => msg === 'entered in the audit log' && account === employee.id.toString(),
    );
    assert.deepEqual(
      entered.map(({ action }) => action),
      ['account-added-with-login', 'two-factor-on', 'two-factor-reset'],
    );
    assert.deepEqual(
      entered.map(({ by }) => by),
      ['administrator', employee.id.toString(), officer.id.toString()],
    );
  });

  it('has who was refused a page [V16.3.2]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    assert.equal((await employee.browser.open('/werkgever/werknemers')).status, 403);
    const line = last('request');
    assert.deepEqual([line?.status, line?.account], [403, employee.id.toString()]);
  });

  it('has forms without a token or from elsewhere, steps that were skipped, and too many tries [V16.3.3]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    const { browser } = employee;
    await browser.open('/inloggen');
    const form = { _csrf: browser.token, gebruikersnaam: employee.username, wachtwoord: password };
    await browser.post('/inloggen', { ...form, _csrf: 'x' });
    await browser.post('/inloggen', form, { Origin: 'https://evil.test' });
    assert.deepEqual(events('form refused'), ['token', 'other-site']);
    await browser.post('/beveiliging/uitloggen', form);
    assert.deepEqual(
      [last('step skipped')?.section, last('step skipped')?.stage],
      ['/beveiliging', 'anonymous'],
    );
    for (let i = 0; i < 6; i++) await logIn(employee, 'een verkeerde lange zin');
    assert.equal((await logIn(employee)).status, 429);
    assert.ok(lines().some(({ msg, status }) => msg === 'request' && status === 429));
  });

  it('takes no line from what somebody sends [V16.4.1]', async () => {
    const forged = 'x\r\n{"level":30,"msg":"forged"}\n';
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    await browser.press('Inloggen', { Gebruikersnaam: forged, Wachtwoord: forged });
    await browser.open(`/${encodeURIComponent(forged)}`);
    await browser.post(`/inloggen?${encodeURIComponent(forged)}`, { _csrf: forged });
    assert.equal(lines().filter(({ msg }) => msg === 'forged').length, 0);
    assert.doesNotMatch(portal.logged(), /forged/);
  });
});
