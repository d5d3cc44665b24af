import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import type { Portal } from './app.js';
import { freePort } from './clone.js';
import { databaseUri } from './database.js';
import { Running } from './process.js';

/** A portal as `npm start` starts it, on the database of the portal that the test started. */
export interface PortalProcess {
  running: Running;
  address: string;
}

export async function startProcess(
  { deps }: Portal,
  settings: NodeJS.ProcessEnv = {},
): Promise<PortalProcess> {
  const port = await freePort();
  const uri = new URL(databaseUri());
  uri.pathname = mongoose.connection.name;
  const running = await Running.start([process.execPath, '--import', 'tsx', 'src/server.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PORT: String(port), MONGODB_URI: uri.href, DATA_DIR: deps.config.dataDir, ...settings },
  });
  await running.says(/open at/);
  return { running, address: `http://127.0.0.1:${port}` };
}
