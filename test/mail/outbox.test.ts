import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { createDeps } from '../../src/deps.js';
import { changeAccess } from '../../src/employer/change-access.js';
import { isServerAway } from '../../src/mail/retry.js';
import { bySmtp } from '../../src/mail/transport.js';
import { openSecrets } from '../../src/secrets.js';
import { Links } from '../../src/models/link.js';
import { OutgoingMails, type OutgoingMail } from '../../src/models/outgoing-mail.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { runLoket, startLoket } from '../support/loket.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { aNewcomer, anEmployee, anEmployer, logIn, setUpTwoFactor, type Person } from '../support/people.js';

const subject = 'Je gebruikersnaam voor het Werknemerloket';

describe('the outbox', () => {
  let portal: Portal;
  let server: MailServer;

  before(async () => {
    server = await startMailServer();
    portal = await startPortal({ SMTP_URL: server.url });
  });
  beforeEach(async () => {
    server.mood = 'takes';
    await portal.pass({ minutes: 24 * 60 });
    await portal.deps.outbox.sweep();
    await OutgoingMails.deleteMany({});
    server.received = [];
    server.unanswered = [];
    server.tries = 0;
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  const subjects = () => server.received.map((letter) => letter.subject);
  const waiting = () => OutgoingMails.findOne({ state: 'waiting' }).lean<OutgoingMail>();
  const later = async (minutes: number) => {
    await portal.pass({ minutes });
    await portal.deps.outbox.sweep();
  };

  /** Sends somebody their username, in this mood of the mail server. */
  async function sendUsername(mood: MailServer['mood']): Promise<Person> {
    const employer = await anEmployer();
    const employee = await anEmployee(portal, employer);
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
    server.received = [];
    server.tries = 0;
    server.mood = mood;
    const whom = { employer: new Types.ObjectId(employer), employee: employee.id };
    await changeAccess(whom, 'send-username', { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
    return employee;
  }

  it('sends a letter at once, as text and as HTML, under an id that stays', async () => {
    await sendUsername('takes');
    const [letter] = server.received;
    assert.ok(letter);
    assert.equal(letter.subject, subject);
    assert.match(letter.text ?? '', /Je gebruikersnaam voor het Werknemerloket is: werknemer\d+/);
    assert.match(String(letter.html), /<p>Je gebruikersnaam voor het Werknemerloket is: werknemer\d+<\/p>/);
    assert.doesNotMatch(String(letter.html), /<img|<script|src=/);
    assert.equal(letter.headers.get('auto-submitted'), 'auto-generated');
    const { _id } = await OutgoingMails.findOne({ state: 'sent', 'change.action': 'username-sent' })
      .orFail()
      .lean();
    assert.equal(letter.messageId, `<${_id}@127.0.0.1>`);
  });

  it('tries again after 2, 4, 8 … minutes, and gives up after a day', async () => {
    await sendUsername('busy');
    const waits: number[] = [];
    for (let mail = await waiting(); mail; mail = await waiting()) {
      const minutes = Math.ceil((mail.due.getTime() - portal.now().getTime()) / 60_000);
      waits.push(minutes);
      const { tries } = server;
      await later(minutes - 1);
      assert.equal(server.tries, tries, 'not before its time');
      await later(1);
    }
    assert.deepEqual(waits.slice(0, 8), [2, 4, 8, 16, 32, 64, 128, 240]);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 60;
    assert.ok(hours >= 24 && hours < 29, `${hours} hours`);
    const failed = await OutgoingMails.findOne({ state: 'failed' }).orFail().lean();
    assert.equal(failed.refusal, 'answered 451 to DATA');
    assert.deepEqual(subjects(), []);
  });

  it('gives up at once when the address does not exist, and says so to the administrator', async () => {
    const employee = await sendUsername('unknown-address');
    const failed = await OutgoingMails.findOne({ state: 'failed', account: employee.id }).orFail().lean();
    assert.equal(failed.tries, 1);
    const dataDir = await mkdtemp(join(tmpdir(), 'loket-mail-'));
    const { out } = await runLoket(['mail', 'list'], { DATA_DIR: dataDir });
    assert.match(
      out,
      /^failed {2}p\.vanwekkers@mail\.com {2}username-sent {2}1 try .*answered 550 to RCPT TO\n$/,
    );
    await rm(dataDir, { recursive: true });
  });

  it('goes on trying where the server refuses the portal, not the address', async () => {
    await sendUsername('no-relay');
    assert.equal((await waiting())?.refusal, 'answered 554 to RCPT TO');
    server.mood = 'takes';
    await later(2);
    assert.deepEqual(subjects(), [subject]);
  });

  it('goes on trying after the portal itself was down for two days', async () => {
    await sendUsername('busy');
    await later(2 * 24 * 60);
    assert.equal((await waiting())?.tries, 2);
    server.mood = 'takes';
    await later(10);
    assert.deepEqual(subjects(), [subject]);
  });

  it('waits for a server that takes minutes to say that it has the letter, and sends it once', async () => {
    const hanging = server.hanging();
    const asked = sendUsername('hangs');
    await hanging;
    server.mood = 'takes';
    await portal.pass({ minutes: 9 });
    const { config, log, now } = portal.deps;
    const another = createDeps(config, await openSecrets(config), log, now);
    await another.outbox.sweep();
    assert.deepEqual(subjects(), []);
    server.answer();
    await asked;
    await later(30);
    assert.deepEqual(subjects(), [subject]);
    assert.equal(await waiting(), null);
  });

  it('keeps every letter while the server is away for an hour, and sends each once', async () => {
    const employer = await anEmployer();
    const people = await Promise.all(Array.from({ length: 5 }, () => anEmployee(portal, employer)));
    server.mood = 'drops';
    for (const { id } of people) await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    for (let minute = 0; minute < 60; minute++) await later(1);
    server.mood = 'takes';
    server.received = [];
    for (let minute = 0; minute < 250; minute += 10) await later(10);
    assert.equal(server.received.length, 5);
    assert.equal(new Set(server.received.map(({ messageId }) => messageId)).size, 5);
    assert.equal(await OutgoingMails.countDocuments({ state: 'sent' }), 5);
  });

  it('does not knock again for every letter when nobody opens', async () => {
    const employer = await anEmployer();
    const people = await Promise.all(Array.from({ length: 5 }, () => anEmployee(portal, employer)));
    for (const { id } of people) {
      await portal.deps.relay.record(id);
    }
    server.mood = 'drops';
    await portal.deps.relay.sweep();
    server.tries = 0;
    await portal.deps.outbox.sweep();
    assert.equal(server.tries, 1);
  });

  it('sends again what the server had and did not answer, under the same id', async () => {
    await sendUsername('drops');
    assert.equal(server.unanswered.length, 1);
    server.mood = 'takes';
    await later(2);
    assert.deepEqual(subjects(), [subject]);
    assert.equal(server.received[0]?.messageId, server.unanswered[0]?.messageId);
  });

  it('sends what a process had in hand that was killed', async function () {
    this.timeout(120_000);
    const who = await anEmployee(portal, await anEmployer());
    await portal.deps.relay.bring(who.id);
    await portal.deps.relay.settled();
    await logIn(who);
    await setUpTwoFactor(portal, who);
    await portal.deps.relay.settled();
    server.received = [];
    server.mood = 'hangs';
    const dataDir = await mkdtemp(join(tmpdir(), 'loket-mail-'));
    const hanging = server.hanging();
    const words = ['two-factor', 'off', '--username', who.username, '--reason', 'telefoon kwijt'];
    const child = startLoket(words, {
      DATA_DIR: dataDir,
      SMTP_URL: server.url,
      BASE_URL: 'http://127.0.0.1',
    });
    await hanging;
    child.kill('SIGKILL');
    await once(child, 'close');
    server.mood = 'takes';
    await later(15);
    assert.deepEqual(subjects(), ['2 factor authenticatie is uitgezet door een beheerder']);
    assert.equal(server.received[0]?.messageId, server.unanswered[0]?.messageId);
    await rm(dataDir, { recursive: true });
  });

  it('goes on when a server says nothing at all', async function () {
    // As long as nodemailer waits for a greeting.
    this.timeout(120_000);
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    assert.ok(address !== null && typeof address === 'object');
    const dataDir = await mkdtemp(join(tmpdir(), 'loket-mail-'));
    const who = await anEmployee(portal, await anEmployer());
    await logIn(who);
    await setUpTwoFactor(portal, who);
    await portal.deps.relay.settled();
    server.received = [];
    const words = ['two-factor', 'off', '--username', who.username, '--reason', 'telefoon kwijt'];
    const began = Date.now();
    const { exitCode } = await runLoket(words, {
      DATA_DIR: dataDir,
      SMTP_URL: `smtp://127.0.0.1:${address.port}`,
    });
    assert.equal(exitCode, 0);
    assert.ok(Date.now() - began < 25_000, 'nobody waits longer than 10 seconds for a greeting');
    silent.close();
    await later(5);
    assert.deepEqual(subjects(), ['2 factor authenticatie is uitgezet door een beheerder']);
    await rm(dataDir, { recursive: true });
  });

  it('holds nothing that opens an account', async () => {
    const employer = await anEmployer();
    const id = await aNewcomer(portal, employer);
    server.mood = 'busy';
    const whom = { employer: new Types.ObjectId(employer), employee: id };
    await changeAccess(whom, 'grant', { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    server.mood = 'takes';
    await later(2);
    const link = /http\S+/.exec(server.received.at(-1)?.text ?? '')?.[0] ?? '';
    assert.equal((await new Browser(portal.app).open(new URL(link).pathname)).status, 200);
    const token = link.split('/').at(-1) ?? 'none';
    assert.ok(!(await portal.everythingStored()).includes(token));
  });

  it('does not give a link away to who reads the database and types what it holds as a username', async () => {
    const employer = await anEmployer();
    const id = await aNewcomer(portal, employer);
    const whom = { employer: new Types.ObjectId(employer), employee: id };
    await changeAccess(whom, 'grant', { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    const link = await Links.findOne({ account: id, use: 'invitation' }).orFail();
    // What a token is made of, beside the key.
    const typed = `link invitation ${link.change.toString()} ${id.toString()}`;
    const stranger = new Browser(portal.app);
    await stranger.open('/inloggen');
    await stranger.press('Inloggen', { Gebruikersnaam: typed, Wachtwoord: 'een ander wachtwoord' });
    const kept = (await portal.everythingStored()).match(/[\w-]{43}/g) ?? [];
    assert.ok(kept.length > 0);
    const tokens = kept.map((one) => createHash('sha256').update(one).digest('hex'));
    assert.deepEqual(await Links.find({ _id: { $in: tokens } }), []);
  });

  it('keeps nothing of what a mail server says, which may be the letter itself [V16.2.5]', async () => {
    const employer = await anEmployer();
    const id = await aNewcomer(portal, employer);
    server.mood = 'quotes';
    const whom = { employer: new Types.ObjectId(employer), employee: id };
    await changeAccess(whom, 'grant', { by: administrator, now: portal.now() });
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    assert.match(portal.logged(), /"responseCode":554,"command":"DATA"/);
    for (const kept of [portal.logged(), await portal.everythingStored()])
      assert.doesNotMatch(kept, /wachtwoord-kiezen\/[\w-]{20}|Kies eerst/);
  });

  it('ends a try in time, also with a server that never stops talking', async () => {
    const talking = createServer((socket) => {
      const talk = setInterval(() => socket.write('220-wacht nog even\r\n'), 50);
      socket.on('close', () => {
        clearInterval(talk);
      });
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(talking, 'listening');
    const { port } = talking.address() as AddressInfo;
    const send = bySmtp(`smtp://127.0.0.1:${port}`, 'loket@wekkers.example', 'wekkers.example', 500);
    const letter = { id: '1', to: 'p.vanwekkers@mail.com', subject: '', text: '', html: '' };
    const began = Date.now();
    await assert.rejects(send(letter), isServerAway);
    assert.ok(Date.now() - began < 5000);
    await promisify(talking.close.bind(talking))();
  });

  it('can be read beforehand: an example of every letter', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loket-preview-'));
    const { out } = await runLoket(['mail', 'preview', '--to', folder], {});
    for (const [language, salutation] of [
      ['nl', /Beste [PH]\. /],
      ['en', /Dear [PH]\. /],
    ] as const) {
      const files = await readdir(join(folder, language));
      assert.ok(out.includes(`${files.length / 2} letters are in ${join(folder, language)}\n`));
      assert.ok(files.includes('two-factor-on.txt') && files.includes('two-factor-on.html'));
      for (const file of files) {
        const words = await readFile(join(folder, language, file), 'utf8');
        assert.doesNotMatch(words, /undefined|\[object/, file);
        assert.match(words, salutation);
      }
    }
    await rm(folder, { recursive: true });
  });
});
