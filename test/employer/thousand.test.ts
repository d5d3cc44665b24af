import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { verify } from '../../src/audit/verify.js';
import { Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { fill } from '../support/many.js';
import { squeeze } from '../support/page.js';
import {
  anEmployer,
  anOfficer,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

const header = 'personeelsnummer;voorletters;voorvoegsel;achternaam;e-mailadres;geboortedatum';
const surnames = ['Aalbers', 'Bakker', 'Çelik', 'Dijkstra', 'Jansen'];
const lineOf = (number: number, email = `w${number}@voorbeeld.nl`) =>
  `${number};P.;van;${surnames[number % surnames.length] ?? ''};${email};31-1-1980`;

describe('a day at an employer with 1,000 employees, beside another', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let beheerder: Person;
  let medewerker: Person;
  let elsewhere: Person;
  let employee: Employee;
  const page = () => `/werkgever/werknemers/${employee._id.toString()}`;
  const status = ({ browser }: Person) => browser.history.at(-1)?.status;
  const count = (action: string) => AuditEntries.countDocuments({ employer, action });

  async function imports({ browser }: Person, rows: string[]) {
    await browser.open('/werkgever/importeren');
    const file = Buffer.from([header, ...rows].join('\r\n'));
    await browser.upload('Bekijken', 'bestand', file, 'werknemers.csv');
    await browser.press('Importeren');
    await portal.deps.relay.settled();
  }

  /** Does something for all of a filter, and waits until it is done. */
  async function together({ browser }: Person, filter: string, what: string, reason?: string) {
    await browser.open(`/werkgever/werknemers?filter=${filter}`);
    await browser.press('Verder', { [what]: '', 'Alle werknemers van deze lijst, op alle pagina’s': '' });
    await browser.press(what, reason === undefined ? {} : { Reden: reason });
    await portal.deps.relay.settled();
    return browser.open(browser.page.path);
  }

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    const other = await anEmployer('Elders B.V.');
    await fill(new Types.ObjectId(other), 1_000, portal.now());
    beheerder = await anOfficer(portal, employer);
    medewerker = await anOfficer(portal, employer, { name: 'F. Smit', role: 'medewerker' });
    elsewhere = await anOfficer(portal, other);
    for (const officer of [beheerder, medewerker, elsewhere]) await logIn(officer);
  });
  after(() => portal.close());

  it('the medewerker imports them all, and finds them page by page', async () => {
    await imports(
      medewerker,
      Array.from({ length: 1_000 }, (_, i) => lineOf(i + 1)),
    );
    const { browser } = medewerker;
    await browser.open('/werkgever/werknemers?sorteer=nummer');
    const numbers: number[] = [];
    for (;;) {
      const { $ } = browser.page;
      numbers.push(
        ...$('tbody tr')
          .toArray()
          .map((row) => Number(squeeze($(row).children().eq(2).text()))),
      );
      if ($('a[rel=next]').length === 0) break;
      await browser.follow('Volgende');
    }
    assert.deepEqual(
      numbers,
      Array.from({ length: 1_000 }, (_, i) => i + 1),
    );
    employee = await Employees.findOne({ employer, number: '338' }).orFail().lean<Employee>();
  });

  it('the beheerder gives forty of them access, one of whom comes in and chooses a password', async () => {
    const { browser } = beheerder;
    const letters = (await portal.letters()).length;
    const { $ } = await browser.open('/werkgever/werknemers?zoek=338');
    browser.tick(squeeze($('tbody label').text()));
    await browser.press('Verder', { 'Toegang verstrekken': '' });
    await browser.press('Toegang verstrekken');
    await portal.deps.relay.settled();
    await browser.open('/werkgever/werknemers?sorteer=nummer');
    const boxes = browser.page.$('tbody label').toArray().slice(0, 39);
    browser.tick(...boxes.map((label) => squeeze(browser.page.$(label).text())));
    await browser.press('Verder', { 'Toegang verstrekken': '', 'De werknemers die ik heb aangevinkt': '' });
    await browser.press('Toegang verstrekken');
    await portal.deps.relay.settled();
    assert.equal(await count('access-granted'), 40);
    const sent = (await portal.letters()).slice(letters);
    assert.equal(new Set(sent.map(({ to }) => to)).size, 40);

    const visitor = new Browser(portal.app);
    await visitor.open(new URL(sent.find(({ to }) => to === employee.email)?.links[0] ?? '').pathname);
    await visitor.press('Wachtwoord opslaan', { Wachtwoord: password, Geboortedatum: '31-1-1980' });
    assert.equal((await record({ id: employee._id })).access.state, 'active');
  });

  it('somebody who lost their phone is helped within one page', async () => {
    const { username = '' } = await record({ id: employee._id });
    const owner = { id: employee._id, username, browser: new Browser(portal.app), secret: '' };
    await logIn(owner);
    await setUpTwoFactor(portal, owner);
    await medewerker.browser.open(`${page()}/tweestapsverificatie`);
    const helped = await medewerker.browser.press('Op Nee zetten', {
      Reden: 'telefoon kwijt',
      'Ik heb vastgesteld wie dit is': 'ja',
    });
    assert.match(helped.text, /Tweestapsverificatie staat op Nee/);
    owner.browser = new Browser(portal.app);
    assert.match((await logIn(owner)).heading, /^Welkom/);
  });

  it('the beheerder reminds who is invited, and after a break-in blocks and unblocks everybody', async () => {
    await together(beheerder, 'uitgenodigd', 'Uitnodiging opnieuw versturen');
    assert.equal(await count('access-granted'), 40 + 39);
    await together(beheerder, 'uitgenodigd', 'Gebruikersnaam versturen');
    assert.equal(await count('username-sent'), 39);
    const blocked = await together(beheerder, 'alle', 'Blokkeren', 'inbraak');
    assert.match(blocked.text, /960/);
    assert.equal(await count('access-blocked'), 40);
    await together(beheerder, 'geblokkeerd', 'Deblokkeren');
    assert.equal(await Employees.countDocuments({ employer, 'access.state': 'blocked' }), 0);
    assert.equal((await record({ id: employee._id })).access.state, 'active');
  });

  it('the beheerder invites a colleague, and finds what was done, by whom and to whom, in the log', async () => {
    const { browser } = beheerder;
    await browser.open('/werkgever/hr-medewerkers/uitnodigen');
    await browser.press('Uitnodigen', {
      'Naam van je collega': 'C. Pop',
      'E-mailadres': 'c.pop@mail.com',
      Medewerker: '',
    });
    await portal.deps.relay.settled();
    const found = async (query: string) => {
      const file = await browser.download(`/werkgever/logboek.csv?${query}`);
      return file.trimEnd().split('\r\n').slice(1);
    };
    const all = await found('');
    const of338 = await found('werknemer=338');
    assert.ok(of338.length >= 6 && of338.every((line) => line.includes('Dijkstra')), of338.join('\n'));
    assert.equal((await found('actie=access-blocked')).length, 40);
    const byMedewerker = await found(`door=${medewerker.id.toString()}`);
    assert.ok(byMedewerker.length >= 1_000 && byMedewerker.length < all.length);
    assert.ok(byMedewerker.every((line) => line.includes('F. Smit')));
  });

  it('an import with another e-mail address makes the next step wait for a colleague', async () => {
    await imports(medewerker, [lineOf(338, 'ander@voorbeeld.nl')]);
    await beheerder.browser.open(`${page()}/toegang-intrekken`);
    const asked = await beheerder.browser.press('Toegang intrekken', { Reden: 'nieuw adres' });
    assert.match(asked.text, /wacht/i);
    assert.equal((await record({ id: employee._id })).access.state, 'active');
    // Who imported the address is no second pair of eyes.
    assert.equal((await medewerker.browser.open('/werkgever/vier-ogen')).$('main form').length, 0);
    const colleague = await anOfficer(portal, employer, { name: 'N. Derde', role: 'medewerker' });
    await logIn(colleague);
    await colleague.browser.open('/werkgever/vier-ogen');
    await colleague.browser.press('Weigeren');
    assert.equal((await record({ id: employee._id })).access.state, 'active');
    assert.deepEqual([await count('approval-asked'), await count('approval-refused')], [1, 1]);
  });

  it('the beheerder notes that somebody leaves, requires two-step verification, and looks at Dekking', async () => {
    const { browser } = beheerder;
    await browser.open(`${page()}/uit-dienst`);
    const nextWeek = new Date(portal.now().getTime() + 7 * 24 * 60 * 60_000);
    const day = [nextWeek.getDate(), nextWeek.getMonth() + 1, nextWeek.getFullYear()].join('-');
    assert.match((await browser.press('Opslaan', { 'Uit dienst vanaf': day })).text, /Daarna stopt/);
    await browser.open(
      '/werkgever/beleid/gevolgen?tweestaps-werknemers=verplicht&vanaf-werknemers=1-1-2030&tweestaps-hr=eigen-keuze',
    );
    assert.match(browser.page.text, /1 persoon moet/);
    assert.match((await browser.press('Opslaan')).text, /Het beleid is opgeslagen/);
    const { text } = await browser.open('/werkgever/dekking');
    assert.match(text, /0 % van de werknemers met toegang gebruikt tweestapsverificatie: 0 van 1\./);
  });

  it('the medewerker manages neither colleagues nor policy; the beheerder blocks the medewerker', async () => {
    for (const address of ['/werkgever/hr-medewerkers', '/werkgever/beleid']) {
      await medewerker.browser.open(address);
      assert.equal(status(medewerker), 403);
    }
    await beheerder.browser.open(`/werkgever/hr-medewerkers/${medewerker.id.toString()}/blokkeren`);
    await beheerder.browser.press('Blokkeren', { Reden: 'andere baan' });
    assert.equal((await medewerker.browser.open('/')).heading, 'Inloggen Werknemerloket');
  });

  it('the officer of the other employer finds nothing of all this, which their own log says', async () => {
    const { path: batch } = await beheerder.browser.open('/werkgever/tegelijk').then(async () => {
      const href = beheerder.browser.page.$('tbody a').first().attr('href') ?? '';
      return beheerder.browser.open(href);
    });
    for (const address of [
      page(),
      `${page()}/uit-dienst`,
      `${page()}/gegevens`,
      batch,
      `${batch}/uitslag.csv`,
    ]) {
      await elsewhere.browser.open(address);
      assert.equal(status(elsewhere), 404, address);
      await portal.pass({ minutes: 1 });
    }
    const own = await AuditEntries.find({ account: elsewhere.id, action: 'stranger-asked' });
    assert.equal(own.length, 5);
    assert.equal(
      (await elsewhere.browser.open('/werkgever/werknemers?zoek=ander@voorbeeld.nl')).$('tbody').length,
      0,
    );
  });

  it('the log has it all, whole', async () => {
    const { browser } = beheerder;
    const entries = await AuditEntries.countDocuments({ employer });
    const file = await browser.download('/werkgever/logboek.csv');
    assert.equal(file.trimEnd().split('\r\n').length, entries + 1);
    const verdict = await verify(new Types.ObjectId(employer), portal.deps.audit.seal);
    assert.deepEqual([verdict.isWhole, entries > 1_040], [true, true]);
  });
});
