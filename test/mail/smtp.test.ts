import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Accounts } from '../../src/models/account.js';
import { AuditEntries } from '../../src/models/audit-entry.js';
import { startPortal, type Portal } from '../support/app.js';
import { anEmployee, anEmployer, logIn, record, setUpTwoFactor } from '../support/people.js';

describe('letters by SMTP', () => {
  let portal: Portal;
  let server: SMTPServer;
  let received: ParsedMail[];
  let refuses: boolean;

  before(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        void text(stream).then(async (message) => {
          if (!refuses) received.push(await simpleParser(message));
          done(refuses ? new Error('try again later') : null);
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    portal = await startPortal({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Loket <loket@wekkers.example>' });
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

  const changeSomething = async () => {
    const employee = await anEmployee(portal, await anEmployer());
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

  it('that the server refused are sent at a later sweep; the change stands, and is in the log once', async () => {
    refuses = true;
    const employee = await changeSomething();
    assert.equal((await record(employee)).twoFactor.state, 'on');
    assert.deepEqual(received, []);
    refuses = false;
    await portal.deps.relay.sweep();
    await portal.deps.relay.settled();
    assert.deepEqual(received.map(({ subject }) => subject), ['2 factor authenticatie staat aan']);
    await portal.deps.relay.sweep();
    await portal.deps.relay.settled();
    assert.equal(received.length, 1);
    assert.equal(await AuditEntries.countDocuments({ account: employee.id, action: 'two-factor-on' }), 1);
    assert.equal(await Accounts.countDocuments({ 'changes.0': { $exists: true } }), 0);
  });
});
