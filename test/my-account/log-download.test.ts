import assert from 'node:assert/strict';
import supertest from 'supertest';
import { clock } from '../../src/dates.js';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployee, anEmployer, logIn, setUpTwoFactor, type Person } from '../support/people.js';

describe('the log of somebody’s own access, as a file', () => {
  let portal: Portal;
  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  const download = ({ browser }: Person) => {
    const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return supertest(portal.app).get('/beveiliging/logboek.csv').set('Cookie', cookies);
  };

  it('has all that the page tells, the oldest first, for a spreadsheet', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await portal.pass({ minutes: 1 });
    await setUpTwoFactor(portal, employee);
    await portal.deps.relay.settled();
    await employee.browser.open('/beveiliging');
    assert.equal(employee.browser.page.$('a[href="/beveiliging/logboek.csv"]').text(), 'Download alles');

    const { headers, text, status } = await download(employee);
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/csv; charset=utf-8');
    assert.equal(headers['content-disposition'], 'attachment; filename=werknemerloket-logboek.csv');
    assert.equal(headers['cache-control'], 'no-store');
    const [columns, added, switchedOn, end] = text.replace('\u{feff}', '').split('\r\n');
    assert.equal(columns, 'Wanneer;Wat;Door wie');
    assert.match(
      added ?? '',
      /^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d;Je hebt toegang gekregen;door een beheerder$/,
    );
    const at = clock(portal.now());
    assert.equal(switchedOn, `${at};2 factor authenticatie is aangezet;door jou, vanaf 127.0.0.1`);
    assert.equal(end, '');
  });

  it('has nothing of somebody else', async () => {
    const employer = await anEmployer();
    const [one, other] = [await anEmployee(portal, employer), await anEmployee(portal, employer)];
    await logIn(one);
    await logIn(other);
    await setUpTwoFactor(portal, one);
    await portal.deps.relay.settled();
    assert.doesNotMatch((await download(other)).text, /2 factor/);
  });
});
