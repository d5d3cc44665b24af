import assert from 'node:assert/strict';
import { filesIn, read } from '../support/files.js';
import { rowsOf } from '../support/markdown.js';

const document = read('docs/security.md');
const sources = filesIn('src', '.ts');

const names =
  /\b(?:create(?:Hmac|Hash|Cipheriv|Decipheriv|Sign|Verify|SecretKey)|randomBytes|randomInt|timingSafeEqual|publicEncrypt|privateDecrypt|pbkdf2\w*|hkdf\w*|scrypt\w*|subtle|randomUUID)\b/g;
const libraries = /from '(?:@node-rs\/)?(argon2|otplib|csurf)'/g;

/** The cryptography in a file, as the document writes it: "createHash sha256". */
function cryptographyIn(text: string): string[] {
  const code = text.replace(/^import .*$/gm, '');
  const algorithm = /const algorithm = '([\w-]+)'/.exec(text)?.[1];
  const used = [...code.matchAll(names)].map(({ 0: name, index }) => {
    if (!/^(create|hkdf)/.test(name)) return name;
    return `${name} ${/^\w+\(\s*'([\w-]+)'/.exec(code.slice(index))?.[1] ?? algorithm ?? ''}`;
  });
  return [...new Set([...[...text.matchAll(libraries)].map(([, library = '']) => library), ...used])].sort();
}

describe('docs/security.md', () => {
  it('has all cryptography of the source, and no other [V11.1.2, V11.1.3, V11.2.1]', () => {
    const found = sources
      .map((file) => [file, cryptographyIn(read(file)).join(', ')])
      .filter(([, used]) => used !== '');
    const written = rowsOf(document, 'Cryptography').map(([file, used = '']) => [
      file,
      used.split(', ').sort().join(', '),
    ]);
    assert.deepEqual(written, found);
  });

  it('has no cipher but AES-256-GCM, and no hash but SHA-256 [V11.3.1, V11.3.2, V11.4.1]', () => {
    const algorithms = new Set(
      sources.flatMap((file) => cryptographyIn(read(file))).flatMap((used) => used.split(' ').slice(1)),
    );
    assert.deepEqual([...algorithms].sort(), ['aes-256-gcm', 'sha256']);
    for (const file of sources) assert.doesNotMatch(read(file), /\b(md5|ecb|pkcs1|des-ede|rc4)\b/i, file);
  });

  it('has no random values but those of the operating system [V11.5.1]', () => {
    for (const file of sources) assert.doesNotMatch(read(file), /Math\.random|randomUUID|pseudoRandom/, file);
  });

  it('has every line that is logged [V16.1.1]', () => {
    const logged = sources.flatMap((file) =>
      [...read(file).matchAll(/\blog\.(?:info|warn|error|fatal)\([^;]*?'([^']+)',?\s*\);/g)].map(
        ([, line]) => line,
      ),
    );
    assert.deepEqual(
      rowsOf(document, 'Log')
        .map(([line]) => line)
        .sort(),
      [...new Set(logged)].sort(),
    );
  });

  it('says where the log goes, and it goes nowhere else [V16.2.3]', () => {
    // A program of its own, in a string, says why it could not download.
    const elsewhere = sources.filter((file) => file !== 'src/database/find-mongod.ts');
    for (const file of elsewhere) assert.doesNotMatch(read(file), /\bconsole\./, file);
    const writers = sources.filter((file) => /pino\.destination|createWriteStream/.test(read(file)));
    assert.deepEqual(writers, ['src/cli/run.ts', 'src/server.ts']);
  });
});

describe('the project', () => {
  it('has no key or password in its files [V13.3.1]', () => {
    const files = [
      ...['README.md', '.env.example', 'package.json'],
      ...['src', 'scripts', 'views', 'docs', 'bench'].flatMap((folder) => filesIn(folder, '')),
    ].filter((file) => /\.(ts|mjs|json|md|csv|ejs|example|sh)$/.test(file));
    assert.ok(files.length > 150);
    for (const file of files) {
      const text = read(file);
      assert.doesNotMatch(
        text,
        /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?!=)|-----BEGIN [A-Z ]*PRIVATE KEY/,
        file,
      );
    }
    assert.doesNotMatch(read('.env.example'), /^(SESSION_SECRET|SECRET_KEYS|SMTP_URL|MONGODB_URI)=\S/m);
    const ignored = read('.gitignore').split('\n');
    for (const file of ['var', '.env'])
      assert.ok(
        ignored.some((line) => line.replaceAll('/', '') === file),
        file,
      );
  });
});
