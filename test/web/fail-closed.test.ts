import assert from 'node:assert/strict';
import { Accounts } from '../../src/models/account.js';
import { Employers } from '../../src/models/employer.js';
import { startPortal, type Portal } from '../support/app.js';
import { codeAt } from '../support/authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  record,
} from '../support/people.js';

describe('when a check itself fails, nobody gets in', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  it('by a secret that was altered in the database; and the page does not say what is wrong [V11.2.5, V11.3.3, V16.5.3]', async () => {
    const employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
    await logIn(employee);
    const { twoFactor } = await record(employee);
    assert.equal(twoFactor.state, 'on');
    const [head = '', ...rest] = twoFactor.secret.split('.').reverse();
    const altered = [(head.startsWith('A') ? 'B' : 'A') + head.slice(1), ...rest].reverse().join('.');
    await Accounts.updateOne({ _id: employee.id }, { $set: { 'twoFactor.secret': altered } });
    const page = await employee.browser.press('Inloggen', {
      Verificatiecode: codeAt(employee.secret, portal.now()),
    });
    assert.equal(page.status, 500);
    assert.equal(page.heading, 'Er ging iets mis');
    assert.doesNotMatch(page.$.html(), /decrypt|authenticate|secret/i);
    assert.equal((await employee.browser.open('/')).path, '/inloggen/verificatie');
  });

  it('by a count of tries that does not answer [V16.5.3]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    portal.deps.attempts.password = () => Promise.reject(new Error('away'));
    assert.equal((await logIn(employee)).status, 500);
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
  });

  it('by a policy that cannot be read [V16.5.3]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await Employers.deleteMany({});
    for (const path of ['/', '/beveiliging', '/werkgever/werknemers'])
      assert.equal((await employee.browser.open(path)).status, 500, path);
  });
});
