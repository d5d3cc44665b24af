import type { Logger } from 'pino';
import { createAuditLog, type AuditLog } from './audit/log.js';
import { createSeal } from './audit/seal.js';
import { createBatches } from './batches/carry-out.js';
import { createBackground, type Background } from './background.js';
import type { Carrying } from './carrying.js';
import { createRelay, type Relay } from './changes/relay.js';
import type { Config } from './config.js';
import { createImports } from './import/carry-out.js';
import { keysFrom, type Keys } from './keys.js';
import { createOutbox, type Outbox } from './mail/outbox.js';
import { createSend } from './mail/transport.js';
import type { Secrets } from './secrets.js';
import { createAttempts, type Attempts } from './attempts/attempts.js';
import { createPasswords, type Passwords } from './sign-in/password.js';
import { createSecretBox, type SecretBox } from './two-factor/secret-box.js';

/** What the pages and the commands need from outside. */
export interface Deps {
  config: Config;
  sessionSecret: string;
  keys: Keys;
  now: () => Date;
  log: Logger;
  secretBox: SecretBox;
  passwords: Passwords;
  attempts: Attempts;
  outbox: Outbox;
  background: Background;
  audit: AuditLog;
  relay: Relay;
  batches: Carrying;
  imports: Carrying;
}

/** @param now the clock: the machine's, or one that a test holds */
export function createDeps(
  config: Config,
  { sessionSecret, secretKeys, auditKey }: Secrets,
  log: Logger,
  now = () => new Date(),
): Deps {
  const keys = keysFrom(sessionSecret);
  const linkMaking = { baseUrl: config.baseUrl, key: keys.links };
  const background = createBackground(log);
  const audit = createAuditLog(createSeal(auditKey), log);
  const outbox = createOutbox({ send: createSend(config, log), linkMaking, now, log, background });
  const relay = createRelay(audit, outbox, background, log);
  const attempts = createAttempts(keys.attempts, config.tries, now);
  return {
    config,
    sessionSecret,
    keys,
    now,
    log,
    secretBox: createSecretBox(secretKeys),
    passwords: createPasswords(config.argon2),
    attempts,
    outbox,
    background,
    audit,
    relay,
    batches: createBatches({ attempts, relay, outbox, now, background }),
    imports: createImports({ relay, outbox, now, background, log }),
  };
}
