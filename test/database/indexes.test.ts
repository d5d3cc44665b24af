import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { startPortal, type Portal } from '../support/app.js';

const spelled = (fields: object) => JSON.stringify(fields);

describe('the indexes of the database', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  it('are all that the models ask for', async () => {
    const missing: string[] = [];
    for (const [name, { schema, collection }] of Object.entries(mongoose.models)) {
      const asked = schema.indexes().map(([fields]) => spelled(fields));
      if (asked.length === 0) continue;
      const made = (await collection.indexes()).map(({ key }) => spelled(key as object));
      for (const one of asked) if (!made.includes(one)) missing.push(`${name} ${one}`);
    }
    assert.deepEqual(missing, []);
  });

  it('stand with the model of accounts: those of employees and officers alone would not be made', () => {
    for (const name of ['Employee', 'Officer'])
      assert.deepEqual(mongoose.models[name]?.schema.indexes(), [], name);
  });
});
