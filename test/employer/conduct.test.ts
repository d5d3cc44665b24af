import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { Employees } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import {
  anEmployee,
  anEmployer,
  aNewcomer,
  anOfficer,
  logIn,
  record,
  type Person,
} from '../support/people.js';

describe('what an officer may not do', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const strangersAsked = () =>
    AuditEntries.find({ employer: new Types.ObjectId(employer), action: 'stranger-asked' }).lean<
      AuditEntry[]
    >();

  before(async () => {
    portal = await startPortal({ OFFICER_ACTIONS_PER_HOUR: '3' });
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  it('is see somebody of another employer: it is not there, and the own log says who asked [V8.2.2, V16.3.2]', async () => {
    const other = await anEmployer('Andere B.V.');
    const stranger = await anEmployee(portal, other);
    const path = `/werkgever/werknemers/${stranger.id.toString()}`;
    await portal.deps.relay.bring(officer.id);
    const letters = (await portal.letters()).length;
    assert.equal((await officer.browser.open(path)).status, 404);
    const [entry, ...more] = await strangersAsked();
    assert.deepEqual(more, []);
    assert.equal(entry?.actor.id?.toString(), officer.id.toString());
    assert.equal(entry.reason, path);
    const page = await officer.browser.open('/werkgever/logboek');
    assert.match(page.text, /Vroeg om iemand die niet bij deze werkgever hoort/);
    assert.equal((await portal.letters()).length, letters);
    const theirs = await AuditEntries.find({ employer: new Types.ObjectId(other) }).lean();
    assert.ok(theirs.every(({ action }) => action !== 'stranger-asked'));
  });

  it('says the same in the log of an address that is nobody’s', async () => {
    const nobody = new Types.ObjectId().toString();
    await officer.browser.open('/werkgever/werknemers');
    const page = await officer.browser.post(`/werkgever/werknemers/${nobody}/deblokkeren`, {
      _csrf: officer.browser.token,
    });
    assert.equal(page.status, 404);
    assert.equal((await strangersAsked()).length, 1);
  });

  it('is see an officer of another employer, either', async () => {
    const stranger = await anOfficer(portal, await anEmployer('Andere B.V.'));
    const { status } = await officer.browser.open(`/werkgever/hr-medewerkers/${stranger.id.toString()}`);
    assert.equal(status, 404);
    assert.equal((await strangersAsked()).length, 1);
  });

  it('fills the log no faster than once a minute', async () => {
    const ask = () => officer.browser.open(`/werkgever/werknemers/${new Types.ObjectId().toString()}`);
    for (let i = 0; i < 5; i++) assert.equal((await ask()).status, 404);
    assert.equal((await strangersAsked()).length, 1);
    await portal.pass({ minutes: 1 });
    await ask();
    assert.equal((await strangersAsked()).length, 2);
  });

  it('is change more than so much in an hour: the page says when to go on, and a colleague can [V2.4.1]', async () => {
    const employee = await anEmployee(portal, employer);
    const path = `/werkgever/werknemers/${employee.id.toString()}`;
    const send = async (who: Person) => {
      await who.browser.open(path);
      return who.browser.press('Gebruikersnaam versturen');
    };
    for (let i = 0; i < 3; i++) assert.equal((await send(officer)).status, 200);
    await portal.deps.relay.settled();
    const before = await record(employee);
    const page = await send(officer);
    assert.deepEqual([page.status, page.heading], [429, 'Je hebt veel gewijzigd']);
    assert.match(page.text, /Ga over 1 uur verder, of vraag een collega\./);
    assert.deepEqual(await record(employee), before);
    const colleague = await anOfficer(portal, employer);
    await logIn(colleague);
    assert.equal((await send(colleague)).status, 200);
    await portal.pass({ minutes: 60 });
    await logIn(officer);
    assert.equal((await send(officer)).status, 200);
  });

  it('is counted once for many employees at once, when that is confirmed', async () => {
    for (let i = 0; i < 5; i++) await aNewcomer(portal, employer);
    const { browser } = officer;
    await browser.open('/werkgever/werknemers');
    const everybody = 'Alle werknemers van deze lijst, op alle pagina’s';
    await browser.press('Verder', { 'Toegang verstrekken': '', [everybody]: '' });
    assert.equal((await browser.press('Toegang verstrekken')).status, 200);
    await portal.deps.relay.settled();
    const invited = { employer: new Types.ObjectId(employer), 'access.state': 'invited' };
    assert.equal(await Employees.countDocuments(invited), 5);
    const [one] = await Employees.find(invited).limit(1);
    const send = async () => {
      await browser.open(`/werkgever/werknemers/${one?._id.toString() ?? ''}`);
      return (await browser.press('Gebruikersnaam versturen')).status;
    };
    assert.deepEqual([await send(), await send(), await send()], [200, 200, 429]);
  });
});
