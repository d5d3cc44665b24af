import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { makeDemo, type DemoLogin } from '../../src/demo/demo.js';
import { tellDemo } from '../../src/demo/tell.js';
import { Accounts, Employees } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
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
    assert.equal(await Employees.countDocuments(), 25);
    for (const { username, password } of told) {
      const browser = new Browser(portal.app);
      await browser.open('/inloggen');
      assert.equal(
        (await browser.press('Inloggen', { Gebruikersnaam: username, Wachtwoord: password })).path,
        '/',
        username,
      );
      if (username !== 'hr') continue;
      await browser.open('/werkgever/werknemers');
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

  it('has its history in the log', async () => {
    await make();
    assert.equal(await AuditEntries.countDocuments({ action: 'access-granted' }), 4);
    assert.equal(await AuditEntries.countDocuments({ action: 'access-blocked' }), 1);
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
    assert.equal(await Employees.countDocuments(), 25);
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
