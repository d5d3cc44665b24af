import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import type { Portal } from './app.js';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const { CHROMIUM_PATH, CI } = process.env;

/** The system's Chromium: the one that `CHROMIUM_PATH` names, else where Linux and macOS have it. */
export const chromiumPath = (CHROMIUM_PATH ? [CHROMIUM_PATH] : usual).find((path) => existsSync(path));

let isTold = false;

/** Its path; without one the tests of a browser are skipped, but never in CI. */
export function needChromium(context: Mocha.Context): string {
  if (chromiumPath !== undefined) return chromiumPath;
  const absent = CHROMIUM_PATH ? `${CHROMIUM_PATH} (CHROMIUM_PATH) is not there` : 'Chromium was not found';
  if (CI) throw new Error(`${absent}: .ci/run installs it`);
  if (!isTold) console.log(`    ${absent}: the tests in a browser are skipped`);
  isTold = true;
  return context.skip();
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Lets a browser reach the portal. */
export async function listen({ app }: Portal): Promise<{ address: string; close: () => void }> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
