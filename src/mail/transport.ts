import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from '../config.js';

export interface Letter {
  /** Stays the same when the letter is sent again, so that a receiver can drop the second one. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** @throws when the mail server does not take the letter */
export type Send = (letter: Letter) => Promise<void>;

// RFC 3834: out-of-office replies stay away.
const headers = { 'Auto-Submitted': 'auto-generated' };

const minutes = 60_000;

// A server that has the whole letter may take 10 minutes to say so (RFC 5321, 4.5.3.2.6): who hangs up earlier sends twice.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10 * minutes };
// A try ends before another process takes the letter on: see `lapse` in `take-on.ts`.
const inAll = 11 * minutes;

const messageOf = ({ id, ...letter }: Letter, host: string) => ({
  ...letter,
  messageId: `<${id}@${host}>`,
});

export function bySmtp(url: string, from: string, host: string, limit = inAll): Send {
  const transport = nodemailer.createTransport({ url, ...patience }, { from, headers });
  return async (letter) => {
    await transport.sendMail({ ...messageOf(letter, host), signal: AbortSignal.timeout(limit) });
  };
}

function toFolder(folder: string, from: string, host: string, log: Logger): Send {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true }, { from, headers });
  return async (letter) => {
    const { message } = await transport.sendMail(messageOf(letter, host));
    const file = join(
      folder,
      `${new Date().toISOString().replace(/:/g, '-')}-${randomBytes(4).toString('hex')}.eml`,
    );
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, message as Buffer, { mode: 0o600 });
    log.info({ file }, 'letter written to a file, because SMTP_URL is not set');
  };
}

/** By `SMTP_URL`; without it each letter becomes an .eml file under `DATA_DIR/mail`. */
export function createSend(config: Config, log: Logger): Send {
  const { hostname } = config.baseUrl;
  if (config.smtpUrl !== undefined) return bySmtp(config.smtpUrl, config.mailFrom, hostname);
  if (config.production) log.warn('SMTP_URL is not set: letters, with their links, are written to files');
  return toFolder(join(config.dataDir, 'mail'), config.mailFrom, hostname, log);
}
