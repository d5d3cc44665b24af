import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, formsOf } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import { act } from '../support/officer.js';
import {
  aNewcomer,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';
import { routesOf } from '../support/routes.js';

const chosen = 'een zin van toen ik begon';
const renewed = 'een zin van na het vergeten';

describe('after a full life of an employee, no page or file of the officers has', function () {
  this.timeout(180_000);
  let portal: Portal;
  let officer: Person;
  let employee: Person;
  /** All that the officer saw. */
  let everything: string;
  /** What stands in an address, by the section that has it. */
  const ids: Record<string, string> = {};
  const files: string[] = [];
  const secrets: string[] = [];
  const recoveryCodes: string[] = [];
  const tokens: string[] = [];
  const codes: string[] = [];
  /** What the database keeps instead of passwords and secrets. */
  const kept: string[] = [];

  const linkInLast = async () => {
    const { pathname } = new URL((await portal.letters()).at(-1)?.links[0] ?? '');
    tokens.push(pathname.split('/').at(-1) ?? '');
    return pathname;
  };
  const code = () => {
    codes.push(codeAt(employee.secret, portal.now()));
    return codes.at(-1) ?? '';
  };

  /** Opens every page and file that there is for officers. */
  async function look(): Promise<void> {
    const { passwordHash, twoFactor } = await record(employee);
    kept.push(passwordHash ?? '', twoFactor.state === 'on' ? twoFactor.secret : '');
    await portal.deps.relay.settled();
    for (const { method, path } of routesOf(portal)) {
      if (method !== 'get' || !path.startsWith('/werkgever')) continue;
      const address = path.replace(':id', ids[path.split('/')[2] ?? ''] ?? '');
      if (address.endsWith('.csv')) files.push(await officer.browser.download(address));
      else assert.equal((await officer.browser.open(address)).status, 200, address);
    }
  }

  async function setUp(): Promise<void> {
    await setUpTwoFactor(portal, employee);
    const { $ } = employee.browser.page;
    const shown = $('.recovery-codes li').toArray();
    recoveryCodes.push(...shown.map((li) => $(li).text().trim()));
    secrets.push(employee.secret);
    codes.push(codeAt(employee.secret, portal.now()));
    await portal.pass({ minutes: 1 });
  }

  async function signIn(typed: string, field: string, second: string): Promise<void> {
    employee = elsewhere(portal, employee);
    await logIn(employee, typed);
    await employee.browser.press('Inloggen', { [field]: second });
    assert.equal(employee.browser.page.path, '/');
    await portal.pass({ minutes: 1 });
  }

  before(async () => {
    portal = await startPortal({ OFFICER_ACTIONS_PER_HOUR: '1000' });
    const employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    const colleague = await anOfficer(portal, employer);
    const id = await aNewcomer(portal, employer);
    employee = { id, username: '', browser: new Browser(portal.app), secret: '' };
    const { browser } = officer;
    const idOnPage = () => browser.page.path.split('/').at(-1) ?? '';
    await logIn(officer);
    ids['hr-medewerkers'] = colleague.id.toString();
    ids.werknemers = id.toString();
    await browser.open('/werkgever/importeren');
    const file = Buffer.from('personeelsnummer;voorletters;achternaam;e-mailadres\n12;J.;Jansen;j@mail.com');
    await browser.upload('Bekijken', 'bestand', file, 'werknemers.csv');
    ids.importeren = idOnPage();

    // Invited, with all others of the list; a password; two-factor.
    await browser.open('/werkgever/werknemers');
    browser.tick('Kies Bakker, J.');
    const forTicked = 'De werknemers die ik heb aangevinkt';
    await browser.press('Verder', { 'Toegang verstrekken': '', [forTicked]: '' });
    ids.tegelijk = idOnPage();
    await browser.press('Toegang verstrekken');
    await portal.deps.background.settled();
    await look();
    employee.username = (await record(employee)).username ?? '';
    await employee.browser.open(await linkInLast());
    await employee.browser.press('Wachtwoord opslaan', { Wachtwoord: chosen });
    await logIn(employee, chosen);
    await setUp();
    await linkInLast();
    await look();

    // In with a code and with a recovery code; the officer helps; the password is forgotten.
    await signIn(chosen, 'Verificatiecode', code());
    await signIn(chosen, 'Herstelcode', recoveryCodes[0] ?? '');
    await look();
    await browser.open(`/werkgever/werknemers/${id.toString()}`);
    await act(browser, 'Op Nee zetten');
    assert.equal((await record(employee)).twoFactor.state, 'off');
    await look();
    const stranger = new Browser(portal.app);
    await stranger.open('/wachtwoord-vergeten');
    await stranger.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': employee.username });
    await portal.deps.background.settled();
    await look();
    await stranger.open(await linkInLast());
    await stranger.press('Wachtwoord opslaan', { 'Nieuw wachtwoord': renewed });
    employee = elsewhere(portal, employee);
    assert.equal((await logIn(employee, renewed)).path, '/');
    await setUp();
    await look();
    everything = [...browser.seen, ...files].join('\n');
  });
  after(() => portal.close());

  it('the secret of an app, in any form, nor what is kept of it or of a password', () => {
    // What is looked through is what there is.
    for (const seen of [employee.username, 'Herstelcode gebruikt', 'Nieuw wachtwoord gevraagd', 'Dekking'])
      assert.ok(everything.includes(seen), seen);
    assert.equal(new Set(secrets).size, 2);
    for (const form of secrets.flatMap(formsOf)) assert.ok(!everything.includes(form), form);
    const hidden = new Set(kept.filter(Boolean));
    assert.equal(hidden.size, 4);
    for (const one of hidden) assert.ok(!everything.includes(one), one);
  });

  it('a password', () => {
    for (const typed of [chosen, renewed].flatMap((one) => [
      one,
      one.replaceAll(' ', '+'),
      encodeURIComponent(one),
    ]))
      assert.ok(!everything.includes(typed), typed);
  });

  it('a recovery code or a verification code', () => {
    assert.ok(recoveryCodes.length >= 20, String(recoveryCodes.length));
    for (const shown of recoveryCodes)
      for (const form of [shown, shown.replaceAll(' ', ''), shown.replaceAll(' ', '-')])
        assert.ok(!everything.includes(form), form);
    assert.equal(codes.length, 3);
    // Six digits by themselves; those in times and ids stand among others.
    for (const one of codes) assert.doesNotMatch(everything, new RegExp(`(?<![\\w.:-])${one}(?![\\w.:-])`));
  });

  it('the token of a link', () => {
    assert.equal(new Set(tokens).size, 3);
    for (const token of tokens) {
      assert.ok(token.length >= 43, token);
      assert.ok(!everything.includes(token), token);
    }
  });
});
