import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { createDeps } from '../../src/deps.js';
import { changeAccess } from '../../src/employer/change-access.js';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { Links } from '../../src/models/link.js';
import { openSecrets } from '../../src/secrets.js';
import { resetTwoFactor } from '../../src/two-factor/reset.js';
import { startPortal, type Portal } from '../support/app.js';
import {
  aNewcomer,
  anEmployee,
  anEmployer,
  logIn,
  record,
  setUpTwoFactor,
  type Person,
} from '../support/people.js';

describe('letters by SMTP', () => {
  let portal: Portal;
  let server: SMTPServer;
  let received: ParsedMail[];
  let refuses: boolean;
  let refusedSubject: string | undefined;
  const subjects = () => received.map(({ subject }) => subject);

  before(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        void text(stream).then(async (message) => {
          const letter = await simpleParser(message);
          const isRefused = refuses || letter.subject === refusedSubject;
          if (!isRefused) received.push(letter);
          done(isRefused ? new Error('try again later') : null);
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    portal = await startPortal({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Loket <loket@wekkers.example>',
    });
  });
  beforeEach(() => {
    received = [];
    refuses = false;
  });
  after(async () => {
    await portal.close();
    await new Promise<void>((closed) => {
      server.close(closed);
    });
  });

  /** The letter that says that there is access is out, and off the table. */
  const welcomed = async ({ id }: Person) => {
    const refused = refuses;
    refuses = false;
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    assert.deepEqual(subjects(), ['Je toegang tot het Werknemerloket']);
    received = [];
    refuses = refused;
  };

  const changeSomething = async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await welcomed(employee);
    await logIn(employee);
    await setUpTwoFactor(portal, employee);
    await portal.deps.relay.settled();
    return employee;
  };

  it('arrive, from the address of the settings, marked as sent by a machine', async () => {
    await changeSomething();
    assert.equal(received.length, 1);
    assert.equal(received[0]?.from?.text, '"Loket" <loket@wekkers.example>');
    assert.equal(received[0].subject, '2 factor authenticatie staat aan');
    assert.equal(received[0].headers.get('auto-submitted'), 'auto-generated');
  });

  it('that the server refused are sent at a later sweep; the change stands, and is in the log once [V16.5.2]', async () => {
    refuses = true;
    const employee = await changeSomething();
    assert.equal((await record(employee)).twoFactor.state, 'on');
    assert.deepEqual(received, []);
    refuses = false;
    await portal.pass({ minutes: 3 });
    await portal.deps.outbox.sweep();
    await portal.deps.relay.settled();
    assert.deepEqual(
      received.map(({ subject }) => subject),
      ['2 factor authenticatie staat aan'],
    );
    await portal.deps.outbox.sweep();
    await portal.deps.relay.settled();
    assert.equal(received.length, 1);
    assert.equal(await AuditEntries.countDocuments({ account: employee.id, action: 'two-factor-on' }), 1);
    assert.equal(await Accounts.countDocuments({ 'changes.0': { $exists: true } }), 0);
  });

  it('that the server refuses do not hold back later ones', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await welcomed(employee);
    await logIn(employee);
    refusedSubject = '2 factor authenticatie staat aan';
    await setUpTwoFactor(portal, employee);
    await portal.deps.relay.settled();
    await resetTwoFactor(employee.username, 'telefoon kwijt', portal.now());
    await portal.deps.relay.bring(employee.id);
    await portal.deps.relay.settled();
    refusedSubject = undefined;
    assert.deepEqual(subjects(), ['2 factor authenticatie is uitgezet door een beheerder']);
    await portal.pass({ minutes: 3 });
    await portal.deps.outbox.sweep();
    assert.equal(subjects().at(-1), '2 factor authenticatie staat aan');
  });

  it('go out once when two processes bring them at the same moment', async () => {
    const employee = await anEmployee(portal, await anEmployer());
    await welcomed(employee);
    await logIn(employee);
    refuses = true;
    await setUpTwoFactor(portal, employee);
    await portal.deps.relay.settled();
    refuses = false;
    received = [];
    await portal.pass({ minutes: 3 });
    const { config, log } = portal.deps;
    const secrets = await openSecrets(config);
    const processes = Array.from({ length: 4 }, () => createDeps(config, secrets, log, () => portal.now()));
    await Promise.all(processes.map(({ outbox }) => outbox.sweep()));
    assert.deepEqual(subjects(), ['2 factor authenticatie staat aan']);
  });

  it('with a link have the same one when they are sent again', async () => {
    const employer = await anEmployer();
    const id = await aNewcomer(portal, employer);
    refuses = true;
    await changeAccess({ employer: new Types.ObjectId(employer), employee: id }, 'grant', {
      by: administrator,
      now: portal.now(),
    });
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    for (let i = 0; i < 3; i++) {
      await portal.deps.outbox.sweep();
      await portal.pass({ minutes: 3 });
    }
    assert.equal(await Links.countDocuments({ account: id }), 1);
  });
});
