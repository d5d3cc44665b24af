import assert from 'node:assert/strict';
import supertest from 'supertest';
import { fill, paths } from '../../src/paths.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import { ownIds } from '../support/own-ids.js';
import {
  anEmployee,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';
import { stored } from '../support/stored.js';

const other = 'een heel andere lange zin';

describe('a form that was made by hand', () => {
  let portal: Portal;
  let employer: string;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    employee = await anEmployee(portal, employer);
    await logIn(employee);
  });
  after(() => portal.close());

  it('changes nothing anywhere without its token, whatever else is right in it [V3.5.1]', async () => {
    const on = await anEmployee(portal, employer);
    await logIn(on);
    await setUpTwoFactor(portal, on);
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    const colleague = await anOfficer(portal, employer);
    const ownId = await ownIds(employer, { officer: colleague.id, colleague: colleague.id, employee: on.id });
    await portal.pass({ minutes: 1 });
    const pending = elsewhere(portal, on);
    await logIn(pending);
    const form = {
      gebruikersnaam: on.username,
      wachtwoord: password,
      'huidig-wachtwoord': password,
      'nieuw-wachtwoord': other,
      verificatiecode: codeAt(on.secret, portal.now()),
      vastgesteld: 'ja',
    };
    const visitors = [elsewhere(portal, on), pending, on, officer];
    for (const { browser } of visitors) await browser.open('/');
    const before = await stored(portal);
    for (const { browser } of visitors) {
      for (const path of Object.values(paths)) {
        for (const token of [{}, { _csrf: employee.browser.token }]) {
          const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
          const filled = fill(path, { id: ownId(path), token: 'x' });
          const request = supertest(portal.app).post(filled).set('Cookie', cookies).type('form');
          const { status } = await request.send({ ...form, ...token });
          assert.ok([303, 403, 410].includes(status), `${path}: ${status}`);
        }
      }
    }
    assert.deepEqual(await stored(portal), before);
    await on.browser.open('/wachtwoord-wijzigen');
    await on.browser.post('/wachtwoord-wijzigen', { ...form, _csrf: on.browser.token });
    assert.notDeepEqual(await stored(portal), before);
  });

  it('sets no more than its page asks, by fields that the page does not have [V8.2.3]', async () => {
    const extra = {
      kind: 'officer',
      role: 'officer',
      employer: '0'.repeat(24),
      email: 'dief@mail.com',
      username: 'dief',
      passwordHash: 'x',
      version: '99',
      'access[state]': 'blocked',
      'twoFactor[state]': 'off',
      'twoFactor.secret': 'x',
      logins: '[]',
      $set: '{"kind":"officer"}',
    };
    await employee.browser.open('/wachtwoord-wijzigen');
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
    const before = await record(employee);
    const page = await employee.browser.post('/wachtwoord-wijzigen', {
      _csrf: employee.browser.token,
      'huidig-wachtwoord': password,
      'nieuw-wachtwoord': other,
      ...extra,
    });
    assert.equal(page.path, '/');
    await portal.deps.relay.settled();
    const after = await record(employee);
    assert.notEqual(after.passwordHash, before.passwordHash);
    assert.equal(await portal.deps.passwords.isRight(other, after.passwordHash), true);
    const { passwordHash, version, logins } = after;
    assert.deepEqual(after, { ...before, passwordHash, version, logins });
    assert.equal(version, before.version + 1);
  });

  it('does not move the portal’s clock [V6.5.8]', async () => {
    await setUpTwoFactor(portal, employee);
    const who = elsewhere(portal, employee);
    await logIn(who);
    const later = new Date(portal.now().getTime() + 10 * 60_000);
    const page = await who.browser.post(
      '/inloggen/verificatie',
      {
        _csrf: who.browser.token,
        verificatiecode: codeAt(employee.secret, later),
        time: String(later.getTime()),
        now: later.toISOString(),
      },
      { Date: later.toUTCString(), 'X-Timestamp': String(later.getTime()) },
    );
    assert.equal(page.status, 400);
    assert.match(page.text, /De verificatiecode klopt niet\./);
  });

  it('before its step leads to the step that somebody is at, and stores nothing [V2.2.3, V2.3.1]', async () => {
    await portal.pass({ minutes: 31 });
    const who = elsewhere(portal, employee);
    await logIn(who);
    await portal.pass({ minutes: 30 });
    await logIn(who);
    const before = await record(employee);
    for (const [path, step] of [
      ['/inloggen/verificatie', '/'],
      ['/2-factor-authenticatie/uitschakelen', '/'],
      ['/2-factor-authenticatie/nieuwe-telefoon', '/'],
      ['/2-factor-authenticatie/herstelcodes', '/'],
      ['/2-factor-authenticatie/nieuwe-herstelcodes', '/'],
    ] as const) {
      await who.browser.open('/2-factor-authenticatie');
      const page = await who.browser.post(path, { _csrf: who.browser.token, verificatiecode: '123456' });
      assert.equal(page.path, step, path);
    }
    assert.deepEqual((await record(employee)).twoFactor, before.twoFactor);
    assert.equal((await record(employee)).version, before.version);
  });
});
