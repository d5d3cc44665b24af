import assert from 'node:assert/strict';
import { Accounts, Employees, type Employee } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import {
  aNewcomer,
  anEmployee,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  record,
  type Person,
} from '../support/people.js';

describe('what is on record of an employee', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let employee: Person;

  const pathOf = ({ id }: Pick<Person, 'id'>) => `/werkgever/werknemers/${id.toString()}/gegevens`;
  const open = (who: Pick<Person, 'id'> = employee) => officer.browser.open(pathOf(who));
  const save = (fields: Record<string, string>) => officer.browser.press('Opslaan', fields);
  const notice = () => officer.browser.page.$('[role=status]').text();
  const entries = async () => {
    const found = AuditEntries.find({ account: employee.id }).sort({ number: 1 });
    return (await found.lean<AuditEntry[]>()).slice(1);
  };
  const lettersAfter = async (count: number) => {
    await portal.deps.relay.settled();
    return (await portal.letters()).slice(count);
  };

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
    employee = await anEmployee(portal, employer);
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
  });
  after(() => portal.close());

  it('is shown to be changed: names and date of birth, and found under the new name', async () => {
    await logIn(employee);
    const { $ } = await open();
    assert.equal($('#achternaam').attr('value'), 'Wekkers');
    const count = (await portal.letters()).length;
    await save({ Voorvoegsel: '', Achternaam: ' Çelik ', Geboortedatum: '31-1-1980' });
    assert.equal(notice(), 'De gegevens zijn gewijzigd.');
    const { surname, prefix, birthDate } = (await record(employee)) as { surname?: string } & {
      prefix?: string;
      birthDate?: string;
    };
    assert.deepEqual([surname, prefix, birthDate], ['Çelik', undefined, '1980-01-31']);
    assert.equal((await open()).$('#geboortedatum').attr('value'), '31-01-1980');
    assert.match((await officer.browser.open('/werkgever/werknemers?zoek=celik')).text, /Çelik, P\./);
    const [entry] = await entries();
    assert.deepEqual(
      [entry?.action, entry?.details],
      ['details-changed', ['prefix', 'surname', 'birthDate']],
    );
    assert.match(
      (await officer.browser.open('/werkgever/logboek')).text,
      /Gegevens gewijzigd: voorvoegsel, achternaam, geboortedatum/,
    );
    assert.deepEqual(await lettersAfter(count), []);
    // A name is no reason to log in again.
    assert.equal((await employee.browser.open('/')).path, '/');
  });

  it('has an e-mail address, of which the old one is told too, with a link that closes and restores', async () => {
    const count = (await portal.letters()).length;
    await open();
    await save({ 'E-mailadres': 'Nieuw@mail.com' });
    assert.match(
      notice(),
      /E-mail gaat vanaf nu naar Nieuw@mail\.com, en niet meer naar p\.vanwekkers@mail\.com\./,
    );
    const letters = await lettersAfter(count);
    assert.deepEqual(letters.map(({ to }) => to).sort(), ['Nieuw@mail.com', 'p.vanwekkers@mail.com']);
    assert.ok(letters.every(({ text }) => text.includes('Wekkers B.V. heeft op')));
    const told = letters.find(({ to }) => to === 'p.vanwekkers@mail.com');
    const owner = new Browser(portal.app);
    await owner.open(new URL(told?.links[0] ?? '').pathname);
    await owner.press('Mijn toegang blokkeren');
    const { email, access } = await record(employee);
    assert.deepEqual([email, access.state], ['p.vanwekkers@mail.com', 'blocked']);
    const [entry] = await entries();
    assert.deepEqual([entry?.action, entry?.email], ['email-corrected', 'p.vanwekkers@mail.com']);
  });

  it('ends the links in letters to the old address, and says so of an invitation', async () => {
    const id = await aNewcomer(portal, employer);
    await officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
    await officer.browser.press('Toegang verstrekken');
    const link = new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;
    await open({ id });
    await save({ 'E-mailadres': 'goed@mail.com' });
    assert.match(notice(), /De link in de uitnodiging werkt niet meer\. Verstuur de uitnodiging opnieuw\.$/);
    assert.equal((await elsewhere(portal, officer).browser.open(link)).status, 410);
    await portal.deps.relay.settled();
    const colleague = await anOfficer(portal, employer);
    await logIn(colleague);
    await officer.browser.press('Uitnodiging opnieuw versturen');
    await colleague.browser.open('/werkgever/vier-ogen');
    await colleague.browser.press('Bevestigen');
    assert.equal((await portal.letters()).at(-1)?.to, 'goed@mail.com');
  });

  it('tells nobody of a mistake in the address of who never had access', async () => {
    const id = await aNewcomer(portal, employer);
    const count = (await portal.letters()).length;
    await open({ id });
    await save({ 'E-mailadres': 'goed@mail.com' });
    assert.deepEqual(await lettersAfter(count), []);
    const [entry] = await AuditEntries.find({ account: id, action: 'email-entered' }).lean<AuditEntry[]>();
    assert.equal(entry?.email, 'j.bakker@mail.com');
  });

  it('is kept as it was, with what to do, when something will not do; what was typed stays [V2.2.1]', async () => {
    const before = await record(employee);
    for (const [field, typed, words] of [
      ['voorletters', '', 'Vul voorletters in van hoogstens 100 tekens, zonder < en >.'],
      ['achternaam', 'x'.repeat(101), 'Vul een achternaam in van hoogstens 100 tekens, zonder < en >.'],
      ['achternaam', 'a\nb', 'Vul een achternaam in van hoogstens 100 tekens, zonder < en >.'],
      ['voorletters', '<b>', 'Vul voorletters in van hoogstens 100 tekens, zonder < en >.'],
      ['achternaam', '<img src=x>', 'Vul een achternaam in van hoogstens 100 tekens, zonder < en >.'],
      ['voorvoegsel', '>', 'Gebruik hoogstens 100 tekens voor het voorvoegsel, zonder < en >.'],
      ['e-mailadres', '<a@b.nl>', 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.'],
      ['voorvoegsel', 'x'.repeat(101), 'Gebruik hoogstens 100 tekens voor het voorvoegsel, zonder < en >.'],
      ['e-mailadres', 'x', 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.'],
      ['e-mailadres', 'a@b.nl\r\nBcc: c@d.nl', 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.'],
      ['geboortedatum', '31-02-1980', 'Vul een geboortedatum in, zoals 31-1-1980, of laat dit leeg.'],
      ['geboortedatum', '1-1-2900', 'Vul een geboortedatum in, zoals 31-1-1980, of laat dit leeg.'],
    ] as const) {
      await open();
      const page = await officer.browser.post(pathOf(employee), {
        _csrf: officer.browser.token,
        versie: officer.browser.page.$('[name=versie]').attr('value') ?? '',
        voorletters: 'Q',
        achternaam: 'Anders',
        'e-mailadres': 'anders@mail.com',
        [field]: typed,
      });
      assert.deepEqual([page.status, page.$(`#${field}-fout`).text()], [400, words], typed);
      if (field !== 'voorletters') assert.equal(page.$('#voorletters').attr('value'), 'Q');
    }
    assert.deepEqual(await record(employee), before);
  });

  it('shows names as text, whatever is in them [V3.2.2]', async () => {
    // From before such names were refused.
    await Employees.updateOne({ _id: employee.id }, { $set: { surname: '<img src=x onerror=alert(1)>' } });
    await officer.browser.open(`/werkgever/werknemers/${employee.id.toString()}`);
    assert.match(officer.browser.page.text, /<img src=x onerror=alert\(1\)>/);
    assert.equal(officer.browser.page.$('main img').length, 0);
  });

  it('does not put back what the person changed since the page was opened', async () => {
    await open();
    await Accounts.updateOne(
      { _id: employee.id },
      { $set: { email: 'eigen@mail.com', emailKey: 'eigen@mail.com' }, $inc: { version: 1 } },
    );
    const page = await save({ Voorletters: 'Q.' });
    assert.equal(page.status, 409);
    assert.match(page.text, /Nu staat er: P\. van Wekkers, eigen@mail\.com\. Controleer/);
    assert.equal(page.$('#voorletters').attr('value'), 'Q.');
    assert.equal((await record(employee)).email, 'eigen@mail.com');
  });

  it('does not put back what a colleague changed since the page was opened', async () => {
    await open();
    const { page } = officer.browser;
    await save({ Achternaam: 'Wekkers-Bos', Geboortedatum: '31-1-1980' });
    officer.browser.page = page;
    const late = await save({ Voorletters: 'Q.' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Nu staat er: P\. van Wekkers-Bos, p\.vanwekkers@mail\.com, 31-01-1980\./);
    const { surname, birthDate, initials } = (await record(employee)) as Employee;
    assert.deepEqual([surname, birthDate, initials], ['Wekkers-Bos', '1980-01-31', 'P']);
    assert.equal((await save({ Voorletters: 'Q.' })).status, 200);
  });

  it('is nothing to do with another employer [V8.2.2]', async () => {
    const stranger = await anEmployee(portal, await anEmployer('Andere B.V.'));
    await open();
    const before = await record(stranger);
    assert.equal((await officer.browser.open(pathOf(stranger))).status, 404);
    const { status } = await officer.browser.post(pathOf(stranger), {
      _csrf: officer.browser.token,
      versie: '0.0',
      voorletters: 'Q',
      achternaam: 'Anders',
      'e-mailadres': 'anders@mail.com',
    });
    assert.equal(status, 404);
    assert.deepEqual(await record(stranger), before);
  });
});
