import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import supertest from 'supertest';
import { Employees, Officers } from '../../src/models/account.js';
import { fill, paths } from '../../src/paths.js';
import { startPortal, type Portal } from '../support/app.js';
import { ownIds } from '../support/own-ids.js';
import { codeAt } from '../support/authenticator.js';
import type { Page } from '../support/page.js';
import {
  aNewcomer,
  anEmployee,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';
import { stored } from '../support/stored.js';

const hostile = `<script>alert(1)</script>"'><img src=x>&amp;`;

interface Visit {
  who: string;
  person: Person;
  page: Page;
  headers: Record<string, string>;
}

describe('every page, for everyone who can see it', function () {
  // Some 150 pages, each checked as a page is.
  this.timeout(180_000);

  let portal: Portal;
  let employee: Person;
  let people: Record<string, Person>;
  let addresses: string[];
  let visits: Visit[];

  before(async () => {
    portal = await startPortal();
    const employer = await anEmployer(hostile, hostile);
    employee = await anEmployee(portal, employer);
    const off = elsewhere(portal, employee);
    await logIn(off);
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    await officer.browser.open(fill(paths.employee, { id: (await aNewcomer(portal, employer)).toString() }));
    await officer.browser.press('Toegang verstrekken');
    const link = new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;
    const on = await anEmployee(portal, employer);
    await logIn(on);
    await setUpTwoFactor(portal, on);
    const pending = elsewhere(portal, on);
    await logIn(pending);
    people = { nobody: elsewhere(portal, employee), pending, off, on, officer };
    const colleague = await anOfficer(portal, employer);
    // No form takes such names any more; what is on record from before is still shown as text.
    await Employees.updateMany({ employer }, { surname: hostile });
    await Officers.updateOne({ _id: colleague.id }, { name: hostile });
    const ownId = await ownIds(employer, { officer: officer.id, colleague: colleague.id, employee: on.id });
    addresses = Object.values(paths)
      // A file for a spreadsheet is no HTML.
      .filter((path) => !path.endsWith('.csv'))
      .map((path) => (path === paths.choosePassword ? link : fill(path, { id: ownId(path) })));
    visits = [];
    for (const [who, person] of Object.entries(people)) {
      for (const address of [...addresses, '/bestaat-niet']) {
        const page = await person.browser.open(address);
        visits.push({ who, person, page, headers: person.browser.lastHeaders });
      }
    }
  });
  after(() => portal.close());

  const each = (check: (visit: Visit, about: string) => void) => {
    assert.ok(visits.length > 100);
    for (const visit of visits) check(visit, `${visit.page.path} for ${visit.who}`);
  };

  it('shows names as text, never as HTML [V3.2.2]', () => {
    each(({ page: { $ } }, about) => {
      assert.equal($('img:not(.qr), script, amp').length, 0, about);
    });
    const shown = new Set(
      visits.filter(({ page: { $ } }) => $('body').text().includes(hostile)).map(({ page }) => page.path),
    );
    assert.ok(shown.size >= 9, [...shown].join());
  });

  it('is made of templates that write no HTML but each other and their own attributes [V3.2.2]', () => {
    const files = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ejs'),
    );
    const raw = files.flatMap(
      (file) => readFileSync(`views/${file}`, 'utf8').match(/<%-(.*?)(?=[-_]?%>)/g) ?? [],
    );
    assert.ok(raw.length > 50);
    assert.deepEqual(
      raw.filter((one) => !/^<%- include\('[a-z./-]+'|^<%- attributes $/.test(one)),
      [],
    );
  });

  it('has nothing of another host, and nothing that is not plain HTML [V3.6.1, V3.7.1, V14.2.3]', () => {
    each(({ page: { $ } }, about) => {
      assert.equal($('object, embed, applet, iframe, frame, script, video, audio, base').length, 0, about);
      const fetched = $('[src], link[href], form[action]').toArray();
      for (const one of fetched) {
        const { src, href, action } = one.attribs;
        assert.match(src ?? href ?? action ?? '', /^(\/(?!\/)|data:image\/png;)/, about);
      }
    });
  });

  it('hides passwords that are typed, and lets password managers and paste do their work [V6.2.6, V6.2.7]', () => {
    const fields = new Set<string>();
    each(({ page: { $ } }, about) => {
      for (const { attribs } of $('input[name*=wachtwoord]').toArray()) {
        fields.add(attribs.name ?? '');
        assert.equal(attribs.type, 'password', about);
        assert.match(attribs.autocomplete ?? '', /^(current|new)-password$/, about);
        assert.ok(
          Object.keys(attribs).every((name) => !name.startsWith('on')),
          about,
        );
        assert.equal($('input[autocomplete=username]').length, 1, about);
      }
    });
    assert.deepEqual([...fields].sort(), ['huidig-wachtwoord', 'nieuw-wachtwoord', 'wachtwoord']);
  });

  it('is HTML and says so, is kept nowhere, and opens to no other site [V3.2.1, V3.4.2, V3.4.8, V3.5.8, V14.3.2]', () => {
    each(({ headers }, about) => {
      assert.equal(headers['content-type'], 'text/html; charset=utf-8', about);
      assert.equal(headers['x-content-type-options'], 'nosniff', about);
      assert.equal(headers['cache-control'], 'no-store', about);
      assert.equal(headers['access-control-allow-origin'], undefined, about);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', about);
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin', about);
    });
  });

  it('leaves two cookies in the browser, small ones, and no session id on the page [V3.3.4, V3.3.5, V14.3.3]', () => {
    each(({ page: { $ }, person: { browser } }, about) => {
      for (const [name, value] of browser.cookies) {
        assert.ok(['sessie', 'bekend'].includes(name), about);
        assert.ok(name.length + value.length <= 4096, about);
      }
      const id =
        decodeURIComponent(browser.cookies.get('sessie') ?? '')
          .slice(2)
          .split('.')[0] ?? '';
      assert.equal(id.length, 32);
      assert.ok(!$.html().includes(id), about);
    });
  });

  it('has nothing about somebody in its address [V14.2.1]', async () => {
    const { on } = people;
    assert.ok(on);
    await on.browser.press('Uitloggen');
    await portal.pass({ minutes: 1 });
    await logIn(on);
    const code = codeAt(on.secret, portal.now());
    await on.browser.press('Inloggen', { Verificatiecode: code });
    const { token } = on.browser;
    const asked = Object.values(people).flatMap(({ browser }) => browser.history.map(({ path }) => path));
    assert.ok(asked.length > 150);
    const account = await record(on);
    for (const secret of [on.username, account.email, on.secret.replace(/ /g, ''), code, token, password])
      assert.deepEqual(
        asked.filter((path) => decodeURIComponent(path).includes(secret)),
        [],
      );
    assert.deepEqual(
      asked.filter((path) => path.includes('?')),
      [],
    );
  });

  it('changes nothing by being asked for [V3.5.3]', async () => {
    // When somebody was last there is kept to the minute.
    for (const { browser } of Object.values(people)) await browser.open('/');
    const before = await stored(portal);
    for (const { browser } of Object.values(people)) {
      const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      for (const address of addresses) {
        for (const method of ['get', 'head'] as const) {
          const { status } = await supertest(portal.app)[method](address).set('Cookie', cookies);
          assert.ok(status < 500, address);
        }
      }
    }
    assert.deepEqual(await stored(portal), before);
  });
});

describe('what is not a page', () => {
  let portal: Portal;

  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.close());

  it('says what it is [V3.2.1]', async () => {
    for (const [path, type] of [
      ['/portal.css', 'text/css; charset=utf-8'],
      ['/icon.svg', 'image/svg+xml'],
    ] as const) {
      const { headers } = await supertest(portal.app).get(path).set('Origin', 'https://evil.test');
      assert.equal(headers['content-type'], type);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['access-control-allow-origin'], undefined);
    }
  });

  it('is not there: no list of files, no monitoring, no page by way of another name [V13.4.1, V13.4.3, V13.4.5, V14.2.5]', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await logIn(employee);
    for (const path of [
      ...['/public', '/public/', '/.svn/entries', '/.env', '/views/layout/top.ejs', '/src/app.ts'],
      ...['/metrics', '/status', '/health', '/api-docs', '/debug', '/server-status'],
      ...['/beveiliging/x.css', '/2-factor-authenticatie/portal.css', '/inloggen/verificatie/x.png'],
    ]) {
      const page = await employee.browser.open(path);
      assert.ok(page.status === 404 || page.path === '/', `${path}: ${page.status}`);
      assert.doesNotMatch(page.text, /Waar je bent ingelogd/, path);
    }
  });
});
