import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { mostLogins } from '../../src/models/account.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { anEmployee, anEmployer, elsewhere, logIn, record, type Person } from '../support/people.js';

describe('the id of a session', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employee = await anEmployee(portal, await anEmployer());
  });
  after(() => portal.close());

  const cookieOf = ({ browser }: Person) => decodeURIComponent(browser.cookies.get('sessie') ?? '');
  const ask = (cookie: string) =>
    supertest(portal.app)
      .get('/')
      .set('Cookie', `sessie=${encodeURIComponent(cookie)}`);

  it('has 192 random bits, each time others [V7.2.3, V11.5.1]', async () => {
    const ids = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const { headers } = await supertest(portal.app).get('/inloggen');
      const id = /^sessie=s%3A([\w-]{32})\./.exec(String(headers['set-cookie']))?.[1] ?? '';
      assert.equal(Buffer.from(id, 'base64url').length, 24);
      ids.add(id);
    }
    assert.equal(ids.size, 200);
  });

  it('counts for nothing when its signature is missing, or of something else [V7.2.1]', async () => {
    await logIn(employee);
    const cookie = cookieOf(employee);
    const [id = '', signature = ''] = cookie.slice(2).split('.');
    assert.equal((await ask(cookie)).status, 200);
    const stored = await mongoose.connection.collection<{ _id: string }>('sessions').find().toArray();
    for (const altered of [
      id,
      `s:${id}`,
      `s:${id}.`,
      `s:${id}.${signature.slice(0, -1)}`,
      `s:${id.slice(0, -1)}.${signature}`,
      `s:${id}.${signature.toLowerCase()}`,
      ...stored.map(({ _id }) => `s:${_id}.${signature}`),
    ]) {
      const { status, headers } = await ask(altered);
      assert.deepEqual([status, headers.location], [303, '/inloggen'], altered);
    }
  });

  it('is never one that the browser brought [V7.2.4]', async () => {
    const other = elsewhere(portal, employee);
    await other.browser.open('/inloggen');
    const planted = cookieOf(other);
    for (const cookie of ['s:vast.vast', planted]) {
      const who = elsewhere(portal, employee);
      who.browser.cookies.set('sessie', encodeURIComponent(cookie));
      await logIn(who);
      assert.notEqual(cookieOf(who), cookie);
      assert.equal((await ask(cookie)).status, 303);
    }
  });

  it('is another one after logging out and in again, and the old one is dead [V7.2.4]', async () => {
    await logIn(employee);
    const before = cookieOf(employee);
    await employee.browser.press('Uitloggen');
    await logIn(employee);
    assert.notEqual(cookieOf(employee), before);
    assert.equal((await ask(before)).status, 303);
    assert.equal((await ask(cookieOf(employee))).status, 200);
  });

  it('is one of 20 for somebody at the most: the 21st ends the first [V7.1.2]', async () => {
    const people = Array.from({ length: mostLogins + 1 }, () => elsewhere(portal, employee));
    for (const who of people) await logIn(who);
    assert.equal((await record(employee)).logins.length, 20);
    const [first, second] = people;
    assert.equal((await first?.browser.open('/'))?.path, '/inloggen');
    assert.equal((await second?.browser.open('/'))?.path, '/');
  });
});

describe('a new portal', () => {
  it('lets nobody in by a name and password that anybody could know [V6.3.2]', async () => {
    const portal = await startPortal();
    await anEmployer();
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    for (const [username, typed] of [
      ['admin', 'admin'],
      ['administrator', 'password'],
      ['beheerder', 'beheerder'],
      ['root', 'root'],
      ['test', 'test'],
      ['hr', 'welkom01'],
      ['guest', 'guest'],
    ] as const) {
      const page = await browser.press('Inloggen', { Gebruikersnaam: username, Wachtwoord: typed });
      assert.equal(page.status, 400, username);
    }
    await portal.close();
  });
});
