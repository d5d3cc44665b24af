import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fatal } from './fatal.js';
import { auditKey, secretKeys, sessionSecret, type Config, type SecretKey } from './config.js';

export interface Secrets {
  /** Signs the session cookie, and hides names in the counts of tries. */
  sessionSecret: string;
  /** Encrypt two-factor secrets: the first is for new ones. */
  secretKeys: SecretKey[];
  /** Seals the audit log. */
  auditKey: Buffer;
}

const randomKey = () => randomBytes(32).toString('base64');

/** What is in this file under `DATA_DIR`, made once. Two processes that start together end up with the same. */
async function kept<T extends z.ZodType>(
  dataDir: string,
  name: string,
  schema: T,
  fresh: z.input<T>,
  without: string,
): Promise<z.output<T>> {
  const file = join(dataDir, name);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(draft, JSON.stringify(fresh), { mode: 0o600, flush: true });
  // A link is made whole or not at all, and only where there is no such file yet.
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await rm(draft);
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new Fatal(`The secrets in ${file} are damaged. Put back a copy: ${without}.`);
  }
}

const keptSecrets = (dataDir: string) =>
  kept(
    dataDir,
    'secrets.json',
    z.object({ SESSION_SECRET: sessionSecret, SECRET_KEYS: secretKeys }),
    { SESSION_SECRET: randomKey(), SECRET_KEYS: `1:${randomKey()}` },
    'without them no two-factor code can be checked',
  );

// A file of its own: it never changes, and the others may.
const keptAuditKey = (dataDir: string) =>
  kept(
    dataDir,
    'audit-key.json',
    z.object({ AUDIT_KEY: auditKey }),
    { AUDIT_KEY: randomKey() },
    'without it nobody can prove that the audit log is whole',
  );

/** The secrets from the settings; what is not set (never in production) is made once and kept under `DATA_DIR`. */
export async function openSecrets(config: Config): Promise<Secrets> {
  const { dataDir } = config;
  const seal = config.auditKey ?? (await keptAuditKey(dataDir)).AUDIT_KEY;
  if (config.sessionSecret !== undefined && config.secretKeys !== undefined) {
    return { sessionSecret: config.sessionSecret, secretKeys: config.secretKeys, auditKey: seal };
  }
  const own = await keptSecrets(dataDir);
  return {
    sessionSecret: config.sessionSecret ?? own.SESSION_SECRET,
    secretKeys: config.secretKeys ?? own.SECRET_KEYS,
    auditKey: seal,
  };
}
