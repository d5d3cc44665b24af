import assert from 'node:assert/strict';
import { administrator } from '../../src/changes/change.js';
import { addEmployee, addOfficer } from '../../src/employer/add-people.js';
import { Fatal } from '../../src/fatal.js';
import { Accounts } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployer } from '../support/people.js';

// As the command line adds people, with the sentence that it prints.
describe('the password of somebody who is added', () => {
  let portal: Portal;
  let employer: string;
  const email = 'noor.prins@korenaar.nl';

  before(async () => {
    portal = await startPortal();
    employer = await anEmployer('Bakkerij De Korenaar');
  });
  after(() => portal.close());

  const officer = (login: { username: string; password: string }) =>
    addOfficer(
      { employer, name: 'Noor Prins', email, login },
      administrator,
      portal.now(),
      portal.deps.passwords,
    );

  const employee = (login: { username: string; password: string }) =>
    addEmployee(
      { employer, number: '1', initials: 'N', surname: 'Prins', email, login },
      administrator,
      portal.now(),
      portal.deps.passwords,
    );

  for (const [password, sentence] of [
    ['veertien teken', 'password is too short: use at least 15 characters'],
    ['x'.repeat(129), 'password is too long: use at most 128 characters'],
    ['Qwerty123456789', 'password is on the list of common passwords, or two of them in a row'],
    ['abc abc abc abc abc', 'password is one short piece repeated'],
    ['N.Prins-Visser 2026', 'password is too much like the username'],
    ['noorprins@korenaar.nl!', 'password is too much like the e-mail address'],
    ['De Korenaar Bakkerij 1', "password is too much like the employer's name"],
    ['Werknemerloket1', 'password is too much like the name of the Werknemerloket'],
  ] as const) {
    it(`is refused with "${sentence}"`, async () => {
      for (const add of [officer, employee]) {
        await assert.rejects(add({ username: 'n.prins-visser', password }), new Fatal(sentence));
      }
      assert.equal(await Accounts.countDocuments(), 0);
    });
  }
});
