import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { makeDemo, type DemoLogin } from '../../src/demo/demo.js';
import { tellDemo } from '../../src/demo/tell.js';
import { verify } from '../../src/audit/verify.js';
import { Accounts, Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { countEmployees } from '../../src/models/employee-counts.js';
import { isGone } from '../../src/models/leaving.js';
import { Employers } from '../../src/models/employer.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { squeeze } from '../support/page.js';
import { anEmployer } from '../support/people.js';

const output = (isTTY: boolean) => {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => String(stream.read()) };
};

describe('the demo', () => {
  let portal: Portal;
  let told: DemoLogin[];

  const make = () =>
    makeDemo(portal.deps, (logins) => {
      told = logins;
      return Promise.resolve();
    });

  beforeEach(async () => {
    portal = await startPortal();
    told = [];
  });
  afterEach(() => portal.close());

  it('has the manual’s employer, its employee 338 and an officer, who log in with the passwords that are told', async () => {
    await make();
    assert.equal((await Employers.findOne().orFail().lean()).name, 'Wekkers B.V.');
    assert.equal(await Employees.countDocuments(), 145);
    for (const { username, password } of told) {
      const browser = new Browser(portal.app);
      await browser.open('/inloggen');
      assert.equal(
        (await browser.press('Inloggen', { Gebruikersnaam: username, Wachtwoord: password })).path,
        '/',
        username,
      );
      if (username !== 'hr') continue;
      await browser.open('/werkgever/werknemers?zoek=338');
      const { $ } = await browser.follow('Wekkers, P. van');
      const facts = $('dd')
        .toArray()
        .map((dd) => squeeze($(dd).text()));
      assert.deepEqual(facts.slice(0, 6), ['338', 'P', 'van', 'Wekkers', 'Nee', 'p.vanwekkers@mail.com']);
    }
  });

  it('has a beheerder, a medewerker who manages nobody, and a colleague who is invited', async () => {
    await make();
    for (const { username, password } of told.filter(({ who }) => who.startsWith('HR-medewerker'))) {
      const browser = new Browser(portal.app);
      await browser.open('/inloggen');
      await browser.press('Inloggen', { Gebruikersnaam: username, Wachtwoord: password });
      const { status, text } = await browser.open('/werkgever/hr-medewerkers');
      assert.equal(status, username === 'hr' ? 200 : 403);
      if (username === 'hr')
        assert.match(text, /F\. Smit ?Medewerker ?Toegang.*O\. Kaya ?Beheerder ?Uitgenodigd/);
    }
    assert.ok(told.some(({ username }) => username === 'f.smit'));
  });

  it('sends nobody a letter: its addresses are made up', async () => {
    await make();
    await portal.deps.relay.sweep();
    assert.deepEqual(await portal.letters(), []);
  });

  it('is made once, with other passwords each time [V6.3.2]', async () => {
    await make();
    const first = told;
    await make();
    assert.equal(told, first);
    assert.equal(new Set(first.map(({ password }) => password)).size, first.length);
  });

  it('is not made where somebody added an employer', async () => {
    await anEmployer('Echt B.V.');
    await make();
    assert.equal(await Accounts.countDocuments(), 0);
  });

  it('has employees in every state, and somebody in each list', async () => {
    await make();
    const { _id } = await Employers.findOne().orFail();
    const counts = await countEmployees(_id, portal.now());
    for (const [filter, count] of Object.entries(counts)) assert.ok(count > 0, filter);
    const officer = told.find(({ username }) => username === 'hr');
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    await browser.press('Inloggen', {
      Gebruikersnaam: 'hr',
      Wachtwoord: officer?.password ?? '',
    });
    const { text, $ } = await browser.open('/werkgever/dekking');
    assert.match(text, /\d+ % van de werknemers met toegang/);
    assert.ok($('tbody tr').length >= 90);
    const gone = await Employees.find({ leaving: { $exists: true } }).lean<Employee[]>();
    assert.ok(gone.some(isGone) && !gone.every(isGone));
    for (const { _id: id } of gone)
      assert.match((await browser.open(`/werkgever/werknemers/${id.toString()}`)).text, /Uit dienst vanaf/);
  });

  it('has something for the beheerder to decide, and something that was done for many', async () => {
    await make();
    const beheerder = told.find(({ username }) => username === 'hr');
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    await browser.press('Inloggen', { Gebruikersnaam: 'hr', Wachtwoord: beheerder?.password ?? '' });
    const { $ } = await browser.open('/werkgever/vier-ogen');
    assert.match($('main').text(), /Tweestapsverificatie op Nee[^]*F\. Smit[^]*nieuwe telefoon/);
    assert.equal($('button').filter((_, button) => $(button).text() === 'Bevestigen').length, 1);
    await browser.open('/werkgever/tegelijk');
    assert.equal(
      (await browser.follow('Gebruikersnaam versturen')).heading,
      'Gebruikersnaam versturen: klaar',
    );
  });

  it('has the history of half a year in its log, in order and whole', async () => {
    await make();
    const { _id } = await Employers.findOne().orFail();
    const entries = await AuditEntries.find({ employer: _id }).sort({ number: 1 }).lean<AuditEntry[]>();
    assert.ok(entries.length > 300, String(entries.length));
    const times = entries.map(({ at }) => at.getTime());
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
    );
    assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) > 150 * 24 * 60 * 60_000);
    assert.equal((await verify(_id, portal.deps.audit.seal)).isWhole, true);
  });

  it('has nobody more who can log in than those who are told', async () => {
    await make();
    const usernames = told.map(({ username }) => username);
    const others = await Accounts.find({ passwordHash: { $exists: true }, username: { $nin: usernames } });
    assert.ok(others.length > 50);
    for (const { passwordHash } of others.slice(0, 1))
      for (const { password } of told)
        assert.equal(await portal.deps.passwords.isRight(password, passwordHash ?? undefined), false);
  });

  it('is made anew when the portal was killed while it wrote its marker', async () => {
    await writeFile(join(portal.deps.config.dataDir, 'demo.unfinished'), '');
    await make();
    assert.equal(await Employers.countDocuments(), 1);
  });

  it('is made anew when the portal was killed before its passwords were told', async () => {
    await assert.rejects(makeDemo(portal.deps, () => Promise.reject(new Error('killed'))));
    await make();
    assert.equal(await Employers.countDocuments(), 1);
    assert.equal(await Employees.countDocuments(), 145);
    assert.ok(told.length >= 3);
  });

  describe('tells its passwords', () => {
    const logins = [{ who: 'HR-medewerker', username: 'hr', password: 'abcd-efgh-jkmn-pqrs' }];

    it('on a terminal', async () => {
      const { stream, text } = output(true);
      await tellDemo(logins, portal.deps.config.dataDir, stream);
      assert.match(text(), /HR-medewerker +hr +abcd-efgh-jkmn-pqrs/);
    });

    it('elsewhere in a file for the owner only, whatever stood there', async () => {
      const { dataDir } = portal.deps.config;
      const file = join(dataDir, 'demo.txt');
      await writeFile(file, 'of an earlier demo', { mode: 0o644 });
      const { stream, text } = output(false);
      await tellDemo(logins, dataDir, stream);
      const said = text();
      assert.ok(said.includes(file) && said.includes('hr'));
      assert.ok(!said.includes('abcd-efgh'));
      assert.match(await readFile(file, 'utf8'), /hr +abcd-efgh-jkmn-pqrs/);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
    });
  });
});
