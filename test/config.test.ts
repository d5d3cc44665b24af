import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAuthenticated, readConfig } from '../src/config.js';
import { Fatal } from '../src/fatal.js';
import { openSecrets } from '../src/secrets.js';

const key = () => randomBytes(32).toString('base64');

const production = () => ({
  NODE_ENV: 'production',
  BASE_URL: 'https://loket.example.nl',
  TRUST_PROXY: '1',
  MONGODB_URI: 'mongodb://db.example.nl/loket',
  SESSION_SECRET: key(),
  SECRET_KEYS: `1:${key()}`,
  AUDIT_KEY: key(),
});

const complaint = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof Fatal);
    return error.message;
  }
  return '';
};

describe('the settings', () => {
  it('have defaults to try the portal with', () => {
    const config = readConfig({});
    assert.equal(config.port, 3000);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.baseUrl.href, 'http://localhost:3000/');
    assert.equal(config.dataDir, join(process.cwd(), 'var'));
    assert.equal(config.production, false);
  });

  it('that are empty count as not set', () => {
    assert.equal(readConfig({ PORT: '', SMTP_URL: '' }).port, 3000);
  });

  it('that are wrong are all named in one go', () => {
    const said = complaint({
      PORT: '70000',
      BASE_URL: 'loket',
      SMTP_URL: 'http://x',
      MONGODB_URI: 'x',
      TRUST_PROXY: 'true',
    });
    for (const name of ['PORT', 'BASE_URL', 'SMTP_URL', 'MONGODB_URI', 'TRUST_PROXY'])
      assert.ok(said.includes(name), name);
  });

  it('for production are complete, or the portal says what is missing', () => {
    assert.equal(complaint(production()), '');
    for (const name of [
      'BASE_URL',
      'TRUST_PROXY',
      'MONGODB_URI',
      'SESSION_SECRET',
      'SECRET_KEYS',
      'AUDIT_KEY',
    ]) {
      assert.match(complaint({ ...production(), [name]: undefined }), new RegExp(name), name);
    }
    assert.match(
      complaint({ ...production(), BASE_URL: 'http://loket.example.nl' }),
      /BASE_URL must be an https address/,
    );
  });

  it('tell whether the database asks who it is', () => {
    for (const uri of [
      'mongodb://db.example.nl/loket',
      'mongodb://db.example.nl/?appName=a@b',
      'mongodb+srv://db.example.nl',
    ])
      assert.ok(!isAuthenticated(uri), uri);
    for (const uri of [
      'mongodb+srv://u:p@db.example.nl',
      'mongodb://db.example.nl/?tls=true&authMechanism=MONGODB-X509',
    ])
      assert.ok(isAuthenticated(uri), uri);
  });

  it('may mean the embedded database in production, when they say so', () => {
    assert.equal(complaint({ ...production(), MONGODB_URI: undefined, EMBEDDED_DATABASE: 'yes' }), '');
  });

  it('refuse what would only fail later', () => {
    for (const [name, value] of [
      ['NODE_ENV', 'prod'],
      ['BASE_URL', 'https://example.nl/loket'],
      ['TRUST_PROXY', '10.0.0.0/33'],
      ['TRUST_PROXY', '0.0.0.0/0'],
      ['TRUST_PROXY', '0'],
    ] as const) {
      assert.match(complaint({ [name]: value }), new RegExp(name), `${name}=${value}`);
    }
    for (const AUDIT_KEY of ['short', 'A'.repeat(43) + '=', key().slice(1)])
      assert.match(complaint({ AUDIT_KEY }), /AUDIT_KEY must be 32 random bytes/);
    assert.match(complaint({ SECRET_KEYS: `1:${key()},1:${key()}` }), /SECRET_KEYS/);
  });

  it('say one thing about an address that is none', () => {
    assert.equal(
      complaint({ BASE_URL: 'loket.nl' }),
      'The settings are not right:\n  BASE_URL must be an address such as https://loket.example.nl',
    );
  });

  it('take as sender an e-mail address, or a name with one', () => {
    for (const sender of ['loket@example.nl', 'Loket <loket@localhost>', '"Loket, HR" <loket@example.nl>'])
      assert.equal(complaint({ MAIL_FROM: sender }), '', sender);
    for (const sender of ['niks', 'Loket', 'Loket <niks>', 'a@b c@d', 'a@b.nl <niks>', 'x@y.nl\nBcc: a@b.nl'])
      assert.match(complaint({ MAIL_FROM: sender }), /MAIL_FROM must be an e-mail address/, sender);
  });

  it('refuse weak secrets [V11.2.3, V13.2.3]', () => {
    for (const weak of ['geheim', 'a'.repeat(64), 'abcabcabcabcabcabcabcabcabcabcabcabcabc']) {
      assert.match(complaint({ SESSION_SECRET: weak }), /SESSION_SECRET is weak/, weak);
    }
    for (const weak of ['x', '1:c2hvcnQ=', `1:${Buffer.alloc(32).toString('base64')}`, key()]) {
      assert.match(complaint({ SECRET_KEYS: weak }), /SECRET_KEYS must be/, weak);
    }
  });

  it('take several keys, the first of which encrypts', () => {
    const { secretKeys } = readConfig({ SECRET_KEYS: `new:${key()}, old:${key()}` });
    assert.deepEqual(
      secretKeys?.map(({ id }) => id),
      ['new', 'old'],
    );
  });

  it('let hashing a password cost more than the least, not less [V11.4.2]', () => {
    assert.deepEqual(readConfig({}).argon2, { memory: 19_456, passes: 2 });
    assert.deepEqual(readConfig({ ARGON2_MEMORY_KIB: '65536', ARGON2_PASSES: '4' }).argon2, {
      memory: 65_536,
      passes: 4,
    });
    assert.match(
      complaint({ ARGON2_MEMORY_KIB: '19455' }),
      /ARGON2_MEMORY_KIB must be a whole number from 19456/,
    );
    assert.match(complaint({ ARGON2_PASSES: '1' }), /ARGON2_PASSES must be a whole number from 2/);
  });

  it('take a number of proxies, or their networks', () => {
    assert.equal(readConfig({ TRUST_PROXY: '1' }).trustProxy, 1);
    assert.deepEqual(readConfig({ TRUST_PROXY: '10.0.0.0/8, loopback' }).trustProxy, [
      '10.0.0.0/8',
      'loopback',
    ]);
  });
});

