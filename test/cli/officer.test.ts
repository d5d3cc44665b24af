import assert from 'node:assert/strict';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { runLoket } from '../support/loket.js';
import { act } from '../support/officer.js';
import {
  anEmployee,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

const chosen = 'een zin voor na de inbraak';

describe('an officer without access, at the command line', function () {
  // Each command is a process of its own.
  this.timeout(120_000);

  let portal: Portal;
  let employer: string;
  let officer: Person;
  let colleague: Person;

  const unblock = ({ username }: Person, ...more: string[]) => {
    const { dataDir, smtpUrl } = portal.deps.config;
    const words = ['officer', 'unblock', '--username', username, '--reason', 'gebeld op haar eigen nummer'];
    return runLoket([...words, ...more], { DATA_DIR: dataDir, SMTP_URL: smtpUrl });
  };
  const linkInLast = async () => new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer, { name: 'A. Eerste' });
    colleague = await anOfficer(portal, employer, { name: 'B. Tweede' });
    for (const who of [officer, colleague]) await logIn(who);
  });
  after(() => portal.close());

  it('who closed it with the link of a letter, is invited again, and logs in with a new password', async () => {
    await setUpTwoFactor(portal, officer);
    const post = new Browser(portal.app);
    await post.open(await linkInLast());
    assert.equal((await post.press('Mijn toegang blokkeren')).heading, 'Je toegang is geblokkeerd');
    assert.equal((await officer.browser.open('/')).path, '/inloggen');

    const { out, exitCode } = await unblock(officer);
    assert.deepEqual([out, exitCode], [`${officer.username} is invited again, by letter.\n`, 0]);
    assert.equal((await portal.letters()).at(-1)?.subject, 'Je toegang tot het Werknemerloket');
    const entry = await AuditEntries.findOne({ account: officer.id }).sort({ number: -1 }).lean<AuditEntry>();
    assert.deepEqual(
      [entry?.action, entry?.actor.kind, entry?.reason, entry?.identified],
      ['access-granted', 'administrator', 'gebeld op haar eigen nummer', true],
    );
    assert.equal((await logIn(elsewhere(portal, officer))).status, 400);

    await post.open(await linkInLast());
    assert.equal((await post.press('Wachtwoord opslaan', { Wachtwoord: chosen })).path, '/inloggen');
    const back = elsewhere(portal, officer);
    assert.equal((await logIn(back, chosen)).path, '/');
    assert.equal((await back.browser.open('/werkgever/werknemers')).status, 200);

    const again = await unblock(officer, '--json');
    assert.deepEqual(
      [again.out, again.err, again.exitCode],
      ['', 'error: this officer has not blocked their own access\n', 1],
    );
  });

  it('whom a colleague blocked, stays so: the colleague decides; and an employee is no officer', async () => {
    await colleague.browser.open(`/werkgever/hr-medewerkers/${officer.id.toString()}`);
    await act(colleague.browser, 'Blokkeren');
    const { err, exitCode } = await unblock(officer);
    assert.deepEqual([err, exitCode], ['error: this officer has not blocked their own access\n', 1]);
    assert.equal((await record(officer)).access.state, 'blocked');
    const employee = await anEmployee(portal, employer);
    assert.equal((await unblock(employee)).err, 'error: no officer has this username\n');
  });
});
