import assert from 'node:assert/strict';
import { Accounts } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployee, anEmployer, record } from '../support/people.js';

describe('an account', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  const since = new Date();
  for (const [what, change] of [
    ['two-factor on without a secret', { twoFactor: { state: 'on', since, lastStep: 1 } }],
    ['two-factor on with no secret in it', { twoFactor: { state: 'on', since, lastStep: 1, secret: null } }],
    ['two-factor off with a secret', { twoFactor: { state: 'off', secret: 'x' } }],
    ['two-factor in another state', { twoFactor: { state: 'ja' } }],
    ['no state of two-factor', { twoFactor: {} }],
    ['blocked from nowhere', { access: { state: 'blocked', since } }],
    ['invited without an end', { access: { state: 'invited', since } }],
    ['access since never', { access: { state: 'active' } }],
  ] as const) {
    it(`is never stored with ${what} [V2.2.3]`, async () => {
      const who = await anEmployee(portal, await anEmployer());
      const before = await record(who);
      await assert.rejects(Accounts.updateOne({ _id: who.id }, { $set: change }), /Validat/);
      await assert.rejects(new Accounts({ ...before, ...change }).validate(), /Validat/);
      assert.deepEqual(await record(who), before);
    });
  }
});