describe('secrets that are not set', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'loket-secrets-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('are made once, and kept for the owner only [V13.3.2]', async () => {
    const config = readConfig({ DATA_DIR: join(dataDir, 'var') });
    const first = await openSecrets(config);
    assert.deepEqual(await openSecrets(config), first);
    assert.equal((await stat(join(dataDir, 'var', 'secrets.json'))).mode & 0o777, 0o600);
    assert.equal((await stat(join(dataDir, 'var'))).mode & 0o777, 0o700);
  });

  it('are the same for processes that start together', async () => {
    const config = readConfig({ DATA_DIR: dataDir });
    const all = await Promise.all(Array.from({ length: 10 }, () => openSecrets(config)));
    assert.equal(new Set(all.map(({ sessionSecret }) => sessionSecret)).size, 1);
  });

  it('that are damaged stop the start with a sentence', async () => {
    const config = readConfig({ DATA_DIR: dataDir });
    await writeFile(join(dataDir, 'secrets.json'), '{');
    await assert.rejects(
      openSecrets(config),
      (error) => error instanceof Fatal && error.message.includes('secrets.json'),
    );
  });

  it('give way to those that are set', async () => {
    const config = readConfig({ DATA_DIR: dataDir, SESSION_SECRET: key() });
    assert.equal((await openSecrets(config)).sessionSecret, config.sessionSecret);
  });
});
