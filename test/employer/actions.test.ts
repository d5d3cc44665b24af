import assert from 'node:assert/strict';
import type { Types } from 'mongoose';
import { actionsInState, accessState, type AccessState } from '../../src/employer/officer-actions.js';
import { buttonNames } from '../../src/employer/messages/nl.js';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries, type AuditEntry } from '../../src/models/audit-entry.js';
import { resetTwoFactor } from '../../src/two-factor/reset.js';
import { startPortal, type Portal } from '../support/app.js';
import { act } from '../support/officer.js';
import { squeeze } from '../support/page.js';
import {
  aNewcomer,
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  record,
  type Person,
} from '../support/people.js';

describe('what an officer can do for an employee', () => {
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let employee: Person;

  const open = (id = employee.id) => officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
  const buttons = () => {
    const { $ } = officer.browser.page;
    return $('main .buttons button, main .buttons a')
      .toArray()
      .map((button) => squeeze($(button).text()));
  };
  const notice = () => officer.browser.page.$('[role=status]').text();
  const last = async (action: string) =>
    AuditEntries.findOne({ account: employee.id, action }).sort({ at: -1 }).orFail().lean<AuditEntry>();

  before(async () => {
    portal = await startPortal();
  });
  beforeEach(async () => {
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
    employee = await anEmployee(portal, employer);
  });
  after(() => portal.close());

  const since = new Date();
  for (const access of [
    { state: 'none', since },
    { state: 'invited', since, until: since },
    { state: 'active', since },
    { state: 'blocked', since, before: 'active' },
    { state: 'blocked', since, before: 'closed' },
    { state: 'revoked', since },
  ] as const) {
    const state: AccessState = accessState(access);
    const expected = actionsInState[state];
    it(`has the buttons of the table, and no other action works: ${state}`, async () => {
      await Accounts.updateOne({ _id: employee.id }, { $set: { access } });
      await open();
      assert.deepEqual(
        buttons(),
        expected.map((action) => buttonNames[action]),
      );
      await portal.deps.relay.bring(employee.id);
      const before = await record(employee);
      for (const [action, path] of [
        ['grant', 'toegang-verstrekken'],
        ['send-invitation-again', 'uitnodiging-versturen'],
        ['block', 'blokkeren'],
        ['unblock', 'deblokkeren'],
        ['revoke', 'toegang-intrekken'],
        ['invite-again', 'opnieuw-uitnodigen'],
        ['send-username', 'gebruikersnaam-versturen'],
        ['reset-two-factor', 'tweestapsverificatie'],
      ] as const) {
        if ((expected as readonly string[]).includes(action)) continue;
        const page = await officer.browser.post(`/werkgever/werknemers/${employee.id.toString()}/${path}`, {
          _csrf: officer.browser.token,
          reden: 'zomaar',
          vastgesteld: 'ja',
        });
        assert.match(page.text, /Er is niets veranderd/, path);
      }
      assert.deepEqual(await record(employee), before);
    });
  }

  it('blocks with a reason, which the employee does not read, and shows by whom and why', async () => {
    await open();
    const question = await officer.browser.follow('Blokkeren');
    assert.match(question.text, /De werknemer wordt overal uitgelogd/);
    for (const reden of ['', '   ', 'x'.repeat(201), 'twee\nregels']) {
      const { path } = officer.browser.page;
      const page = await officer.browser.post(path, { _csrf: officer.browser.token, reden });
      assert.equal(page.status, 400);
      assert.equal(page.$('#reden-fout').text(), 'Schrijf op waarom je dit doet, in 1 tot 200 tekens.');
    }
    assert.equal((await record(employee)).access.state, 'active');
    await officer.browser.press('Blokkeren', { Reden: 'verdacht <b>gedrag</b>' });
    const { $ } = officer.browser.page;
    const access = $('dt')
      .filter((_, dt) => $(dt).text() === 'Toegang')
      .next('dd');
    assert.match(
      squeeze(access.text()),
      /^Geblokkeerd, sinds \d.*Door H\. de Ruiter: verdacht <b>gedrag<\/b>$/,
    );
    assert.equal((await last('access-blocked')).reason, 'verdacht <b>gedrag</b>');
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.subject, 'Je toegang tot het Werknemerloket is geblokkeerd');
    assert.doesNotMatch(letter.text + letter.html, /verdacht/);
    await officer.browser.press('Deblokkeren');
    assert.doesNotMatch(officer.browser.page.$('dl').text(), /verdacht/);
  });

  it('keeps what was typed when something else is missing', async () => {
    employee = await anEmployeeWithTwoFactor(portal, employer);
    await open();
    await officer.browser.follow('Op Nee zetten');
    const page = await officer.browser.press('Op Nee zetten', { Reden: 'telefoon in het water' });
    assert.equal(page.status, 400);
    assert.equal(page.$('#reden').attr('value'), 'telefoon in het water');
    assert.equal(page.$('#reden-fout').length, 0);
  });

  it('withdraws access: out at the next click, told at login, and two-factor stays [V7.4.2, V8.3.2]', async () => {
    employee = await anEmployeeWithTwoFactor(portal, employer);
    await open();
    await act(officer.browser, 'Toegang intrekken');
    assert.match(notice(), /^De toegang van P\. van Wekkers is ingetrokken\./);
    assert.deepEqual(buttons(), ['Toegang verstrekken']);
    assert.equal((await employee.browser.open('/')).path, '/inloggen');
    assert.match((await logIn(employee)).text, /Je werkgever heeft je toegang ingetrokken\./);
    assert.match((await logIn(employee, 'een verkeerde lange zin')).text, /klopt niet\./);
    assert.equal(
      (await portal.letters()).at(-1)?.subject,
      'Je toegang tot het Werknemerloket is ingetrokken',
    );
    assert.equal((await last('access-revoked')).reason, 'telefoon gestolen');
    assert.equal((await record(employee)).twoFactor.state, 'on');
  });

  it('gives access again after it was withdrawn: the same username, a new password, and still the code', async () => {
    employee = await anEmployeeWithTwoFactor(portal, employer);
    await open();
    await act(officer.browser, 'Toegang intrekken');
    await officer.browser.press('Toegang verstrekken');
    assert.notEqual((await logIn(employee)).path, '/');
    const link = (await portal.letters()).at(-1)?.links[0] ?? '';
    const anew = elsewhere(portal, employee);
    await anew.browser.open(new URL(link).pathname);
    await anew.browser.press('Wachtwoord opslaan', { Wachtwoord: `${password} opnieuw` });
    const { path } = await logIn(anew, `${password} opnieuw`);
    assert.equal(path, '/inloggen/verificatie');
  });

  it('makes the link of an invitation worth nothing when access is withdrawn', async () => {
    const id = await aNewcomer(portal, employer);
    await open(id);
    await officer.browser.press('Toegang verstrekken');
    const link = (await portal.letters()).at(-1)?.links[0] ?? '';
    await act(officer.browser, 'Toegang intrekken');
    const { browser } = elsewhere(portal, officer);
    assert.equal((await browser.open(new URL(link).pathname)).status, 410);
  });

  it('goes back to what it was before the block', async () => {
    const id = await aNewcomer(portal, employer);
    await open(id);
    await officer.browser.press('Toegang verstrekken');
    await act(officer.browser, 'Blokkeren');
    await officer.browser.press('Deblokkeren');
    assert.equal((await record({ id })).access.state, 'invited');
  });

  describe('say of somebody who is invited that their link works no more', () => {
    const ended = 'De link in de uitnodiging werkt niet meer. Verstuur de uitnodiging opnieuw.';
    let id: Types.ObjectId;
    let link: string;

    beforeEach(async () => {
      id = await aNewcomer(portal, employer);
      await open(id);
      await officer.browser.press('Toegang verstrekken');
      assert.match(officer.browser.page.text, /De link in de uitnodiging werkt tot/);
      link = new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;
    });

    const isTold = async () => {
      assert.equal((await elsewhere(portal, officer).browser.open(link)).status, 410);
      assert.ok(officer.browser.page.$('[role=status]').text().includes(ended));
      assert.match(officer.browser.page.text, /De link in de uitnodiging werkt niet meer sinds/);
      const { text } = await officer.browser.open('/werkgever/werknemers?filter=verlopen');
      assert.match(text, /Bakker, J\./);
      await open(id);
      await officer.browser.press('Uitnodiging opnieuw versturen');
      assert.match(officer.browser.page.text, /De link in de uitnodiging werkt tot/);
    };

    it('after a block and its end; the letter promises nothing else', async () => {
      await act(officer.browser, 'Blokkeren');
      await officer.browser.press('Deblokkeren');
      const letter = (await portal.letters()).at(-1);
      assert.match(letter?.text ?? '', /De link in je uitnodiging werkt niet meer\./);
      await isTold();
    });

    it('after a change of their e-mail address, for which a colleague confirms the next', async () => {
      const colleague = await anOfficer(portal, employer, { name: 'F. Smit' });
      await logIn(colleague);
      await officer.browser.follow('Gegevens wijzigen');
      await officer.browser.press('Opslaan', { 'E-mailadres': 'goed@mail.com' });
      assert.ok(officer.browser.page.$('[role=status]').text().includes(ended));
      assert.match(officer.browser.page.text, /De link in de uitnodiging werkt niet meer sinds/);
      await officer.browser.press('Uitnodiging opnieuw versturen');
      await colleague.browser.open('/werkgever/vier-ogen');
      await colleague.browser.press('Bevestigen');
      assert.match((await open(id)).text, /De link in de uitnodiging werkt tot/);
    });

    it('after Tweestapsverificatie on Nee, for whom access was withdrawn and given again', async () => {
      const twoFactor = { state: 'on', secret: 'x', since, lastStep: 1 };
      await Accounts.updateOne({ _id: id }, { $set: { twoFactor } });
      await open(id);
      await act(officer.browser, 'Op Nee zetten');
      await isTold();
    });

    it('after the same at the command line', async () => {
      const twoFactor = { state: 'on', secret: 'x', since, lastStep: 1 };
      await Accounts.updateOne({ _id: id }, { $set: { twoFactor } });
      const { username = '' } = await record({ id });
      await resetTwoFactor(username, 'telefoon kwijt', portal.now());
      assert.match((await open(id)).text, /De link in de uitnodiging werkt niet meer sinds/);
    });
  });
});
