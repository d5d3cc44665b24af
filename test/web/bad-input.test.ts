import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import {
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

describe('bad input', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
    employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
  });
  after(() => portal.close());

  const codes = {
    'five digits': 'verificatiecode=12345',
    'seven digits': 'verificatiecode=1234567',
    letters: 'verificatiecode=abcdef',
    'Arabic-Indic digits': `verificatiecode=${encodeURIComponent('١٢٣٤٥٦')}`,
    nothing: '',
    'an array': 'verificatiecode[]=1',
    'the field twice': 'verificatiecode=123456&verificatiecode=123456',
    'an operator': 'verificatiecode[$ne]=x',
    'a zero byte': 'verificatiecode=12345%00',
  };
  for (const [what, body] of Object.entries(codes)) {
    it(`is refused as a code: ${what} [V2.2.1]`, async () => {
      await logIn(employee);
      const before = await record(employee);
      const page = await employee.browser.post(
        '/inloggen/verificatie',
        `_csrf=${encodeURIComponent(employee.browser.token)}&${body}`,
      );
      assert.equal(page.status, 400);
      assert.match(page.title, /^Fout: /);
      assert.deepEqual(await record(employee), before);
    });
  }

  const logins = {
    'an operator': 'gebruikersnaam[$ne]=x&wachtwoord[$ne]=x',
    'an array': 'gebruikersnaam[]=x&wachtwoord[]=y',
    'a prototype': '__proto__[gebruikersnaam]=x&constructor=y',
  };
  for (const [what, body] of Object.entries(logins)) {
    it(`is refused as a login: ${what} [V2.2.1, V2.2.2]`, async () => {
      const browser = new Browser(portal.app);
      await browser.open('/inloggen');
      const page = await browser.post('/inloggen', `_csrf=${encodeURIComponent(browser.token)}&${body}`);
      assert.equal(page.status, 400);
      assert.match(page.text, /Vul je gebruikersnaam in\./);
    });
  }

  it('shows what was typed as text, never as HTML [V3.2.2]', async () => {
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    const page = await browser.press('Inloggen', { Gebruikersnaam: '"><img src=x>', Wachtwoord: 'x' });
    assert.equal(page.$('#gebruikersnaam').attr('value'), '"><img src=x>');
    assert.equal(page.$('img').length, 0);
  });

  it('of 100 kB is too much [V2.2.1]', async () => {
    const browser = new Browser(portal.app);
    await browser.open('/inloggen');
    const page = await browser.press('Inloggen', { Gebruikersnaam: 'x'.repeat(100_000), Wachtwoord: 'x' });
    assert.equal(page.status, 413);
    assert.equal(page.heading, 'Dit is te veel tekst');
  });

  it('in another format than a form gets a 4xx', async () => {
    for (const [type, body] of [
      ['application/json', '{"gebruikersnaam":'],
      ['application/json', '{"gebruikersnaam":{"$ne":null}}'],
      ['application/x-www-form-urlencoded; charset=utf-7', 'a=b'],
      ['multipart/form-data; boundary=x', '--x--'],
    ] as const) {
      const answer = await supertest(portal.app).post('/inloggen').set('Content-Type', type).send(body);
      assert.ok(answer.status >= 400 && answer.status < 500, `${type}: ${answer.status}`);
      assert.doesNotMatch(answer.text, /at .*\.(ts|js):/);
    }
  });

  it('in a cookie makes nobody of the visitor [V7.2.1]', async () => {
    for (const cookie of [
      'sessie=s%3Ax.y',
      'sessie=%E0%A4%A',
      'sessie=',
      ';;;=',
      `sessie=${'x'.repeat(4000)}`,
    ]) {
      const answer = await supertest(portal.app).get('/').set('Cookie', cookie);
      assert.equal(answer.status, 303, cookie);
      assert.equal(answer.headers.location, '/inloggen');
    }
  });

  it('in an address gets a 4xx [V13.4.1, V13.4.7]', async () => {
    for (const [path, status] of [
      ['/%E0%A4%A', 404],
      ['/bestaat-niet', 404],
      ['/.git/HEAD', 404],
      ['/package.json', 404],
      ['/portal.css/x', 404],
      ['/inloggen/../../etc/passwd', 404],
      [`/wachtwoord-kiezen/${'x'.repeat(5000)}`, 410],
      ['/wachtwoord-kiezen/%00', 410],
    ] as const) {
      const page = await new Browser(portal.app).open(path);
      assert.equal(page.status, status, path);
    }
  });

  it('with another method gets a 4xx [V13.4.4]', async () => {
    for (const method of ['put', 'delete', 'patch'] as const) {
      assert.equal((await supertest(portal.app)[method]('/inloggen')).status, 403, method);
    }
    assert.equal((await supertest(portal.app).trace('/inloggen')).status, 403);
  });
});

