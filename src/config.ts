import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Fatal } from './fatal.js';

/** Encrypts two-factor secrets; `id` stands in front of what it encrypted, `key` is 32 bytes (AES-256). */
export interface SecretKey {
  id: string;
  key: Buffer;
}

const isWeak = (secret: string) => secret.length < 32 || new Set(secret).size < 10;

export const sessionSecret = z
  .string()
  .refine(
    (secret) => !isWeak(secret),
    'is weak: use at least 32 random characters (openssl rand -base64 32)',
  );

export const secretKeys = z.string().transform((list, context): SecretKey[] => {
  const keys = list.split(',').map((entry) => {
    const [, id, encoded] = /^\s*([a-z0-9-]{1,20}):([A-Za-z0-9+/]{43}=)\s*$/.exec(entry) ?? [];
    const key = Buffer.from(encoded ?? '', 'base64');
    if (id === undefined || new Set(key).size < 10) {
      context.addIssue('must be ID:KEY[,ID:KEY...], each KEY 32 random bytes (openssl rand -base64 32)');
      return z.NEVER;
    }
    return { id, key };
  });
  // What the other one encrypted would not open any more.
  if (new Set(keys.map(({ id }) => id)).size < keys.length) context.addIssue('has two keys with the same id');
  return keys;
});

/** 32 random bytes. */
export const auditKey = z.string().transform((text, context): Buffer => {
  const key = Buffer.from(/^[A-Za-z0-9+/]{43}=$/.test(text) ? text : '', 'base64');
  if (new Set(key).size >= 10) return key;
  context.addIssue('must be 32 random bytes (openssl rand -base64 32)');
  return z.NEVER;
});

const isNetwork = (text: string) => {
  const [address = '', bits] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isRange = bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most);
  return /^(loopback|linklocal|uniquelocal)$/.test(text) || (most > 0 && isRange);
};

// Never `true`: that would believe any X-Forwarded-For, and with it any address that a guesser makes up.
const trustProxy = z
  .string()
  .transform((value) => (/^[1-9]$/.test(value) ? Number(value) : value.split(/\s*,\s*/)))
  .refine((value) => typeof value === 'number' || value.every(isNetwork), {
    error: 'must be a number of hops (1 to 9), or networks such as 10.0.0.0/8',
  });

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
};

// OWASP password storage: argon2id with 19 MiB and two passes. Only stronger will do.
const weakest = { memory: 19_456, passes: 2 };

// Dots in the domain are for others to ask: a test has none.
const isSender = (text: string) =>
  /^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text.trim());

