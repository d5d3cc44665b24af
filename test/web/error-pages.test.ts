import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, logIn } from '../support/people.js';

describe('when something is wrong', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  it('with the address, the page says so and leads home', async () => {
    const page = await new Browser(portal.app).open('/bestaat-niet');
    assert.equal(page.status, 404);
    assert.equal(page.heading, 'Deze pagina bestaat niet');
    assert.equal(page.$('main a').attr('href'), '/');
  });

  it('with the portal itself, the page shows a number, under which the log has the reason [V13.4.2, V16.3.4, V16.5.1, V16.5.4]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await mongoose.connection.collection('employers').deleteMany({});
    const page = await employee.browser.open('/2-factor-authenticatie');
    assert.equal(page.status, 500);
    assert.equal(page.heading, 'Er ging iets mis');
    const reference = page.$('main code').text();
    assert.match(reference, /^[0-9a-f]{12}$/);
    const lines = portal
      .logged()
      .split('\n')
      .filter((one) => one.includes(reference));
    assert.ok(lines.some((one) => one.includes('request failed') && one.includes('DocumentNotFoundError')));
    assert.doesNotMatch(page.$.html(), /DocumentNotFoundError|node_modules|\.ts/);
  });

  it('with the database, the page asks to come back later, and the log says it [V16.3.4, V16.5.2]', async () => {
    await mongoose.disconnect();
    const page = await new Browser(portal.app).open('/inloggen');
    assert.equal(page.status, 503);
    assert.equal(page.heading, 'Het Werknemerloket is even niet bereikbaar');
    assert.match(portal.logged(), /"msg":"request failed"/);
  });
});