describe('forms from elsewhere and forms that grew too old', () => {
  let portal: Portal;
  let employee: Person;

  before(async () => {
    portal = await startPortal();
    employee = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
  });
  after(() => portal.close());

  const fields = () => ({ gebruikersnaam: employee.username, wachtwoord: password });

  it('come back with a fresh token, the username kept, and what to do [V3.5.1]', async () => {
    const { browser } = elsewhere(portal, employee);
    await browser.open('/inloggen');
    for (const token of [{}, { _csrf: 'oud' }, { '_csrf[]': 'x' }]) {
      const page = await browser.post('/inloggen', { ...fields(), ...(token as Record<string, string>) });
      assert.equal(page.status, 403);
      assert.match(page.title, /^Fout: Inloggen Werknemerloket/);
      assert.match(page.text, /Deze pagina is te oud\. Vul het formulier opnieuw in\./);
      assert.doesNotMatch(page.text, /cookies/);
      assert.equal(page.$('#gebruikersnaam').attr('value'), employee.username);
    }
    assert.equal((await browser.press('Inloggen', { Wachtwoord: password })).path, '/inloggen/verificatie');
  });

  it('say something about cookies where none came [V3.7.5]', async () => {
    const page = await new Browser(portal.app).post('/inloggen', fields());
    assert.equal(page.status, 403);
    assert.match(page.text, /Je browser stuurt geen cookies mee\./);
  });

  it('come back for the code as well, and nothing is counted or spent', async () => {
    await logIn(employee);
    const page = await employee.browser.post('/inloggen/verificatie', { verificatiecode: '123456' });
    assert.equal(page.status, 403);
    assert.equal(page.heading, 'Inloggen bij het Werknemerloket');
    assert.match(page.text, /Deze pagina is te oud\./);
  });

  it('do not work with the token of an earlier session, or of another one [V3.5.1]', async () => {
    const { browser } = elsewhere(portal, employee);
    await browser.open('/inloggen');
    const stranger = browser.token;
    await logIn(employee);
    const page = await employee.browser.post('/inloggen/annuleren', { _csrf: stranger });
    assert.equal(page.status, 403);
    assert.equal(page.heading, 'Deze pagina is te oud');
    assert.equal((await employee.browser.open('/')).path, '/inloggen/verificatie');
  });

  it('are refused when the browser says that another site sent them [V3.5.1]', async () => {
    const { browser } = elsewhere(portal, employee);
    await browser.open('/inloggen');
    const body = { ...fields(), _csrf: browser.token };
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.test' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1' },
    ] as Record<string, string>[]) {
      const page = await browser.post('/inloggen', body, headers);
      assert.equal(page.status, 403, JSON.stringify(headers));
      assert.equal(page.heading, 'Je hebt geen toegang tot deze pagina');
    }
    for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: 'http://127.0.0.1' }] as Record<
      string,
      string
    >[]) {
      const other = elsewhere(portal, employee).browser;
      await other.open('/inloggen');
      const page = await other.post('/inloggen', { ...fields(), _csrf: other.token }, headers);
      assert.equal(page.path, '/inloggen/verificatie', JSON.stringify(headers));
    }
  });
});
