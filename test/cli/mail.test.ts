import assert from 'node:assert/strict';
import { startPortal, type Portal } from '../support/app.js';
import { runLoket } from '../support/loket.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { anEmployee, anEmployer } from '../support/people.js';

describe('loket mail list', function () {
  // Each command is a process of its own.
  this.timeout(120_000);

  let portal: Portal;
  let server: MailServer;

  const list = async (...more: string[]) => {
    const { dataDir } = portal.deps.config;
    return (await runLoket(['mail', 'list', ...more], { DATA_DIR: dataDir })).out;
  };

  before(async () => {
    server = await startMailServer();
    portal = await startPortal({ SMTP_URL: server.url });
  });
  after(async () => {
    await portal.close();
    await server.close();
  });

  it('has a letter for as long as it waits for the mail server, and says what came of the last try', async () => {
    assert.equal(await list(), 'No letters wait, and none failed.\n');
    assert.deepEqual(JSON.parse(await list('--json')), { letters: [] });
    server.mood = 'busy';
    const { id } = await anEmployee(portal, await anEmployer());
    await portal.deps.relay.bring(id);
    await portal.deps.relay.settled();
    const since = portal.now().toISOString();
    assert.equal(
      await list(),
      `waiting  p.vanwekkers@mail.com  account-added-with-login  1 try  since ${since}  answered 451 to DATA\n`,
    );
    assert.deepEqual(JSON.parse(await list('--json')), {
      letters: [
        {
          state: 'waiting',
          to: 'p.vanwekkers@mail.com',
          about: 'account-added-with-login',
          tries: 1,
          since,
          refusal: 'answered 451 to DATA',
        },
      ],
    });
    server.mood = 'takes';
    await portal.pass({ minutes: 2 });
    await portal.deps.outbox.sweep();
    await portal.deps.relay.settled();
    assert.equal(server.received.length, 1);
    assert.equal(await list(), 'No letters wait, and none failed.\n');
  });
});