const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'must be development, test or production')
    .default('development'),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address such as https://loket.example.nl',
      // What is no address needs no second sentence on its path.
      abort: true,
    })
    .refine((url) => /^https?:\/\/[^/?#]+\/?$/.test(url), 'must be an address without a path')
    .optional(),
  DATA_DIR: z.string().default('./var'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  EMBEDDED_DATABASE: z.literal('yes', 'can only be yes').optional(),
  MONGOD_BINARY: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be an e-mail address, or a name with one: Werknemerloket <loket@example.nl>')
    .default('Werknemerloket <werknemerloket@localhost>'),
  SESSION_SECRET: sessionSecret.optional(),
  SECRET_KEYS: secretKeys.optional(),
  AUDIT_KEY: auditKey.optional(),
  TRUST_PROXY: trustProxy.optional(),
  ARGON2_MEMORY_KIB: wholeNumber(weakest.memory, 4_194_304).default(weakest.memory),
  ARGON2_PASSES: wholeNumber(weakest.passes, 100).default(weakest.passes),
  SESSION_IDLE_MINUTES: wholeNumber(1, 24 * 60).default(30),
  SESSION_MAX_HOURS: wholeNumber(1, 7 * 24).default(12),
  PASSWORD_TRIES_PER_ADDRESS: wholeNumber(1, 1_000_000).default(100),
  PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS: wholeNumber(1, 1_000_000).default(15),
  PASSWORD_TRIES_WITHOUT_WAIT: wholeNumber(0, 1_000_000).default(5),
  CODE_TRIES_PER_LOGIN: wholeNumber(1, 1_000_000).default(5),
  CODE_TRIES_BEFORE_LOCK: wholeNumber(1, 1_000_000).default(10),
  CODE_TRIES_IN_ALL: wholeNumber(1, 1_000_000).default(100),
  PASSWORD_REQUESTS_PER_ADDRESS: wholeNumber(1, 1_000_000).default(20),
  PASSWORD_LETTERS_PER_DAY: wholeNumber(1, 1_000_000).default(3),
  OFFICER_ACTIONS_PER_HOUR: wholeNumber(1, 1_000_000).default(300),
  BATCH_ROWS_PER_DAY: wholeNumber(1, 1_000_000).default(10_000),
  RECOVERY_CODE_TRIES_PER_DAY: wholeNumber(1, 1_000_000).default(10),
});

type Settings = z.infer<typeof settings>;

/** Whether a database knows who asks: by a password, or by a mechanism that needs none, such as a certificate. */
export const isAuthenticated = (uri: string) => /^[^/]+\/\/[^/@]+@|[?&]authMechanism=/.test(uri);

function productionProblems(found: Settings): string[] {
  const wanted: [boolean, string][] = [
    [found.SESSION_SECRET !== undefined, 'SESSION_SECRET is missing'],
    [found.SECRET_KEYS !== undefined, 'SECRET_KEYS is missing'],
    [found.AUDIT_KEY !== undefined, 'AUDIT_KEY is missing'],
    [found.BASE_URL?.startsWith('https:') === true, 'BASE_URL must be an https address'],
    [
      found.TRUST_PROXY !== undefined,
      'TRUST_PROXY is missing: https needs a proxy in front, say which is trusted',
    ],
    [
      found.MONGODB_URI !== undefined || found.EMBEDDED_DATABASE === 'yes',
      'MONGODB_URI is missing (or say EMBEDDED_DATABASE=yes if the embedded database is meant)',
    ],
  ];
  return wanted.filter(([met]) => !met).map(([, problem]) => problem);
}

/**
 * The settings, checked. An empty value counts as not set, so that `NAME=` in an .env file means its default.
 * @throws Fatal that names every wrong or missing setting in one go
 */
export function readConfig(env: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  const problems = result.success
    ? result.data.NODE_ENV === 'production'
      ? productionProblems(result.data)
      : []
    : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (!result.success || problems.length > 0) {
    throw new Fatal(`The settings are not right:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  const found = result.data;
  return Object.freeze({
    production: found.NODE_ENV === 'production',
    port: found.PORT,
    host: found.HOST,
    baseUrl: new URL(found.BASE_URL ?? `http://localhost:${found.PORT}`),
    dataDir: resolve(found.DATA_DIR),
    mongodbUri: found.MONGODB_URI,
    mongodBinary: found.MONGOD_BINARY,
    smtpUrl: found.SMTP_URL,
    mailFrom: found.MAIL_FROM,
    sessionSecret: found.SESSION_SECRET,
    secretKeys: found.SECRET_KEYS,
    auditKey: found.AUDIT_KEY,
    trustProxy: found.TRUST_PROXY,
    /** What hashing a password costs: memory in KiB, and passes over it. */
    argon2: { memory: found.ARGON2_MEMORY_KIB, passes: found.ARGON2_PASSES },
    tries: {
      perAddress: found.PASSWORD_TRIES_PER_ADDRESS,
      perAccountAndAddress: found.PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS,
      withoutWait: found.PASSWORD_TRIES_WITHOUT_WAIT,
      codesPerLogin: found.CODE_TRIES_PER_LOGIN,
      passwordRequestsPerAddress: found.PASSWORD_REQUESTS_PER_ADDRESS,
      passwordLettersPerDay: found.PASSWORD_LETTERS_PER_DAY,
      officerActionsPerHour: found.OFFICER_ACTIONS_PER_HOUR,
      batchRowsPerDay: found.BATCH_ROWS_PER_DAY,
      recoveryCodesPerDay: found.RECOVERY_CODE_TRIES_PER_DAY,
    },
    codeLimits: { inARow: found.CODE_TRIES_BEFORE_LOCK, atMost: found.CODE_TRIES_IN_ALL },
    /** Milliseconds after which a login ends: without a click, and in all. */
    sessionLimits: {
      idle: found.SESSION_IDLE_MINUTES * 60_000,
      absolute: found.SESSION_MAX_HOURS * 3_600_000,
    },
  });
}

export type Config = ReturnType<typeof readConfig>;
