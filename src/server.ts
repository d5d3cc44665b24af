import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createApp } from './app.js';
import { isAuthenticated, readConfig, type Config } from './config.js';
import { makeDataDir } from './database/data-dir.js';
import { openDatabase, type Database } from './database/open.js';
import { makeDemo } from './demo/demo.js';
import { tellDemo } from './demo/tell.js';
import { createDeps } from './deps.js';
import { Fatal } from './fatal.js';
import { startHousekeeping } from './housekeeping.js';
import { createLog } from './log.js';
import { progressOn } from './progress.js';
import { openSecrets } from './secrets.js';

const MAX_FINISH_MS = 10_000;

const log = createLog('info', pino.destination(1));

/** @throws Fatal when the port is taken, or not to be had */
async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'another program has it' : code;
    throw new Fatal(
      `The portal cannot listen on port ${port} of ${host}: ${reason}. PORT and HOST say where.`,
    );
  }
}

/** Takes no new requests, and waits for those under way, but not for ever. */
async function finishRequests(server: Server): Promise<void> {
  // A connection that becomes idle from now on would be kept for the next request.
  server.keepAliveTimeout = 1;
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, MAX_FINISH_MS);
  await once(server.close(), 'close');
  clearTimeout(cut);
}

/** Has the first signal or surprise end the portal in order, the database last; later ones change nothing. */
function endInOrder(server: Server, stopHousekeeping: () => Promise<void>, database: Database): void {
  let isEnding = false;
  const end = async (exitCode: number) => {
    if (isEnding) return;
    isEnding = true;
    try {
      await finishRequests(server);
      await Promise.race([stopHousekeeping(), sleep(MAX_FINISH_MS)]);
      await database.close();
    } catch (error) {
      log.fatal(error, 'the portal did not end in order');
      process.exit(1);
    }
    process.exit(exitCode);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  process.on('uncaughtException', (error) => {
    log.fatal(error, 'the portal ends: something unexpected went wrong');
    void end(1);
  });
}

async function start(config: Config, database: Database): Promise<void> {
  const deps = createDeps(config, await openSecrets(config), log);
  const server = createServer(createApp(deps));
  await listen(server, config);
  if (database.isEmbedded && config.production) {
    log.warn('the embedded database has no password: every user of this machine can reach it');
  }
  if (config.production && config.mongodbUri !== undefined && !isAuthenticated(config.mongodbUri)) {
    log.warn('MONGODB_URI has no username and password: whoever reaches the database has everything');
  }
  if (database.isEmbedded && !config.production) {
    await makeDemo(deps, (logins) => tellDemo(logins, config.dataDir, process.stdout));
  }
  endInOrder(server, startHousekeeping(deps), database);
  process.stdout.write(`The Werknemerloket is open at ${config.baseUrl.href}\n`);
}

try {
  const config = readConfig(process.env);
  await makeDataDir(config.dataDir);
  const database = await openDatabase(config, progressOn(process.stderr), (sentence) => {
    log.warn(sentence);
  });
  try {
    await start(config, database);
  } catch (error) {
    await database.close();
    throw error;
  }
} catch (error) {
  if (!(error instanceof Fatal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
