import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployee, anEmployer, password } from '../support/people.js';

describe('headers', () => {
  let portal: Portal;

  describe('behind a proxy with https', () => {
    before(async () => {
      portal = await startPortal({ BASE_URL: 'https://loket.example.nl', TRUST_PROXY: '1' });
    });
    after(() => portal.close());

    const get = (path: string) => supertest(portal.app).get(path).set('X-Forwarded-Proto', 'https');

    it('keep the cookie to https, to this host, out of reach of scripts and of other sites [V3.3.1, V3.3.2, V3.3.3]', async () => {
      const { headers } = await get('/inloggen');
      const [cookie = ''] = headers['set-cookie'] as unknown as string[];
      assert.match(cookie, /^__Host-sessie=/);
      for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
        assert.ok(cookie.includes(attribute), attribute);
      assert.doesNotMatch(cookie, /Domain/);
    });

    it('keep every cookie so, also that of a browser that is known from then on [V3.3.1, V3.3.2, V3.3.3, V3.3.4]', async () => {
      const employee = await anEmployee(portal, await anEmployer());
      const page = await get('/inloggen');
      const session = String(page.headers['set-cookie']).split(';')[0] ?? '';
      const { headers } = await supertest(portal.app)
        .post('/inloggen')
        .set({ 'X-Forwarded-Proto': 'https', Cookie: session })
        .type('form')
        .send({
          _csrf: /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
          gebruikersnaam: employee.username,
          wachtwoord: password,
        });
      const cookies = headers['set-cookie'] as unknown as string[];
      assert.deepEqual(cookies.map((cookie) => cookie.split('=')[0]).sort(), [
        '__Host-bekend',
        '__Host-sessie',
      ]);
      for (const cookie of cookies) {
        for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
          assert.ok(cookie.includes(attribute), cookie);
        assert.doesNotMatch(cookie, /Domain/);
      }
    });

    it('ask browsers to insist on https, on every answer [V3.4.1]', async () => {
      for (const path of ['/inloggen', '/bestaat-niet', '/portal.css', '/']) {
        const age = /max-age=(\d+); includeSubDomains/.exec(
          (await get(path)).headers['strict-transport-security'] ?? '',
        );
        assert.ok(Number(age?.[1]) >= 31_536_000, path);
      }
    });
  });

  describe('on plain http', () => {
    before(async () => {
      portal = await startPortal();
    });
    after(() => portal.close());

    it('allow no script, no frame, no other host, on every answer [V3.4.3, V3.4.4, V3.4.5, V3.4.6, V13.4.6]', async () => {
      for (const path of ['/inloggen', '/bestaat-niet', '/portal.css', '/']) {
        const { headers } = await supertest(portal.app).get(path);
        const policy = headers['content-security-policy'] ?? '';
        for (const rule of [
          "default-src 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
        ]) {
          assert.ok(policy.includes(rule), `${path}: ${rule}`);
        }
        assert.doesNotMatch(policy, /script-src|unsafe|upgrade-insecure-requests/);
        assert.equal(headers['x-content-type-options'], 'nosniff');
        assert.equal(headers['referrer-policy'], 'same-origin');
        assert.equal(headers['x-powered-by'], undefined);
        assert.equal(headers['strict-transport-security'], undefined);
      }
    });

    it('keep pages out of every cache, and let the style sheet stay in it [V14.2.2, V14.3.2]', async () => {
      assert.equal((await supertest(portal.app).get('/inloggen')).headers['cache-control'], 'no-store');
      assert.equal((await supertest(portal.app).get('/')).headers['cache-control'], 'no-store');
      const { headers } = await supertest(portal.app).get('/portal.css');
      assert.match(headers['cache-control'] ?? '', /immutable/);
      assert.match(headers['content-type'] ?? '', /^text\/css/);
    });
  });
});
