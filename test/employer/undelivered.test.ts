import assert from 'node:assert/strict';
import type { Types } from 'mongoose';
import { OutgoingMails } from '../../src/models/outgoing-mail.js';
import { startPortal, type Portal } from '../support/app.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { act } from '../support/officer.js';
import { squeeze } from '../support/page.js';
import { aNewcomer, anEmployee, anEmployer, anOfficer, logIn, type Person } from '../support/people.js';

describe('the page of an employee whose letter did not arrive', () => {
  let portal: Portal;
  let server: MailServer;
  let employer: string;
  let officer: Person;

  before(async () => {
    server = await startMailServer();
    portal = await startPortal({ SMTP_URL: server.url });
  });
  beforeEach(async () => {
    server.mood = 'takes';
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  const open = (id: Types.ObjectId) => officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
  const press = async (button: string) => {
    await act(officer.browser, button);
    await portal.deps.relay.settled();
  };
  const lines = async (id: Types.ObjectId) => {
    const { $ } = await open(id);
    return $('.attention')
      .toArray()
      .map((line) => squeeze($(line).text()));
  };
  const later = async (minutes: number) => {
    await portal.pass({ minutes });
    await portal.deps.outbox.sweep();
  };

  it('says that it waits, once it does so for five minutes, and no more when it is out', async () => {
    const id = await aNewcomer(portal, employer);
    server.mood = 'drops';
    await open(id);
    await press('Toegang verstrekken');
    await later(4);
    assert.deepEqual(await lines(id), []);
    await later(1);
    const [line = '', ...others] = await lines(id);
    assert.match(
      line,
      /^De e-mail ‘Je toegang tot het Werknemerloket’ aan j\.bakker@mail\.com wacht sinds \d+ \S+ \d{4}, \d\d:\d\d\./,
    );
    assert.match(line, /We proberen het opnieuw\. Je hoeft niets te doen\.$/);
    assert.deepEqual(others, []);
    server.mood = 'takes';
    await later(10);
    assert.deepEqual(await lines(id), []);
  });

  it('says that it failed and what to do, until the same letter arrived; the list finds who it is', async () => {
    const id = await aNewcomer(portal, employer);
    server.mood = 'unknown-address';
    await open(id);
    await press('Toegang verstrekken');
    const [line = ''] = await lines(id);
    assert.match(
      line,
      /^De e-mail ‘Je toegang tot het Werknemerloket’ aan j\.bakker@mail\.com van .* is niet/,
    );
    assert.match(line, /Controleer het e-mailadres\. Klopt het\? Verstuur de e-mail dan opnieuw\.$/);
    const found = async () => {
      await portal.pass({ seconds: 11 });
      const page = await officer.browser.open('/werkgever/werknemers?filter=niet-bezorgd');
      const name = squeeze(page.$('tbody th').text());
      return [name, squeeze(page.$('.filters [aria-current] .count').text())];
    };
    assert.deepEqual(await found(), ['Bakker, J.', '1']);
    await open(id);
    server.mood = 'takes';
    await press('Uitnodiging opnieuw versturen');
    assert.deepEqual(await lines(id), []);
    assert.deepEqual(await found(), ['', '0']);
  });

  it('says of what cannot be sent again that the employee has to be told', async () => {
    const employee = await anEmployee(portal, employer);
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
    server.mood = 'unknown-address';
    await open(employee.id);
    await press('Blokkeren');
    const [line = ''] = await lines(employee.id);
    assert.match(
      line,
      /‘Je toegang tot het Werknemerloket is geblokkeerd’ .* Vertel het de werknemer zelf\.$/,
    );
  });

  it('is no more in the list once a later letter arrived, also when an earlier one is given up after it', async () => {
    const id = await aNewcomer(portal, employer);
    server.mood = 'busy';
    await open(id);
    await press('Toegang verstrekken');
    server.mood = 'takes';
    await portal.pass({ minutes: 1 });
    await press('Gebruikersnaam versturen');
    server.mood = 'unknown-address';
    await later(10);
    await portal.pass({ seconds: 11 });
    const page = await officer.browser.open('/werkgever/werknemers?filter=niet-bezorgd');
    assert.equal(squeeze(page.$('.filters [aria-current] .count').text()), '0');
    assert.equal(await OutgoingMails.countDocuments({ account: id, state: 'failed' }), 1);
  });

  it('has nothing about letters to anybody else', async () => {
    const [id, other] = [await aNewcomer(portal, employer), await aNewcomer(portal, employer)];
    server.mood = 'unknown-address';
    await open(other);
    await press('Toegang verstrekken');
    assert.equal((await lines(other)).length, 1);
    assert.deepEqual(await lines(id), []);
  });
});
