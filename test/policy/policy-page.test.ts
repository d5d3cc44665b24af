import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { Employers, type Employer } from '../../src/models/employer.js';
import { optional, required, type Policy } from '../../src/models/policy.js';
import { startPortal, type Portal } from '../support/app.js';
import { fill } from '../support/many.js';
import { squeeze } from '../support/page.js';
import {
  aNewcomer,
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  logIn,
  type Person,
} from '../support/people.js';

const path = '/werkgever/beleid';

describe('the page Beleid', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;

  const unchanged = {
    'tweestaps-werknemers': 'eigen-keuze',
    'vanaf-werknemers': '',
    'tweestaps-hr': 'eigen-keuze',
    'vanaf-hr': '',
  };
  const effectsOf = (given: Partial<typeof unchanged> & { 'maanden-logboek'?: string }) =>
    officer.browser.open(`${path}/gevolgen?${new URLSearchParams({ ...unchanged, ...given }).toString()}`);
  const save = async (given: Partial<typeof unchanged>) => {
    await effectsOf(given);
    return officer.browser.press('Opslaan');
  };
  const policyNow = async (id = employer): Promise<Policy> =>
    (await Employers.findById(id).orFail().lean<Employer>()).policy;
  const entries = () =>
    AuditEntries.find({ employer, action: 'policy-changed' }).sort({ number: 1 }).lean<AuditEntry[]>();
  const listed = () => {
    const { $ } = officer.browser.page;
    return $('main li')
      .toArray()
      .map((li) => squeeze($(li).text()));
  };
  const problems = () => squeeze(officer.browser.page.$('.problems ul').text());
  const chosen = () => {
    const { $ } = officer.browser.page;
    return $('input[type=radio][checked]')
      .toArray()
      .map((input) => $(input).attr('value'));
  };

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(() => portal.close());

  it('tells who would be held up, saves only after that, and then they are, at their next click', async () => {
    const employee = await anEmployee(portal, employer, { number: '338' });
    await anEmployeeWithTwoFactor(portal, employer);
    await aNewcomer(portal, employer);
    await anEmployee(portal, await anEmployer('Een ander'));
    await logIn(employee);
    await officer.browser.open('/');
    await officer.browser.follow('Beleid');
    assert.deepEqual(chosen(), ['eigen-keuze', 'eigen-keuze']);
    const { heading, text } = await effectsOf({ 'tweestaps-werknemers': 'verplicht' });
    assert.equal(heading, 'Wie kan er dan niet meer verder?');
    assert.match(text, /1 persoon moet bij de volgende klik eerst tweestapsverificatie instellen/);
    assert.deepEqual(listed(), ['Wekkers, P. van (338)']);
    assert.deepEqual(await policyNow(), { employee: optional, officer: optional });
    assert.equal((await employee.browser.open('/')).path, '/');

    const page = await officer.browser.press('Opslaan');
    assert.match(page.$('[role=status]').text(), /Het beleid is opgeslagen\./);
    assert.deepEqual(chosen(), ['verplicht', 'eigen-keuze']);
    assert.deepEqual(await policyNow(), { employee: required, officer: optional });
    assert.equal((await employee.browser.open('/')).path, '/2-factor-authenticatie');
    const [entry, ...more] = (await entries()) as [AuditEntry];
    assert.deepEqual(more, []);
    assert.deepEqual(entry.policy, { employee: required });
    assert.deepEqual(
      [entry.actor.id?.toString(), entry.actor.kind, entry.reason],
      [officer.id.toString(), 'officer', undefined],
    );
    assert.match(
      (await officer.browser.open('/werkgever/logboek')).text,
      /Beleid veranderd: werknemers verplicht ?H\. de Ruiter/,
    );
  });

  it('takes a day as people write it, counts it from its beginning in Amsterdam, and shows it again', async () => {
    const { text } = await effectsOf({ 'tweestaps-hr': 'verplicht', 'vanaf-hr': '1-12-2040' });
    assert.match(text, /1 persoon moet vanaf 1 december 2040 eerst tweestapsverificatie instellen/);
    assert.deepEqual(listed(), ['H. de Ruiter']);
    await officer.browser.press('Opslaan');
    const from = new Date('2040-11-30T23:00:00Z');
    assert.deepEqual((await policyNow()).officer, { state: 'required', from });
    const { $ } = await officer.browser.open(path);
    assert.equal($('#vanaf-hr').attr('value'), '01-12-2040');
    assert.match(officer.browser.page.text, /Vanaf 1 december 2040 heb je 2 factor authenticatie nodig/);
    assert.match(
      (await officer.browser.open('/werkgever/logboek')).text,
      /HR-medewerkers verplicht vanaf 1 december 2040/,
    );
    await save({});
    assert.deepEqual(await policyNow(), { employee: optional, officer: optional });
  });

  it('shows the first 50 of many, counts all, and leads to the list of them', async () => {
    await fill(new Types.ObjectId(employer), 1000, portal.now());
    const { text } = await effectsOf({ 'tweestaps-werknemers': 'verplicht' });
    const { $ } = officer.browser.page;
    const all = Number(/(\d+) personen/.exec(text)?.[1]);
    assert.ok(all > 300, text);
    assert.equal(listed().length, 50);
    assert.match(text, /Dit zijn de eerste 50\./);
    assert.equal($('main a').first().attr('href'), '/werkgever/werknemers?filter=tweestaps-uit');
    await officer.browser.follow('Bekijk ze allemaal');
    assert.equal(squeeze(officer.browser.page.$('[aria-current=page] .count').text()), String(all));
  });

  it('sets for how many months the log is kept, after telling what that comes to', async () => {
    const asked = (months: string) => effectsOf({ 'maanden-logboek': months });
    for (const wrong of ['11', '121', '-12', 'altijd', '1e2', '24.5']) {
      const { status, $ } = await asked(wrong);
      assert.equal(status, 400);
      assert.equal(problems(), 'Vul een aantal maanden in van 12 tot en met 120.');
      assert.equal($('#maanden-logboek').attr('value'), wrong);
    }
    assert.match((await asked('24')).text, /Er verandert niets/);
    assert.match(
      (await asked('18')).text,
      /Wat meer dan 18 maanden geleden gebeurde, verdwijnt uit het logboek/,
    );
    assert.equal((await policyNow()).logMonths, undefined);
    const saved = await officer.browser.press('Opslaan');
    assert.match(saved.text, /Het beleid is opgeslagen/);
    assert.equal(saved.$('#maanden-logboek').attr('value'), '18');
    assert.equal((await policyNow()).logMonths, 18);
    const [entry, ...more] = (await entries()) as [AuditEntry];
    assert.deepEqual([entry.policy, more], [{ logMonths: 18 }, []]);
    assert.match((await officer.browser.open('/werkgever/logboek')).text, /logboek bewaren: 18 maanden/);
    // By hand: no page has sent this.
    await asked('30');
    const form = { _csrf: officer.browser.token, 'maanden-logboek': '1' };
    assert.equal((await officer.browser.post(path, form)).status, 400);
    assert.equal((await policyNow()).logMonths, 18);
  });

  it('says so when nobody is held up, and when nothing changes', async () => {
    assert.match((await effectsOf({ 'tweestaps-werknemers': 'verplicht' })).text, /Werknemers ?Niemand\./);
    const { text, $ } = await effectsOf({});
    assert.match(text, /Er verandert niets: het beleid is al zo\./);
    assert.equal($('main button').length, 0);
    await officer.browser.open(path);
    const form = { _csrf: (await effectsOf({ 'tweestaps-hr': 'verplicht' }), officer.browser.token) };
    await officer.browser.post(path, { ...form, 'tweestaps-hr': 'eigen-keuze' });
    assert.match(officer.browser.page.text, /Er is niets veranderd: het beleid was al zo\./);
    assert.deepEqual(await entries(), []);
  });

  it('asks what a day without a duty means, and ends a duty whose day still stands there', async () => {
    const day = { 'tweestaps-hr': 'eigen-keuze', 'vanaf-hr': '1-12-2040' };
    assert.equal((await effectsOf(day)).status, 400);
    assert.equal(problems(), 'Kies hierboven ‘verplicht’, of laat dit veld leeg.');
    await save({ ...day, 'tweestaps-hr': 'verplicht' });
    assert.equal((await policyNow()).officer.state, 'required');
    await save({ ...day, 'vanaf-hr': '01-12-2040' });
    assert.deepEqual((await policyNow()).officer, optional);
  });

  it('refuses what is no day or no choice, keeps what was typed, and changes nothing', async () => {
    for (const day of ['31-2-2027', 'morgen', '<b>', '2027-13-01', '1-1-27', '1-12-2026x']) {
      const { status, $, title } = await effectsOf({
        'tweestaps-werknemers': 'verplicht',
        'vanaf-werknemers': day,
      });
      assert.equal(status, 400);
      assert.match(title, /^Fout: /);
      assert.equal(problems(), 'Vul een dag in, zoals 1-12-2026. Of laat het veld leeg.');
      assert.equal($('#vanaf-werknemers').attr('value'), day);
      assert.deepEqual(chosen(), ['verplicht', 'eigen-keuze']);
    }
    assert.equal((await effectsOf({ 'tweestaps-hr': 'soms' })).status, 400);
    assert.equal(problems(), 'Kies of tweestapsverificatie verplicht is voor HR-medewerkers.');
    const hidden = { 'tweestaps-hr': 'verplicht', 'vanaf-hr': '30-2-2040' };
    await effectsOf({ 'tweestaps-hr': 'verplicht' });
    const { token } = officer.browser;
    assert.equal((await officer.browser.post(path, { _csrf: token, ...hidden })).status, 400);
    assert.equal((await officer.browser.post(path, { _csrf: token })).status, 400);
    assert.deepEqual(await policyNow(), { employee: optional, officer: optional });
    assert.deepEqual(await entries(), []);
  });

  it('leads who asks what comes of nothing to the form', async () => {
    assert.equal((await officer.browser.open(`${path}/gevolgen`)).path, path);
  });

  it('keeps what was chosen for who comes back from the page that tells', async () => {
    await effectsOf({ 'tweestaps-werknemers': 'verplicht', 'vanaf-werknemers': '5-1-2041' });
    const { $ } = await officer.browser.follow('Terug');
    assert.deepEqual(chosen(), ['verplicht', 'eigen-keuze']);
    assert.equal($('#vanaf-werknemers').attr('value'), '05-01-2041');
    assert.deepEqual(await policyNow(), { employee: optional, officer: optional });
  });

  it('saves what was changed and no more: a colleague saves the rest meanwhile', async () => {
    const colleague = await anOfficer(portal, employer);
    await logIn(colleague);
    await effectsOf({ 'tweestaps-werknemers': 'verplicht', 'vanaf-werknemers': '1-1-2041' });
    await colleague.browser.open(
      `${path}/gevolgen?tweestaps-werknemers=eigen-keuze&tweestaps-hr=verplicht&vanaf-hr=1-1-2042`,
    );
    await colleague.browser.press('Opslaan');
    await officer.browser.press('Opslaan');
    const { employee, officer: officers } = await policyNow();
    assert.deepEqual([employee.state, officers.state], ['required', 'required']);
    assert.equal((await entries()).length, 2);
  });

  it('is of the own employer alone, and of a beheerder alone [V8.2.1, V8.2.2]', async () => {
    const other = await anEmployer('Een ander');
    await effectsOf({ 'tweestaps-werknemers': 'verplicht' });
    const form = { _csrf: officer.browser.token, 'tweestaps-werknemers': 'verplicht', employer: other };
    await officer.browser.post(`${path}?employer=${other}`, form);
    assert.deepEqual(await policyNow(other), { employee: optional, officer: optional });
    assert.equal((await policyNow()).employee.state, 'required');

    const medewerker = await anOfficer(portal, employer, { role: 'medewerker' });
    await logIn(medewerker);
    assert.doesNotMatch(medewerker.browser.page.$('header nav').text(), /Beleid/);
    for (const page of [path, `${path}/gevolgen?${new URLSearchParams(unchanged).toString()}`])
      assert.equal((await medewerker.browser.open(page)).status, 403);
    await medewerker.browser.open('/beveiliging');
    const wanted = { _csrf: medewerker.browser.token, 'tweestaps-werknemers': 'eigen-keuze' };
    assert.equal((await medewerker.browser.post(path, wanted)).status, 403);
    assert.equal((await policyNow()).employee.state, 'required');
  });
});
