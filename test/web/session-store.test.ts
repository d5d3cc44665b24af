import assert from 'node:assert/strict';
import { MongoStore } from 'connect-mongo';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployee, anEmployer, logIn, setUpTwoFactor } from '../support/people.js';

describe('the session store', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  it('has the session before the browser hears where to go', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    const events: string[] = [];
    const originalSet = Object.getOwnPropertyDescriptor(MongoStore.prototype, 'set');
    const set = originalSet?.value as MongoStore['set'];
    MongoStore.prototype.set = function (sid, data, callback) {
      // A database far away: whoever does not wait for it is well ahead of it.
      setTimeout(() => {
        set.call(this, sid, data, (error: unknown) => {
          events.push('saved');
          callback?.(error);
        });
      }, 50);
    };
    try {
      await employee.browser.open('/inloggen');
      const { token, cookies } = employee.browser;
      events.length = 0;
      const request = supertest(portal.app)
        .post('/inloggen')
        .set('Cookie', `sessie=${cookies.get('sessie') ?? ''}`)
        .type('form')
        .send({ _csrf: token, gebruikersnaam: employee.username, wachtwoord: 'een zin die ik goed onthoud' })
        .redirects(0)
        .buffer(true)
        .parse((response, done) => {
          events.push('headers');
          response.on('data', () => undefined);
          response.on('end', () => {
            done(null, '');
          });
        });
      assert.equal((await request).status, 303);
      assert.deepEqual(events.slice(0, 2), ['saved', 'headers']);
    } finally {
      if (originalSet) Object.defineProperty(MongoStore.prototype, 'set', originalSet);
    }
  });

  it('keeps the session of who only asks for a page for an hour, and of who logged in for half a day', async () => {
    const sessions = mongoose.connection.collection('sessions');
    const minutesLeft = async () => {
      const [latest] = await sessions.find().sort({ expires: -1 }).toArray();
      return Math.round(((latest?.expires as Date).getTime() - Date.now()) / 60_000);
    };
    const employee = await anEmployee(portal, await anEmployer());
    await employee.browser.open('/inloggen');
    assert.equal(await minutesLeft(), 60);
    await logIn(employee);
    assert.equal(await minutesLeft(), 12 * 60);
    await setUpTwoFactor(portal, employee);
    assert.equal(await minutesLeft(), 12 * 60);
  });

  it('keeps nothing for who asks for a page without a form', async () => {
    for (const path of ['/', '/uitleg', '/bestaat-niet']) await supertest(portal.app).get(path);
    assert.equal(await mongoose.connection.collection('sessions').countDocuments(), 0);
  });
});
