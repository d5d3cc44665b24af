import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fatal } from './fatal.js';
import { secretKeys, sessionSecret, type Config, type SecretKey } from './config.js';

export interface Secrets {
  /** Signs the session cookie, and hides names in the counts of tries. */
  sessionSecret: string;
  /** Encrypt two-factor secrets: the first is for new ones. */
  secretKeys: SecretKey[];
}

const kept = z.object({ SESSION_SECRET: sessionSecret, SECRET_KEYS: secretKeys });

const newSecrets = (): z.input<typeof kept> => ({
  SESSION_SECRET: randomBytes(32).toString('base64'),
  SECRET_KEYS: `1:${randomBytes(32).toString('base64')}`,
});

/** Those kept under `DATA_DIR`, made once. Two processes that start together end up with the same ones. */
async function keptSecrets(dataDir: string): Promise<z.output<typeof kept>> {
  const file = join(dataDir, 'secrets.json');
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(draft, JSON.stringify(newSecrets()), { mode: 0o600, flush: true });
  // A link is made whole or not at all, and only where there is no such file yet.
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(draft);
  try {
    return kept.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new Fatal(
      `The secrets in ${file} are damaged. Put back a copy: without them no two-factor code can be checked.`,
    );
  }
}

/** The secrets from the settings; what is not set (never in production) is made once and kept under `DATA_DIR`. */
export async function openSecrets(config: Config): Promise<Secrets> {
  if (config.sessionSecret !== undefined && config.secretKeys !== undefined) {
    return { sessionSecret: config.sessionSecret, secretKeys: config.secretKeys };
  }
  const own = await keptSecrets(config.dataDir);
  return {
    sessionSecret: config.sessionSecret ?? own.SESSION_SECRET,
    secretKeys: config.secretKeys ?? own.SECRET_KEYS,
  };
}
