import assert from 'node:assert/strict';
import type { ParsedMail } from 'mailparser';
import { tellOfLogs } from '../../src/audit/weekly-letter.js';
import { OutgoingMails, type OutgoingMail } from '../../src/models/outgoing-mail.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { startMailServer, type MailServer, type Mood } from '../support/mail-server.js';
import { aNewcomer, anEmployer, anOfficer, logIn, password, type Person } from '../support/people.js';
import { startProcess, type PortalProcess } from '../support/portal-process.js';
import { until } from '../support/process.js';

const invitation = 'Je toegang tot het Werknemerloket';

// `npm run test:mail-failures` runs these twenty times.
describe('an invitation, when sending goes wrong', function () {
  this.timeout(180_000);
  let portal: Portal;
  let server: MailServer;
  let processes: PortalProcess[];
  let employer: string;
  let officer: Person;

  before(async () => {
    server = await startMailServer();
    portal = await startPortal({ SMTP_URL: server.url });
  });
  beforeEach(async () => {
    processes = [];
    server.mood = 'takes';
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    // The letter that says that there is access is out, and that of this week about the log: they are off the table.
    await portal.deps.relay.bring(officer.id);
    await tellOfLogs(portal.deps);
    await portal.deps.outbox.sweep();
    await OutgoingMails.deleteMany({});
    server.received = [];
    server.unanswered = [];
  });
  afterEach(async () => {
    for (const { running } of processes) {
      running.kill('SIGKILL');
      await running.ended;
    }
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  const start = async () => {
    const started = await startProcess(portal, { SMTP_URL: server.url });
    processes.push(started);
    return started;
  };

  /** The officer gives somebody new access, which sends them a letter. */
  async function invite() {
    const id = await aNewcomer(portal, employer);
    await officer.browser.open(`/werkgever/werknemers/${id.toString()}`);
    const { status } = await officer.browser.press('Toegang verstrekken');
    assert.equal(status, 200);
  }

  const kill = async ({ running }: PortalProcess) => {
    running.kill('SIGKILL');
    assert.equal(await running.ended, 'SIGKILL');
  };

  /** Has the time pass after which a letter is tried again, for processes that read the machine's clock. */
  const laterForProcesses = async () => {
    const mails = await OutgoingMails.find({ state: 'waiting' }).lean<OutgoingMail[]>();
    for (const { _id, due } of mails)
      await OutgoingMails.updateOne({ _id }, { due: new Date(due.getTime() - 15 * 60_000) });
  };

  const allNoted = () =>
    until('every letter is noted as sent', async () => !(await OutgoingMails.exists({ state: 'waiting' })));

  const linkIn = (letter?: ParsedMail) =>
    new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? 'http://none').pathname;
  const idsOf = (letters: ParsedMail[]) => letters.map(({ messageId }) => messageId);

  /** Whoever reads these letters can get in: each link opens its page. */
  async function assertWork(letters: ParsedMail[]) {
    for (const letter of [...letters]) {
      assert.equal(letter.subject, invitation);
      const browser = new Browser(portal.app);
      assert.equal((await browser.open(linkIn(letter))).heading, 'Kies een wachtwoord');
      const done = await browser.press('Wachtwoord opslaan', { Wachtwoord: password });
      assert.match(done.text, /Je wachtwoord is opgeslagen\. Je kunt nu inloggen\./);
    }
    await portal.deps.relay.settled();
  }

  /** A portal process that is killed while the mail server has a letter of it in hand. */
  async function processWithLetterInHand() {
    const started = await start();
    officer.browser.portal = started.address;
    await logIn(officer);
    server.mood = 'hangs';
    const hanging = server.hanging();
    await invite();
    await hanging;
    return started;
  }

  it('arrives once when the portal is killed (kill -9) before the mail server answered', async () => {
    await kill(await processWithLetterInHand());
    server.mood = 'takes';
    await laterForProcesses();
    await start();
    await allNoted();
    assert.deepEqual(idsOf(server.received), idsOf(server.unanswered));
    assert.equal(server.received.length, 1);
    await assertWork(server.received);
  });

  it('arrives twice, under one Message-ID and with one link, when the portal is killed between the answer and its note', async () => {
    const started = await processWithLetterInHand();
    // Stopped, it cannot read the answer, and so cannot note it.
    started.running.kill('SIGSTOP');
    server.answer();
    assert.equal(server.received.length, 1);
    await kill(started);
    assert.equal((await OutgoingMails.find({ state: 'waiting' })).length, 1);
    server.mood = 'takes';
    await laterForProcesses();
    await start();
    await allNoted();
    const [first, second, ...more] = server.received;
    assert.deepEqual(more, []);
    assert.ok(first?.messageId !== undefined && second);
    assert.equal(second.messageId, first.messageId);
    assert.equal(linkIn(second), linkIn(first));
    await assertWork([first]);
  });

  it('arrives once each when two portals send from one outbox at the same moment', async () => {
    await logIn(officer);
    server.mood = 'busy';
    for (let invited = 0; invited < 6; invited++) await invite();
    await portal.deps.relay.settled();
    await laterForProcesses();
    server.mood = 'hangs';
    await Promise.all([start(), start()]);
    await until('both have a letter in hand', () => server.unanswered.length === 2);
    server.mood = 'takes';
    server.answer();
    await allNoted();
    assert.equal(server.received.length, 6);
    assert.equal(new Set(idsOf(server.received)).size, 6);
    await assertWork(server.received);
  });

  it('waits while the mail server is down for an hour, and then arrives once', async () => {
    await logIn(officer);
    await server.shut();
    const later = async () => {
      await portal.pass({ minutes: 1 });
      await portal.deps.outbox.sweep();
    };
    for (let invited = 0; invited < 5; invited++) await invite();
    for (let minute = 0; minute < 60; minute++) await later();
    assert.equal(await OutgoingMails.countDocuments({ state: 'waiting' }), 5);
    await server.open();
    for (let minute = 0; minute < 240; minute++) await later();
    assert.equal(await OutgoingMails.countDocuments({ state: 'sent' }), 5);
    assert.equal(server.received.length, 5);
    assert.equal(new Set(idsOf(server.received)).size, 5);
    await assertWork(server.received);
  });

  for (const [what, mood] of [
    ['drops the line after the whole letter', 'drops'],
    ['says to try again later (451)', 'busy'],
    ['refuses the letter (554)', 'refuses'],
  ] as const satisfies [string, Mood][]) {
    it(`arrives once when the mail server first ${what}`, async () => {
      await logIn(officer);
      server.mood = mood;
      const tried = server.tries;
      await invite();
      await portal.deps.relay.settled();
      assert.equal(server.tries, tried + 1);
      assert.deepEqual(server.received, []);
      server.mood = 'takes';
      await portal.pass({ minutes: 5 });
      await portal.deps.outbox.sweep();
      await portal.pass({ minutes: 60 });
      await portal.deps.outbox.sweep();
      assert.equal(server.received.length, 1);
      await assertWork(server.received);
    });
  }
});
