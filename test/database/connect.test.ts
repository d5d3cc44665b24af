import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as reach, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { isConnected } from '../../src/database/connect.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { databaseUri } from '../support/database.js';
import { until } from '../support/process.js';

/** The line to the database, which can be cut. */
class Line {
  isCut = false;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(to: number) {
    this.server = createServer((here) => {
      if (this.isCut) {
        here.destroy();
        return;
      }
      const there = reach(to, '127.0.0.1');
      here.pipe(there).pipe(here);
      for (const [socket, other] of [
        [here, there],
        [there, here],
      ] as const) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => other.destroy());
      }
    });
  }

  async open(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.server.close();
    this.cut();
  }
}

describe('a database that was away', () => {
  let portal: Portal;
  let line: Line;

  before(async () => {
    const uri = new URL(databaseUri());
    line = new Line(Number(uri.port));
    uri.port = String(await line.open());
    // As an administrator writes it.
    uri.search = '?directConnection=true';
    portal = await startPortal({ MONGODB_URI: uri.href });
  });
  after(async () => {
    await portal.close();
    line.close();
  });

  it('has its pages back within seconds', async () => {
    const browser = new Browser(portal.app);
    const status = async () => (await browser.open('/inloggen')).status;
    assert.equal(await status(), 200);
    line.cut();
    await until('the portal knows that it is away', () => !isConnected());
    assert.equal(await status(), 503);
    line.isCut = false;
    const back = Date.now();
    await until('the page is back', async () => (await status()) === 200);
    assert.ok(Date.now() - back < 4_000, `${Date.now() - back} ms`);
  });

  it('is not taken for away by a portal that was too busy to look', async () => {
    const { path } = await new Browser(portal.app).open('/inloggen');
    // Longer than two looks take: as with many logins at the same moment.
    const free = Date.now() + 2_500;
    while (Date.now() < free);
    const visitors = Array.from({ length: 10 }, () => new Browser(portal.app).open(path));
    for (const { status } of await Promise.all(visitors)) assert.equal(status, 200);
  });
});
