import assert from 'node:assert/strict';
import supertest from 'supertest';
import { required } from '../src/models/policy.js';
import { sections } from '../src/routes.js';
import { startPortal, type Portal } from './support/app.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  elsewhere,
  logIn,
  type Person,
} from './support/people.js';
import { named, routesOf, stackOf, type Route } from './support/routes.js';

/** What people may see without logging in. Anything new is not among it, until it is written here. */
const public_ = [
  'GET /inloggen',
  'POST /inloggen',
  'GET /uitleg',
  'GET /toegankelijkheid',
  'GET /huisstijl/:colour.css',
  'GET /huisstijl/logo/:id/:hash',
  'POST /taal',
  'GET /wachtwoord-kiezen/:token',
  'POST /wachtwoord-kiezen/:token',
  'POST /wachtwoord-kiezen/:token/nieuwe-e-mail',
  'GET /wachtwoord-vergeten',
  'POST /wachtwoord-vergeten',
  'GET /wachtwoord-vergeten/:token',
  'POST /wachtwoord-vergeten/:token',
  'GET /was-jij-dit-niet',
  'GET /was-jij-dit-niet/:token',
  'POST /was-jij-dit-niet/:token',
];

const forPendingLogin = [
  'GET /inloggen/verificatie',
  'POST /inloggen/verificatie',
  'POST /inloggen/annuleren',
];

describe('every route of the router', () => {
  let portal: Portal;
  let routes: Route[];

  before(async () => {
    portal = await startPortal();
    routes = routesOf(portal);
  });
  after(() => portal.close());

  const ask = async ({ method, path }: Route, { browser }: Person) => {
    const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = supertest(portal.app)[method as 'get' | 'post'](path.replace(/:\w+/, '0'.repeat(24)));
    return request.set('Cookie', cookies).type('form').send({ _csrf: browser.token });
  };

  it('stands in the table of contents', () => {
    const mounted = stackOf(portal.app.router).filter(({ name }) => name === 'router');
    assert.equal(mounted.length, sections(portal.deps).length);
    assert.ok(routes.length >= 20, `${routes.length} routes`);
  });

  it('sends an anonymous visitor to the login page [V6.3.4, V2.3.1]', async () => {
    const nobody = await anEmployee(portal, await anEmployer());
    await nobody.browser.open('/inloggen');
    for (const route of routes.filter((one) => !public_.includes(named(one)))) {
      const { status, headers } = await ask(route, nobody);
      assert.deepEqual([status, headers.location], [303, '/inloggen'], named(route));
    }
  });

  it('sends somebody with a pending login to the code page [V6.3.4, V2.3.1]', async () => {
    const who = elsewhere(portal, await anEmployeeWithTwoFactor(portal, await anEmployer()));
    await logIn(who);
    for (const route of routes.filter((one) => ![...public_, ...forPendingLogin].includes(named(one)))) {
      const { status, headers } = await ask(route, who);
      assert.deepEqual([status, headers.location], [303, '/inloggen/verificatie'], named(route));
    }
  });

  it('sends somebody who has to set up two-factor to where they do [V6.3.3]', async () => {
    const employer = await anEmployer('Wekkers B.V.', undefined, { employee: required });
    const who = await anEmployee(portal, employer);
    await logIn(who);
    const open = [...public_, 'POST /uitloggen'];
    const elsewhere = routes.filter(
      (one) => !open.includes(named(one)) && !one.path.startsWith('/2-factor-authenticatie'),
    );
    assert.ok(elsewhere.length >= 14);
    for (const route of elsewhere) {
      const { status, headers } = await ask(route, who);
      assert.deepEqual([status, headers.location], [303, '/2-factor-authenticatie'], named(route));
    }
  });

  it('of the employer is closed to employees [V8.3.1]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await employee.browser.open('/2-factor-authenticatie');
    const employers = routes.filter(({ path }) => path.startsWith('/werkgever'));
    assert.ok(employers.length >= 8);
    for (const route of employers) assert.equal((await ask(route, employee)).status, 403, named(route));
  });

  it('that changes something refuses a form without a token', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    await employee.browser.open('/2-factor-authenticatie');
    for (const route of routes.filter(
      ({ method, path }) => method === 'post' && path.startsWith('/2-factor'),
    )) {
      const answer = await supertest(portal.app)
        .post(route.path)
        .set('Cookie', [...employee.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      assert.ok([403, 303].includes(answer.status), `${named(route)}: ${answer.status}`);
    }
  });
});
