import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { changeAccess } from '../../src/employer/change-access.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt, formsOf, wrongCodeAt } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
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
import { act } from '../support/officer.js';

const chosen = 'een zin voor dit hele leven';
const changed = 'en een andere zin daarna';

describe('after a full life, the portal has nowhere told', function () {
  this.timeout(180_000);
  let portal: Portal;
  let employee: Person;
  let officer: Person;
  let secrets: string[];
  let recoveryCodes: string[];
  let tokens: string[];
  /** The database, the log, the letters, and all pages but those on which a secret waits for its first code. */
  let everything: string;

  const browsers: Browser[] = [];
  const inNewBrowser = (who: Person): Person => {
    const other = elsewhere(portal, who);
    browsers.push(other.browser);
    return other;
  };
  const code = (secret = employee.secret) => codeAt(secret, portal.now());
  const nextCode = () => portal.pass({ seconds: 30 });
  const codesOn = ({ browser: { page } }: Person) =>
    page
      .$('.recovery-codes li')
      .toArray()
      .map((li) => page.$(li).text().trim());
  const linkInLast = async () => {
    const link = new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;
    tokens.push(link.split('/').at(-1) ?? '');
    return link;
  };
  /** Pages that show a secret before it counts, and recovery codes when they are made. */
  const forget = ({ browser }: Person) => browser.seen.splice(0);

  async function signIn(who: Person, typed: string): Promise<void> {
    await logIn(who, typed);
    await who.browser.press('Inloggen', { Verificatiecode: code() });
    assert.equal(who.browser.page.path, '/');
    await nextCode();
  }

  async function givePasswordIfAsked(): Promise<void> {
    if (employee.browser.page.heading === 'Vul je wachtwoord in')
      await employee.browser.press('Verder', { Wachtwoord: changed });
  }

  async function setUp(): Promise<void> {
    await employee.browser.open('/2-factor-authenticatie');
    await givePasswordIfAsked();
    await setUpTwoFactor(portal, employee);
    recoveryCodes.push(...codesOn(employee));
    secrets.push(employee.secret);
    forget(employee);
    await nextCode();
  }

  async function live(): Promise<void> {
    const employer = await anEmployer();
    officer = inNewBrowser(await anOfficer(portal, employer));
    const id = await aNewcomer(portal, employer);
    const whom = { employer: new Types.ObjectId(employer), employee: id };
    await changeAccess(whom, 'grant', { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(id);
    const { username = '' } = await record({ id });
    employee = { id, username, browser: new Browser(portal.app), secret: '' };
    browsers.push(employee.browser);

    await employee.browser.open(await linkInLast());
    await employee.browser.press('Wachtwoord opslaan', { Wachtwoord: chosen });
    await logIn(employee, chosen);
    await employee.browser.open('/2-factor-authenticatie');
    await employee.browser.press('Toepassen', { Verificatiecode: wrongCodeAt('A'.repeat(32), portal.now()) });
    await setUp();

    // Every page, the errors too.
    for (const path of [
      '/',
      '/beveiliging',
      '/2-factor-authenticatie',
      '/wachtwoord-wijzigen',
      '/weg',
      '/uitleg',
    ])
      await employee.browser.open(path);
    await employee.browser.open('/werkgever/werknemers');
    await employee.browser.open('/2-factor-authenticatie/herstelcodes');
    forget(employee);
    await employee.browser.press('Ik heb deze codes bewaard');
    await employee.browser.open('/beveiliging');
    await employee.browser.post('/2-factor-authenticatie/uitschakelen', {
      _csrf: 'x',
      verificatiecode: code(),
    });
    await employee.browser.post(
      '/2-factor-authenticatie/uitschakelen',
      `_csrf=${employee.browser.token}&verificatiecode=${'1'.repeat(30_000)}`,
    );

    // In with a code, wrong ones until the lock, in with a recovery code.
    employee = inNewBrowser(employee);
    await signIn(employee, chosen);
    for (let login = 0; login < 2; login++) {
      const guesser = inNewBrowser(employee);
      await logIn(guesser, chosen);
      for (let tried = 0; tried < 5; tried++) {
        await guesser.browser.open('/inloggen/verificatie');
        const wrong = wrongCodeAt(employee.secret, portal.now());
        await guesser.browser.press('Inloggen', { Verificatiecode: wrong });
      }
    }
    const rescued = inNewBrowser(employee);
    await logIn(rescued, chosen);
    await rescued.browser.press('Inloggen', { Herstelcode: recoveryCodes[0] ?? '' });
    assert.equal(rescued.browser.page.path, '/');

    // Another password, and another phone.
    employee = rescued;
    await employee.browser.open('/wachtwoord-wijzigen');
    await employee.browser.press('Wachtwoord opslaan', {
      'Huidig wachtwoord': chosen,
      'Nieuw wachtwoord': changed,
      Verificatiecode: code(),
    });
    await nextCode();
    await employee.browser.open('/2-factor-authenticatie/nieuwe-telefoon');
    await givePasswordIfAsked();
    const next = employee.browser.page.$('.key').text();
    await employee.browser.press('Toepassen', {
      'Verificatiecode van je oude telefoon': code(),
      'Verificatiecode van je nieuwe telefoon': code(next),
    });
    employee.secret = next;
    secrets.push(next);
    recoveryCodes.push(...codesOn(employee));
    forget(employee);
    await nextCode();

    // Set to "Nee", set up once more, switched off, set up again, blocked and let in again.
    await logIn(officer);
    const path = `/werkgever/werknemers/${employee.id.toString()}`;
    await officer.browser.open(`${path}/tweestapsverificatie`);
    await officer.browser.press('Op Nee zetten', {
      Reden: 'telefoon gestolen',
      'Ik heb vastgesteld wie dit is': 'ja',
    });
    await portal.deps.relay.settled();
    employee = inNewBrowser(employee);
    await logIn(employee, changed);
    await setUp();
    await employee.browser.open('/2-factor-authenticatie');
    await employee.browser.press('Toepassen', { Verificatiecode: code() });
    await nextCode();
    await setUp();
    await linkInLast();
    await officer.browser.open(path);
    await act(officer.browser, 'Blokkeren');
    await officer.browser.press('Deblokkeren');
    employee = inNewBrowser(employee);
    await signIn(employee, changed);
    await employee.browser.open('/beveiliging');
  }

  before(async () => {
    secrets = [];
    recoveryCodes = [];
    tokens = [];
    portal = await startPortal();
    await live();
    const letters = JSON.stringify(await portal.letters());
    const pages = browsers.flatMap(({ seen }) => seen).join('\n');
    everything = [await portal.everythingStored(), portal.logged(), letters, pages].join('\n');
  });
  after(() => portal.close());

  it('a secret: not in any form, on any page, in any letter, line of the log or collection [V14.2.4]', () => {
    assert.equal(new Set(secrets).size, 4);
    // What is looked through is what there is.
    for (const known of [employee.username, 'Beveiliging', 'two-factor-on', '<p>Beste ', 'Auto-Submitted'])
      assert.ok(everything.includes(known));
    for (const form of secrets.flatMap(formsOf)) assert.ok(!everything.includes(form), form);
  });

  it('a recovery code: neither as it is shown nor as it is typed', () => {
    assert.ok(recoveryCodes.length >= 30, String(recoveryCodes.length));
    for (const shown of recoveryCodes) {
      assert.match(shown, /^\w{4} \w{4} \w{4} \w{4}$/);
      for (const form of [shown, shown.replaceAll(' ', ''), shown.replaceAll(' ', '-')])
        assert.ok(!everything.includes(form), form);
    }
  });

  it('a password', () => {
    for (const typed of [chosen, changed, encodeURIComponent(chosen), chosen.replaceAll(' ', '+')])
      assert.ok(!everything.includes(typed), typed);
  });

  it('a verification code, in the log or a letter [V16.2.5]', async () => {
    const told = portal.logged() + JSON.stringify(await portal.letters());
    // Six digits by themselves; those in times and ids stand among others.
    for (const [, digits = ''] of told.matchAll(/(?<![\w.:-])(\d{6})(?![\w.:-])/g))
      assert.fail(`${digits} could be a code`);
  });

  it('the token of a link, in the log or the database', async () => {
    assert.ok(tokens.length >= 2 && tokens.every((token) => token.length >= 43));
    const kept = portal.logged() + (await portal.everythingStored());
    for (const token of tokens) assert.ok(!kept.includes(token));
  });

  it('the id of a session, in the log, a letter or the database [V11.7.2]', async () => {
    const told = [
      portal.logged(),
      JSON.stringify(await portal.letters()),
      await portal.everythingStored(),
    ].join();
    const ids = browsers.map(({ cookies }) => /^s%3A([^.]+)/.exec(cookies.get('sessie') ?? '')?.[1] ?? '');
    assert.ok(ids.filter(Boolean).length >= 5);
    for (const id of ids.filter(Boolean)) assert.ok(!told.includes(id));
  });
});
