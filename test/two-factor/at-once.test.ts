import assert from 'node:assert/strict';
import { AuditEntries } from '../../src/models/audit-entry.js';
import type { Action } from '../../src/models/change.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployer,
  elsewhere,
  logIn,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

const times = 50;

describe(`the same thing, ${times} times at the same moment`, function () {
  this.timeout(180_000);
  let portal: Portal;
  let employee: Person;
  let recoveryCode: string;

  const code = () => codeAt(employee.secret, portal.now());
  const entries = (action: Action) => AuditEntries.countDocuments({ account: employee.id, action });
  const letters = async (subject: string) =>
    (await portal.letters()).filter((letter) => letter.subject === subject).length;

  const copyOf = (who: Person): Person => {
    const copy = elsewhere(portal, who);
    for (const [name, value] of who.browser.cookies) copy.browser.cookies.set(name, value);
    copy.browser.page = who.browser.page;
    return copy;
  };

  /** Each gave the password, in a browser of their own, and has the code page in front of them. */
  async function pendingLogins(howMany: number): Promise<Person[]> {
    const all = Array.from({ length: howMany }, () => elsewhere(portal, employee));
    await Promise.all(all.map((who) => logIn(who)));
    return all;
  }

  beforeEach(async () => {
    // So that none of them is turned away uncounted.
    portal = await startPortal({
      PASSWORD_TRIES_PER_ADDRESS: '1000',
      PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS: '1000',
      PASSWORD_TRIES_WITHOUT_WAIT: '1000',
      RECOVERY_CODE_TRIES_PER_DAY: '1000',
      CODE_TRIES_PER_LOGIN: '1000',
    });
    employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    const { $ } = await setUpTwoFactor(portal, employee);
    recoveryCode = $('.recovery-codes li').first().text().trim();
    await portal.deps.relay.settled();
    await portal.pass({ minutes: 1 });
  });
  afterEach(() => portal.close());

  it('a right code, from as many pending logins: one gets in', async () => {
    const before = (await record(employee)).logins.length;
    const all = await pendingLogins(times);
    const pages = await Promise.all(
      all.map(({ browser }) => browser.press('Inloggen', { Verificatiecode: code() })),
    );
    assert.equal(pages.filter(({ path }) => path === '/').length, 1);
    const refused = pages.filter(({ text }) => text.includes('Deze code is al gebruikt.'));
    assert.equal(refused.length, times - 1);
    assert.equal((await record(employee)).logins.length, before + 1);
  });

  it('a right code, from one pending login: one login', async () => {
    const before = (await record(employee)).logins.length;
    const [pending] = await pendingLogins(1);
    assert.ok(pending);
    const all = Array.from({ length: times }, () => copyOf(pending));
    await Promise.all(all.map(({ browser }) => browser.press('Inloggen', { Verificatiecode: code() })));
    assert.equal((await record(employee)).logins.length, before + 1);
    const sessions = all.map(({ browser }) => browser.cookies.get('sessie'));
    const inside = await Promise.all(all.map(({ browser }) => browser.open('/beveiliging')));
    const opened = sessions.filter((_, i) => inside[i]?.path === '/beveiliging');
    assert.equal(new Set(opened).size, 1);
  });

  it('a right code to switch two-factor off, from five browsers: it goes off once', async () => {
    const browsers = [employee];
    while (browsers.length < 5) {
      const [who] = await pendingLogins(1);
      assert.ok(who);
      await who.browser.press('Inloggen', { Verificatiecode: code() });
      await portal.pass({ seconds: 30 });
      browsers.push(who);
    }
    for (const { browser } of browsers) await browser.open('/2-factor-authenticatie');
    const { version } = await record(employee);
    const all = Array.from({ length: times }, (_, i) => copyOf(browsers[i % browsers.length] ?? employee));
    await Promise.all(all.map(({ browser }) => browser.press('Toepassen', { Verificatiecode: code() })));
    const { twoFactor, logins, version: after } = await record(employee);
    assert.deepEqual(twoFactor, { state: 'off' });
    assert.equal(logins.length, 1);
    assert.equal(after, version + 1);
    assert.equal(await entries('two-factor-off'), 1);
    assert.equal(await letters('2 factor authenticatie staat uit'), 1);
  });

  it('a recovery code, from as many pending logins: one gets in, and one entry and one letter say so', async () => {
    const all = await pendingLogins(times);
    const pages = await Promise.all(
      all.map(({ browser }) => browser.press('Inloggen', { Herstelcode: recoveryCode })),
    );
    assert.equal(pages.filter(({ path }) => path === '/').length, 1);
    const refused = pages.filter(({ text }) => text.includes('of je hebt hem al gebruikt'));
    assert.equal(refused.length, times - 1);
    assert.equal((await record(employee)).recovery?.hashes.length, 9);
    assert.equal(await entries('recovery-code-used'), 1);
    assert.equal(await letters('Er is een herstelcode gebruikt'), 1);
  });
});
