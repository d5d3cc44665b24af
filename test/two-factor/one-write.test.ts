import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  logIn,
  setUpTwoFactor,
} from '../support/people.js';

interface Update {
  $set?: Record<string, unknown>;
  $push?: Record<string, unknown>;
  $pull?: Record<string, unknown>;
}

// A process that is killed between two writes leaves the first without the second.
describe('what belongs together is one write', () => {
  let portal: Portal;
  let employer: string;
  let updates: Update[] = [];

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer();
    mongoose.set('debug', (collection: string, _method: string, _filter: unknown, update: Update) => {
      if (collection === 'accounts') updates.push(update);
    });
  });
  after(async () => {
    mongoose.set('debug', false);
    await portal.close();
  });

  const touches = (field: string) => (update: Update) =>
    [update.$set, update.$push, update.$pull].some((part) => part && field in part);

  function assertOneWrite(): void {
    const written = updates.filter(touches('twoFactor'));
    assert.equal(written.length, 1);
    const [update = {}] = written;
    assert.ok(touches('logins')(update) && touches('codeTries')(update));
    assert.ok(update.$push && 'changes' in update.$push);
    assert.equal(updates.filter(touches('logins')).length, 1);
  }

  it('of setting two-factor up: the secret, the logins that end, and what the log and the letter tell [V2.3.3]', async () => {
    const employee = await anEmployee(portal, employer);
    await logIn(employee);
    updates = [];
    await setUpTwoFactor(portal, employee);
    assertOneWrite();
  });

  it('of switching it off [V2.3.3]', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, employer);
    await employee.browser.open('/2-factor-authenticatie');
    updates = [];
    await employee.browser.press('Toepassen', { Verificatiecode: codeAt(employee.secret, portal.now()) });
    assertOneWrite();
  });

  it('of the employer’s "Nee" [V2.3.3]', async () => {
    const employee = await anEmployeeWithTwoFactor(portal, employer);
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    await officer.browser.open(`/werkgever/werknemers/${employee.id.toString()}/tweestapsverificatie`);
    updates = [];
    await officer.browser.press('Op Nee zetten', {
      Reden: 'telefoon gestolen',
      'Ik heb vastgesteld wie dit is': 'ja',
    });
    assertOneWrite();
  });
});
