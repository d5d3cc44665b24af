import assert from 'node:assert/strict';
import supertest from 'supertest';
import { required } from '../../src/models/policy.js';
import { startPortal, type Portal } from '../support/app.js';
import { read } from '../support/files.js';
import { rowsOf } from '../support/markdown.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  type Person,
} from '../support/people.js';
import { named, routesOf, type Route } from '../support/routes.js';

/** Somebody, and where a page sends them that is not for them now. */
interface Role {
  who: Person;
  step: string;
  name: string;
}

const endsLogin = ['/uitloggen', '/inloggen/annuleren'];
const document = read('docs/access.md');

describe('docs/access.md', function () {
  // Every route in every role.
  this.timeout(180_000);

  let portal: Portal;
  let roles: Role[];
  let id: string;
  let colleague: string;
  let medewerker: Role;

  before(async () => {
    portal = await startPortal();
    const employer = await anEmployer();
    const employee = await anEmployee(portal, employer);
    const newcomer = await anEmployee(
      portal,
      await anEmployer('Streng B.V.', undefined, { employee: required }),
    );
    const officer = await anOfficer(portal, employer);
    const helper = await anOfficer(portal, employer, { role: 'medewerker' });
    colleague = (await anOfficer(portal, employer)).id.toString();
    const pending = elsewhere(portal, await anEmployeeWithTwoFactor(portal, employer));
    id = (await anEmployee(portal, employer)).id.toString();
    const nobody = elsewhere(portal, employee);
    await nobody.browser.open('/inloggen');
    for (const who of [pending, newcomer, employee, officer, helper]) await logIn(who);
    medewerker = { who: helper, step: '/', name: 'home' };
    roles = [
      { who: nobody, step: '/inloggen', name: 'log in' },
      { who: pending, step: '/inloggen/verificatie', name: 'code' },
      { who: newcomer, step: '/2-factor-authenticatie', name: 'set up' },
      { who: employee, step: '/', name: 'home' },
      { who: officer, step: '/', name: 'home' },
    ];
  });
  after(() => portal.close());

  const idIn = (path: string) => (path.startsWith('/werkgever/hr-medewerkers') ? colleague : id);

  async function ask({ method, path }: Route, { who: { browser }, step, name }: Role): Promise<string> {
    const cookies = [...browser.cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; ');
    const address = path.replace(':id', idIn(path)).replace(/:\w+/, 'x');
    const request = supertest(portal.app)[method as 'get' | 'post'](address);
    const { status, headers } = await request
      .set('Cookie', cookies)
      .type('form')
      .send({ _csrf: browser.token });
    assert.ok(status < 500, `${named({ method, path })}: ${status}`);
    if (status === 403) return 'no';
    return status === 303 && headers.location === step ? name : 'yes';
  }

  it('says of every route what it does for each role, and that is what it does [V8.1.1, V8.2.1]', async () => {
    const found = new Set<string>();
    for (const route of routesOf(portal)) {
      const cells: string[] = [];
      for (const role of roles) {
        cells.push(await ask(route, role));
        const { browser } = role.who;
        const hasEnded = endsLogin.includes(route.path) && (await browser.open('/')).path === '/inloggen';
        if (hasEnded && role.name !== 'log in') await logIn(role.who);
      }
      found.add(`| ${named(route)} | ${cells.join(' | ')} |`);
    }
    const written = rowsOf(document, 'Routes').map((cells) => `| ${cells.join(' | ')} |`);
    assert.deepEqual(written, [...found].sort());
  });

  it('says what of that is only for a beheerder [V8.2.1]', async () => {
    const asked = rowsOf(document, 'Routes').filter(([, , , , employee]) => employee === 'no');
    const only = rowsOf(document, 'Beheerders').map(([section = '']) => section);
    assert.ok(asked.length >= 20);
    for (const [route = ''] of asked) {
      const [method = '', path = ''] = route.toLowerCase().split(' ');
      const answer = await ask({ method, path }, medewerker);
      assert.equal(
        answer === 'no',
        only.some((section) => path.startsWith(section)),
        route,
      );
    }
  });

  it('names every way in: all that is for who is not logged in [V6.1.3]', () => {
    const open = rowsOf(document, 'Routes').filter((cells) => cells[1] === 'yes' || cells[2] === 'yes');
    const ways = rowsOf(document, 'Ways in').flatMap(([routes = '']) => routes.split(', '));
    assert.deepEqual(ways.sort(), open.map(([route]) => route).sort());
  });
});
