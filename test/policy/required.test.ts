import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { Employers } from '../../src/models/employer.js';
import { optional, required, type Policy, type TwoFactorPolicy } from '../../src/models/policy.js';
import { setPolicy } from '../../src/policy/set-policy.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  logIn,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

describe('an employer who requires two-factor', () => {
  let portal: Portal;
  let employer: string;
  let employee: Person;

  const requires = async (wanted: Partial<Policy>) => {
    const id = new Types.ObjectId(employer);
    const changed = await setPolicy(id, wanted, administrator, portal.now());
    await portal.deps.relay.bringEmployer(id);
    return changed;
  };
  const since = (from: Date): TwoFactorPolicy => ({ state: 'required', from });
  const menu = () =>
    employee.browser.page
      .$('header nav li')
      .toArray()
      .map((li) => employee.browser.page.$(li).text().trim());

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    employee = await anEmployee(portal, employer);
  });
  after(() => portal.close());

  describe('from now on', () => {
    beforeEach(() => requires({ employee: required }));

    it('leads who logs in to setting it up, with no way around [V6.3.3]', async () => {
      const page = await logIn(employee);
      assert.equal(page.heading, '2 FACTOR AUTHENTICATIE INSTELLEN');
      assert.match(
        page.text,
        /Je werkgever vraagt dat je 2 factor authenticatie gebruikt\. Stel het nu in\./,
      );
      assert.deepEqual(menu(), ['2 factor authenticatie', 'Uitleg', 'Uitloggen']);
      assert.equal(page.$('main a:contains("Annuleren")').length, 0);
      for (const path of ['/', '/beveiliging', '/inloggen', '/wachtwoord-wijzigen'])
        assert.equal((await employee.browser.open(path)).path, '/2-factor-authenticatie', path);
    });

    it('lets them read the help, and log out', async () => {
      await logIn(employee);
      assert.equal((await employee.browser.open('/uitleg')).heading, 'Uitleg over 2 factor authenticatie');
      await employee.browser.open('/2-factor-authenticatie');
      assert.match((await employee.browser.press('Uitloggen')).text, /Je bent uitgelogd\./);
    });

    it('lets them in once it is on', async () => {
      await logIn(employee);
      assert.equal((await setUpTwoFactor(portal, employee)).heading, 'Herstelcodes');
      assert.equal((await employee.browser.open('/beveiliging')).heading, 'Beveiliging');
      assert.deepEqual(menu(), ['Beveiliging', '2 factor authenticatie', 'Uitloggen']);
    });

    it('reaches who is logged in already, at their next click [V8.3.2]', async () => {
      await requires({ employee: optional });
      assert.equal((await logIn(employee)).path, '/');
      await requires({ employee: required });
      assert.equal((await employee.browser.open('/')).path, '/2-factor-authenticatie');
    });

    it('asks nothing of officers, who have a policy of their own [V8.4.2]', async () => {
      const officer = await anOfficer(portal, employer);
      assert.equal((await logIn(officer)).path, '/');
      await requires({ employee: optional, officer: required });
      assert.equal((await officer.browser.open('/werkgever/werknemers')).path, '/2-factor-authenticatie');
      assert.equal((await logIn(employee)).path, '/');
    });

    it('keeps it on: what there is instead of switching off says why', async () => {
      const who = await anEmployeeWithTwoFactor(portal, employer);
      const page = await who.browser.open('/2-factor-authenticatie');
      assert.equal(page.heading, '2 factor authenticatie');
      assert.match(page.text, /Daarom kun je het niet uitschakelen\./);
      assert.equal((await who.browser.open('/2-factor-authenticatie/uitschakelen')).heading, page.heading);
      const form = { _csrf: who.browser.token, verificatiecode: codeAt(who.secret, portal.now()) };
      assert.equal(
        (await who.browser.post('/2-factor-authenticatie/uitschakelen', form)).heading,
        page.heading,
      );
      assert.match((await who.browser.open('/')).text, /Staat aan sinds/);
    });

    it('leads who was set to "Nee" straight to setting it up', async () => {
      const who = await anEmployeeWithTwoFactor(portal, employer);
      const officer = await anOfficer(portal, employer);
      await logIn(officer);
      const path = `/werkgever/werknemers/${who.id.toString()}/tweestapsverificatie`;
      const page = await officer.browser.open(path);
      assert.match(page.text, /moet meteen na het inloggen 2 factor authenticatie opnieuw activeren/);
      await officer.browser.press('Op Nee zetten', {
        Reden: 'telefoon gestolen',
        'Ik heb vastgesteld wie dit is': 'ja',
      });
      await portal.deps.relay.settled();
      assert.equal((await logIn(who)).path, '/2-factor-authenticatie');
      assert.equal((await who.browser.open('/')).path, '/2-factor-authenticatie');
    });
  });

  it('from a later date says so on every page until then', async () => {
    const from = new Date(portal.now().getTime() + 24 * 3_600_000);
    await requires({ employee: since(from) });
    const page = await logIn(employee);
    assert.equal(page.path, '/');
    const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
    const words = `Vanaf ${day.format(from)} heb je 2 factor authenticatie nodig voor het Werknemerloket.`;
    assert.ok(page.text.includes(words), page.text);
    assert.ok((await employee.browser.open('/beveiliging')).text.includes(words));
    await portal.pass({ minutes: 24 * 60 });
    assert.equal((await logIn(employee)).path, '/2-factor-authenticatie');
  });

  it('says nothing to who has it on already', async () => {
    const who = await anEmployeeWithTwoFactor(portal, employer);
    await requires({ employee: since(new Date(portal.now().getTime() + 1000)) });
    assert.doesNotMatch((await who.browser.open('/')).text, /heb je 2 factor authenticatie nodig/);
  });

  describe('in its audit log', () => {
    const entries = () => AuditEntries.find({ employer }).lean<AuditEntry[]>();

    it('has who changed what, and when', async () => {
      const officer = since(portal.now());
      await requires({ officer });
      const [entry] = (await entries()).filter(({ account }) => account === undefined);
      assert.ok(entry);
      assert.equal(entry.action, 'policy-changed');
      assert.deepEqual(entry.policy, { officer });
      assert.equal(entry.actor.name, 'beheerder');
      assert.deepEqual(entry.at, portal.now());
    });

    it('has it once, also when the process that changed it was killed on the way', async () => {
      const change = {
        _id: new Types.ObjectId(),
        action: 'policy-changed' as const,
        at: portal.now(),
        actor: administrator,
      };
      await portal.deps.audit.enter({ ...change, employer: new Types.ObjectId(employer) });
      await Employers.updateOne({ _id: employer }, { $push: { changes: change } });
      await portal.deps.relay.sweep();
      assert.equal((await entries()).filter(({ account }) => account === undefined).length, 1);
      assert.deepEqual((await Employers.findById(employer).orFail()).changes.length, 0);
    });
  });
});
