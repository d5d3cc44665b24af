import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Types } from 'mongoose';
import { PNG } from 'pngjs';
import { passwordFromStdin } from '../../src/cli/run.js';
import type { Officer } from '../../src/models/account.js';
import { Employers } from '../../src/models/employer.js';
import { startPortal, type Portal } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { runLoket } from '../support/loket.js';
import { anEmployeeWithTwoFactor, anEmployer, logIn, password, record } from '../support/people.js';
import { readLetters } from '../support/post.js';

const id = /^[0-9a-f]{24}$/;

describe('the command line, beside a running portal', function () {
  // Each command is a process of its own.
  this.timeout(180_000);

  let portal: Portal;
  let dataDir: string;

  const loket = (words: string[], input = '') => runLoket(words, { DATA_DIR: dataDir }, input);

  const idFrom = async (words: string[], input = '') => {
    const { out, err } = await loket([...words, '--json'], input);
    assert.notEqual(out, '', err);
    return (JSON.parse(out) as { id: string }).id;
  };

  before(async () => {
    portal = await startPortal();
    dataDir = await mkdtemp(join(tmpdir(), 'loket-cli-'));
  });
  after(async () => {
    await portal.close();
    await rm(dataDir, { recursive: true });
  });

  it('adds an officer as beheerder, unless told otherwise, and knows no other role', async () => {
    const employer = await anEmployer();
    const words = ['officer', 'add', '--employer', employer, '--email', 'hr@mail.com', '--name', 'N. Prins'];
    const roleOf = async (username: string, ...role: string[]) => {
      const officer = await idFrom([...words, '--username', username, ...role, '--password-stdin'], password);
      return ((await record({ id: new Types.ObjectId(officer) })) as Officer).role;
    };
    assert.equal(await roleOf('n.prins'), 'beheerder');
    assert.equal(await roleOf('n.prins2', '--role', 'medewerker'), 'medewerker');
    const { err, exitCode } = await loket(
      [...words, '--username', 'n.prins3', '--role', 'baas', '--password-stdin'],
      password,
    );
    assert.equal(err, 'error: baas is no role: say beheerder or medewerker\n');
    assert.equal(exitCode, 1);
  });

  it('adds an employer, an officer and employees, who log in at once', async () => {
    const employer = await idFrom(['employer', 'add', '--name', 'Bakkerij De Korenaar']);
    assert.match(employer, id);
    const officer = await idFrom(
      [
        'officer',
        'add',
        '--employer',
        employer,
        '--username',
        'Hr.Korenaar',
        '--email',
        'hr@korenaar.example',
        '--name',
        'Noor Prins',
        '--password-stdin',
      ],
      `${password}\n`,
    );
    assert.match(officer, id);
    const common = [
      'employee',
      'add',
      '--employer',
      employer,
      '--initials',
      'T',
      '--surname',
      'Smit',
      '--email',
      't@mail.com',
    ];
    await idFrom([...common, '--number', '1', '--username', 't.smit', '--password-stdin'], password);
    const { out, exitCode } = await loket([...common, '--number', '2', '--prefix', 'de']);
    assert.match(out, /^Employee added: [0-9a-f]{24}\n$/);
    assert.equal(exitCode, 0);

    const browser = new Browser(portal.app);
    const first = await logIn({ browser, username: 'hr.korenaar' } as Parameters<typeof logIn>[0]);
    assert.equal(first.path, '/2-factor-authenticatie');
    await loket(['employer', 'policy', '--employer', employer, '--officers', 'optional']);
    const { $ } = await browser.open('/werkgever/werknemers');
    assert.equal($('tbody tr').length, 2);
    const other = new Browser(portal.app);
    assert.equal(
      (await logIn({ browser: other, username: 't.smit' } as Parameters<typeof logIn>[0])).path,
      '/',
    );
  });

  it('switches two-factor off for who lost their phone; their session ends and a letter tells them', async () => {
    const who = await anEmployeeWithTwoFactor(portal, await anEmployer());
    const { out } = await loket([
      'two-factor',
      'off',
      '--username',
      who.username,
      '--reason',
      'telefoon kwijt',
    ]);
    assert.equal(out, `Two-factor is off for ${who.username}; their logins have ended.\n`);
    assert.equal((await record(who)).twoFactor.state, 'off');
    assert.equal((await who.browser.open('/')).path, '/inloggen');
    const letters = await readLetters(join(dataDir, 'mail'));
    assert.equal(letters.at(-1)?.subject, '2 factor authenticatie is uitgezet door een beheerder');
    const again = await loket(['two-factor', 'off', '--username', who.username, '--reason', 'x']);
    assert.equal(again.err, 'error: two-factor is off already for this username\n');
    assert.equal(again.exitCode, 1);
  });

  it('sets the colour and the logo of an employer, or says with a figure why not', async () => {
    const image = new PNG({ width: 160, height: 40 });
    const logo = join(dataDir, 'logo.png');
    await writeFile(logo, PNG.sync.write(image));
    const employer = await idFrom([
      ...['employer', 'add', '--name', 'Bakkerij De Korenaar'],
      ...['--colour', '#0B5394', '--logo', logo],
    ]);
    const style = (...words: string[]) => loket(['employer', 'style', '--employer', employer, ...words]);
    assert.equal(
      (await style('--colour', '#7a1f5c')).out,
      'Bakkerij De Korenaar: colour #7a1f5c, a logo of 160 by 40 pixels\n',
    );
    const refused = await style('--colour', '#ffcc00');
    assert.match(
      refused.err,
      /^error: #ffcc00 has a contrast of 1\.5:1 with the white words on it, and 4\.5:1/,
    );
    assert.equal(refused.exitCode, 1);
    assert.match((await style('--logo', 'package.json')).err, /^error: the logo is no PNG, JPEG or WebP/);
    assert.match((await style()).err, /^error: say what changes: --colour, --logo or both/);
    assert.equal(
      (await style('--colour', 'none', '--logo', 'none')).out,
      "Bakkerij De Korenaar: the portal's own colour, no logo\n",
    );
  });

  it('says of whom two-factor is asked, and from when; of officers at once, unless told otherwise', async () => {
    const employer = await idFrom(['employer', 'add', '--name', 'Bakkerij De Korenaar']);
    const policy = (...words: string[]) => loket(['employer', 'policy', '--employer', employer, ...words]);
    assert.match(
      (await policy('--employees', '2027-01-01')).out,
      /^Bakkerij De Korenaar: employees required from 2026-12-31T23:00:00.000Z, officers required, access for 30 days after leaving, log kept for 24 months\n$/,
    );
    assert.equal(
      (await policy('--employees', '2027-07-01', '--officers', 'optional')).out,
      'Bakkerij De Korenaar: employees required from 2027-06-30T22:00:00.000Z, officers optional, access for 30 days after leaving, log kept for 24 months\n',
    );
    assert.match((await policy('--employees', '2027-02-30')).err, /^error: 2027-02-30 is no policy: say /);
    assert.match(
      (await policy('--after-leaving', '14')).out,
      /, access for 14 days after leaving, log kept for 24 months\n$/,
    );
    for (const wrong of ['366', '-1', 'lang'])
      assert.match((await policy(`--after-leaving=${wrong}`)).err, /is no number of days: say 0 to 365/);
    assert.match((await policy('--keep-log', '36')).out, /, log kept for 36 months\n$/);
    for (const wrong of ['11', '121', 'altijd'])
      assert.match((await policy('--keep-log', wrong)).err, /is no number of months: say 12 to 120/);
    assert.match(
      (await policy()).err,
      /^error: say what changes: --employees, --officers, --after-leaving or --keep-log/,
    );
    const officers = ['--officers', 'optional', '--employees', 'required'];
    const other = await idFrom(['employer', 'add', '--name', 'Wekkers B.V.', ...officers]);
    const { policy: asked } = await Employers.findById(other).orFail();
    assert.deepEqual([asked.officer.state, asked.employee.state], ['optional', 'required']);
  });

  it('lists the employers with their ids, so that a command can name one that was added long ago', async () => {
    const employer = await idFrom(['employer', 'add', '--name', 'Aannemer Aal', '--officers', 'optional']);
    const { out } = await loket(['employer', 'list']);
    assert.ok(
      out
        .split('\n')
        .includes(
          `${employer}  Aannemer Aal: employees optional, officers optional, access for 30 days after leaving, log kept for 24 months`,
        ),
      out,
    );
    const { employers } = JSON.parse((await loket(['employer', 'list', '--json'])).out) as {
      employers: { id: string; name: string; policy: { employee: { state: string } } }[];
    };
    const found = employers.find(({ id }) => id === employer);
    assert.deepEqual([found?.name, found?.policy.employee.state], ['Aannemer Aal', 'optional']);
  });

  it('asks for a password at a terminal, apart from the answer, and at a pipe asks nothing', async () => {
    for (const [isTTY, asked] of [
      [true, 'Password, then Enter and Ctrl-D: '],
      [false, ''],
    ] as const) {
      const [stdin, stderr] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()];
      stdin.end(`${password}\n`);
      assert.equal(await passwordFromStdin(stdin, stderr), password);
      assert.equal(await text(stderr.end()), asked);
    }
  });

  it('says in one sentence what is wrong, and exits with 1', async () => {
    const employer = await anEmployer();
    const officer = [
      'officer',
      'add',
      '--employer',
      employer,
      '--email',
      'a@b.nl',
      '--name',
      'N',
      '--password-stdin',
    ];
    const employee = [
      'employee',
      'add',
      '--employer',
      employer,
      '--number',
      '7',
      '--initials',
      'A',
      '--surname',
      'B',
    ];
    await loket([...officer, '--username', 'bezet'], password);
    await loket([...employee, '--email', 'a@b.nl']);
    for (const [words, input, sentence] of [
      [[...officer, '--username', 'Bezet '], password, 'this username is taken'],
      [[...officer, '--username', 'vrij'], 'kort', 'password is too short: use at least 15 characters'],
      [
        [...officer, '--username', 'vrij'],
        'Wachtwoord123456789',
        'password is on the list of common passwords, or two of them in a row',
      ],
      [[...employee, '--email', 'a@b.nl'], '', 'this employer has an employee with this number'],
      [[...employee, '--email', 'a@b.nl\r\nBcc: x@y.nl'], '', 'email is not an e-mail address'],
      [
        [...employee, '--email', 'a@b.nl', '--username', 'x'],
        '',
        '--username and --password-stdin go together: give both, or neither',
      ],
      [
        ['employer', 'add', '--name', 'regel\neinde'],
        '',
        'name may not hold line breaks or other control characters',
      ],
      [
        [
          'employee',
          'add',
          '--employer',
          'x',
          '--number',
          '1',
          '--initials',
          'A',
          '--surname',
          'B',
          '--email',
          'a@b.nl',
        ],
        '',
        'employer is not an id as "employer add" gave it',
      ],
      [
        [
          'employee',
          'add',
          '--employer',
          '0'.repeat(24),
          '--number',
          '1',
          '--initials',
          'A',
          '--surname',
          'B',
          '--email',
          'a@b.nl',
        ],
        '',
        `there is no employer ${'0'.repeat(24)}`,
      ],
      [['two-factor', 'off', '--username', 'niemand', '--reason', 'x'], '', 'nobody has this username'],
      [['two-factor', 'off', '--username', 'niemand', '--reason', ' '], '', 'reason may not be empty'],
      [
        ['two-factor', 'off', '--username', 'niemand', '--reason', 'x'.repeat(201)],
        '',
        'reason may have at most 200 characters',
      ],
      [['officer', 'unblock', '--username', 'niemand', '--reason', ''], '', 'reason may not be empty'],
      [
        ['officer', 'unblock', '--username', 'niemand', '--reason', 'a\u001b[2Jb'],
        '',
        'reason may not hold line breaks or other control characters',
      ],
      [[...officer, '--username', 'vrij'], '', 'no password on standard input'],
      [['employer', 'add'], '', "required option '--name <name>' not specified"],
      [['weg'], '', "unknown command 'weg'"],
    ] as const) {
      const { out, err, exitCode } = await loket([...words], input);
      assert.equal(err.trim().split('\n')[0], `error: ${sentence}`);
      assert.equal(out, '');
      assert.equal(exitCode, 1);
    }
  });

  it('explains each command with --help', async () => {
    for (const words of [
      [],
      ['employer', 'add'],
      ['employer', 'list'],
      ['officer', 'add'],
      ['employee', 'add'],
      ['two-factor', 'off'],
      ['secrets', 'rotate'],
    ]) {
      const { out, exitCode } = await loket([...words, '--help']);
      assert.match(out, /^Usage: loket/);
      assert.equal(exitCode, 0);
    }
  });
});
