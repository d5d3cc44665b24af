import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { ImportRows, Imports } from '../../src/models/import.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { listen } from '../support/chromium.js';
import { halfForm } from '../support/import.js';
import { anEmployee, anEmployer, anOfficer, logIn, type Person } from '../support/people.js';
import { startProcess } from '../support/portal-process.js';

const boundary = 'grens';

describe('a file of employees that is sent', function () {
  this.timeout(120_000);
  let portal: Portal;
  let employer: string;
  let officer: Person;
  let server: Awaited<ReturnType<typeof listen>>;

  before(async () => {
    portal = await startPortal();
    server = await listen(portal);
    employer = await anEmployer();
    officer = await anOfficer(portal, employer);
    await logIn(officer);
  });
  after(async () => {
    server.close();
    await portal.close();
  });

  const post = ({ cookies }: Browser, address: string, length: number): ClientRequest =>
    request(`${address}/werkgever/importeren`, {
      method: 'POST',
      headers: {
        Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
        'Content-Length': length,
      },
    });
  const answerTo = async (sent: ClientRequest) => {
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
    return { status: answer.statusCode, location: answer.headers.location, text };
  };

  it('is refused, and to be chosen again, when the form ends in the middle of it', async () => {
    await officer.browser.open('/werkgever/importeren');
    const half = halfForm(boundary, officer.browser.token);
    const sent = post(officer.browser, server.address, Buffer.byteLength(half));
    sent.end(half);
    const { status, text } = await answerTo(sent);
    assert.equal(status, 400);
    assert.match(text, /Het bestand is niet helemaal aangekomen\. Kies het opnieuw\./);
    assert.equal(await ImportRows.countDocuments(), 0);
    assert.doesNotMatch(portal.logged(), /request failed/);
  });

  for (const who of ['an employee', 'nobody in particular'] as const)
    it(`is not read when it is of ${who}`, async () => {
      const browser = new Browser(portal.app);
      if (who === 'an employee') {
        const employee = await anEmployee(portal, employer);
        employee.browser = browser;
        await logIn(employee);
        await browser.open('/wachtwoord-wijzigen');
      } else await browser.open('/inloggen');
      // It never ends: there is an answer only because nobody waits for the file.
      const sent = post(browser, server.address, 1_000_000);
      sent.on('error', () => undefined);
      sent.write(halfForm(boundary, browser.token));
      const { status, location } = await answerTo(sent);
      sent.destroy();
      assert.deepEqual([status, location], who === 'an employee' ? [403, undefined] : [303, '/inloggen']);
      assert.equal(await Imports.countDocuments(), 0);
      assert.equal(await ImportRows.countDocuments(), 0);
    });

  it('is refused when it has 200 MB, of which the portal keeps nothing', async () => {
    const { running, address } = await startProcess(portal);
    try {
      const browser = new Browser(address);
      officer.browser = browser;
      await logIn(officer);
      await browser.open('/werkgever/importeren');
      const mostMemory = async () =>
        Number(/VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${running.pid}/status`, 'utf8'))?.[1]) / 1000;
      const start = halfForm(boundary, browser.token);
      const end = `\r\n--${boundary}--\r\n`;
      const row = '12;J.;;Jansen;j.jansen@mail.com;31-1-1980\r\n';
      const chunk = Buffer.from(row.repeat(1_500));
      const chunks = Math.ceil(200_000_000 / chunk.length);
      const before = await mostMemory();
      const sent = post(browser, address, start.length + chunks * chunk.length + end.length);
      const answer = answerTo(sent);
      sent.write(start);
      for (let i = 0; i < chunks; i++) if (!sent.write(chunk)) await once(sent, 'drain');
      sent.end(end);
      const { status, text } = await answer;
      assert.equal(status, 413);
      assert.match(text, /Dit bestand is groter dan 5 MB\./);
      const grown = (await mostMemory()) - before;
      assert.ok(grown < 100, `${grown} MB more than before`);
    } finally {
      running.kill('SIGTERM');
      await running.ended;
    }
  });
});
