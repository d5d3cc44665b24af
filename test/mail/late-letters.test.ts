import assert from 'node:assert/strict';
import type { ParsedMail } from 'mailparser';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { dateTime } from '../../src/dates.js';
import { changeAccess } from '../../src/employer/change-access.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import {
  aNewcomer,
  anEmployee,
  anEmployer,
  anOfficer,
  logIn,
  password,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

const old = 'p.vanwekkers@mail.com';
const fresh = 'petra@elders.nl';

describe('a letter that comes late, or twice', () => {
  let portal: Portal;
  let server: MailServer;
  let employer: string;

  before(async () => {
    server = await startMailServer();
    portal = await startPortal({ SMTP_URL: server.url });
  });
  beforeEach(async () => {
    server.mood = 'takes';
    employer = await anEmployer();
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  const later = async (minutes: number) => {
    await portal.pass({ minutes });
    await portal.deps.outbox.sweep();
  };

  const linkIn = (letter?: ParsedMail) =>
    new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? 'http://none').pathname;

  const letterTo = async (address: string) => {
    await portal.deps.relay.settled();
    return server.received.findLast(({ to }) => [to ?? []].flat()[0]?.text === address);
  };

  /** What the last letter to this address leads to. */
  const linkTo = async (address: string) => linkIn(await letterTo(address));

  /** Until when its link works, as the letter says. */
  const untilIn = (letter?: ParsedMail) =>
    /link werkt tot (.+? \d{4}, \d\d:\d\d)/.exec(letter?.text ?? '')?.[1];

  const inDays = (days: number) =>
    dateTime(new Date(portal.now().getTime() + days * 24 * 60 * 60_000), { language: 'nl' });

  const press = async (path: string, button: string, browser = new Browser(portal.app)) => {
    await browser.open(path);
    return browser.press(button);
  };

  /** Changes the address, and the mail server takes nothing from then on. */
  async function changeEmail(who: Person) {
    await logIn(who);
    await who.browser.open('/e-mailadres-wijzigen');
    await who.browser.press('E-mail sturen', { 'Nieuw e-mailadres': fresh, Wachtwoord: password });
    const link = await linkTo(fresh);
    server.mood = 'busy';
    await press(link, 'Bevestigen', who.browser);
    await portal.deps.relay.settled();
  }

  it('says until when its link restores the e-mail address, 7 days from when it came, and that is so', async () => {
    const employee = await anEmployee(portal, employer);
    await changeEmail(employee);
    for (let hour = 0; hour < 23; hour++) await later(60);
    server.mood = 'takes';
    await later(4 * 60);
    assert.equal(untilIn(await letterTo(old)), inDays(7));
    await portal.pass({ minutes: 7 * 24 * 60 - 1 });
    await press(await linkTo(old), 'Mijn toegang blokkeren');
    const { email, access } = await record(employee);
    assert.deepEqual([access.state, email], ['blocked', old]);
  });

  it('that waited while the portal was down for days has no link that outlives the restoring, and says so', async () => {
    const employee = await anEmployee(portal, employer);
    await changeEmail(employee);
    await portal.pass({ minutes: 3 * 24 * 60 });
    server.mood = 'takes';
    await portal.deps.outbox.sweep();
    const link = await linkTo(old);
    assert.equal(untilIn(await letterTo(old)), inDays(6));
    await portal.pass({ minutes: 6 * 24 * 60 - 1 });
    assert.equal((await new Browser(portal.app).open(link)).status, 200);
    await portal.pass({ minutes: 1 });
    const page = await new Browser(portal.app).open(link);
    assert.equal(page.status, 410);
    assert.match(page.text, /Neem dan meteen contact op met je werkgever/);
  });

  it('that waited while the portal was down for days restores to the end', async () => {
    const employee = await anEmployee(portal, employer);
    await changeEmail(employee);
    await portal.pass({ minutes: 3 * 24 * 60 });
    server.mood = 'takes';
    await portal.deps.outbox.sweep();
    await portal.pass({ minutes: 6 * 24 * 60 - 1 });
    await press(await linkTo(old), 'Mijn toegang blokkeren');
    const { email, access } = await record(employee);
    assert.deepEqual([access.state, email], ['blocked', old]);
  });

  it('has a link for what was changed, and not for what came after it', async () => {
    const id = await aNewcomer(portal, employer);
    const whom = { employer: new Types.ObjectId(employer), employee: id };
    for (const action of ['grant', 'block', 'unblock'] as const)
      await changeAccess(whom, action, { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    const invitation = server.received.findLast(({ text }) => (text ?? '').includes('wachtwoord-kiezen'));
    assert.equal((await record({ id })).access.state, 'invited');
    assert.equal((await new Browser(portal.app).open(linkIn(invitation))).status, 410);
  });

  it('closes nothing again that was closed by the first one', async () => {
    const employee = await anEmployee(portal, employer);
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
    await logIn(employee);
    server.mood = 'drops';
    await setUpTwoFactor(portal, employee);
    await portal.deps.relay.settled();
    const link = linkIn(server.unanswered.at(-1));
    await press(link, 'Mijn toegang blokkeren');
    server.mood = 'takes';
    const officer = await anOfficer(portal, employer);
    await logIn(officer);
    const path = `/werkgever/werknemers/${employee.id.toString()}/opnieuw-uitnodigen`;
    await officer.browser.open(path);
    await officer.browser.press('Opnieuw uitnodigen', { 'Ik heb vastgesteld wie dit is': 'ja' });
    await later(5);
    const again = server.received.find(({ messageId }) => messageId === server.unanswered.at(-1)?.messageId);
    assert.equal(linkIn(again), link);
    assert.equal((await new Browser(portal.app).open(link)).status, 410);
    assert.equal((await record(employee)).access.state, 'invited');
  });
});
