import assert from 'node:assert/strict';
import { readConfig } from '../../src/config.js';
import { read } from '../support/files.js';
import { rowsOf } from '../support/markdown.js';

const document = read('docs/limits.md');

const { tries, codeLimits, sessionLimits } = readConfig({});
const defaults: Record<string, number> = {
  PASSWORD_TRIES_PER_ADDRESS: tries.perAddress,
  PASSWORD_TRIES_PER_ACCOUNT_AND_ADDRESS: tries.perAccountAndAddress,
  PASSWORD_TRIES_WITHOUT_WAIT: tries.withoutWait,
  CODE_TRIES_PER_LOGIN: tries.codesPerLogin,
  CODE_TRIES_BEFORE_LOCK: codeLimits.inARow,
  CODE_TRIES_IN_ALL: codeLimits.atMost,
  RECOVERY_CODE_TRIES_PER_DAY: tries.recoveryCodesPerDay,
  PASSWORD_REQUESTS_PER_ADDRESS: tries.passwordRequestsPerAddress,
  PASSWORD_LETTERS_PER_DAY: tries.passwordLettersPerDay,
  OFFICER_ACTIONS_PER_HOUR: tries.officerActionsPerHour,
  BATCH_ROWS_PER_DAY: tries.batchRowsPerDay,
  SESSION_IDLE_MINUTES: sessionLimits.idle / 60_000,
  SESSION_MAX_HOURS: sessionLimits.absolute / 3_600_000,
};

const units: Record<string, number> = { seconds: 1000, minutes: 60_000, hours: 3_600_000 };

/** "5 minutes" → 300000, "10" → 10. */
function meant(words: string): number {
  const [number, unit] = words.split(' ');
  return Number(number) * (unit === undefined ? 1 : (units[unit] ?? NaN));
}

/** What a piece of code such as `toSee = 5 * 60_000` comes to; one that counts in seconds or minutes, in milliseconds. */
function computed(code: string, words: string): number {
  const product = code
    .replace(/^.*[=:] /, '')
    .replace('minutes', '60_000')
    .split(' * ')
    .map((factor) => Number(factor.replaceAll('_', '')))
    .reduce((one, other) => one * other, 1);
  return words.endsWith('seconds') && product < 1000 ? product * 1000 : product;
}

describe('docs/limits.md', () => {
  it('has every setting that limits, with its default [V2.1.3, V6.1.1, V7.1.1]', () => {
    const written = Object.fromEntries(
      rowsOf(document, 'Settings').map(([name = '', value]) => [name, Number(value)]),
    );
    assert.deepEqual(written, defaults);
    const inExample =
      read('.env.example').match(
        /^(\w+_TRIES_\w+|PASSWORD_(REQUESTS|LETTERS)_\w+|OFFICER_\w+|BATCH_\w+|SESSION_(IDLE|MAX)_\w+)(?==)/gm,
      ) ?? [];
    assert.deepEqual(inExample.sort(), Object.keys(defaults).sort());
  });

  it('has the limits that are fixed as the code has them [V2.1.3, V6.1.1, V7.1.2, V13.1.3]', () => {
    const rows = rowsOf(document, 'Fixed');
    assert.ok(rows.length >= 20);
    for (const [what, limit = '', where = ''] of rows) {
      const [file = '', ...rest] = where.split(': ');
      const code = rest.join(': ');
      assert.ok(read(file).includes(code), `${what ?? ''}: ${where}`);
      assert.equal(computed(code, limit), meant(limit), what);
    }
  });
});
