import assert from 'node:assert/strict';
import { newSecret, readCode, timeStepOf } from '../../src/two-factor/totp.js';
import { base32, codeAt } from '../support/authenticator.js';

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const table = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('TOTP', () => {
  for (const [seconds, code] of table) {
    it(`agrees with RFC 6238 at ${seconds} seconds, and so does the tests' own app`, () => {
      const at = new Date(seconds * 1000);
      assert.equal(timeStepOf(secret, code, at), Math.floor(seconds / 30));
      assert.equal(codeAt(secret, at), code);
    });
  }

  it('accepts one step of drift either way, and two steps no more [V6.5.5]', () => {
    const code = '050471';
    const step = Math.floor(1_111_111_111 / 30);
    const inStep = (steps: number) => timeStepOf(secret, code, new Date((1_111_111_111 + steps * 30) * 1000));
    assert.deepEqual([-2, -1, 0, 1, 2].map(inStep), [undefined, step, step, step, undefined]);
  });

  it('makes secrets of 160 bits, each another [V6.5.3]', () => {
    const secrets = Array.from({ length: 1000 }, newSecret);
    assert.ok(secrets.every((one) => /^[A-Z2-7]{32}$/.test(one)));
    assert.equal(new Set(secrets).size, 1000);
  });

  it('makes each of their bits by chance, and not by that of Math.random', () => {
    const { random } = Math;
    Math.random = () => 0.5;
    try {
      const secrets = Array.from({ length: 1000 }, () => base32(newSecret()));
      const ones = Array.from(
        { length: 160 },
        (_, bit) => secrets.filter((bytes) => (bytes[bit >> 3] ?? 0) & (1 << (bit & 7))).length,
      );
      // By itself it fails once in a hundred million runs.
      for (const [bit, howMany] of ones.entries())
        assert.ok(howMany > 395 && howMany < 605, `${bit}: ${howMany}`);
    } finally {
      Math.random = random;
    }
  });

  it('reads six digits, with spaces anywhere, and nothing else', () => {
    assert.equal(readCode(' 123 456\u00a0'), '123456');
    for (const typed of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦', '123-456', '１２３４５６']) {
      assert.equal(readCode(typed), undefined, typed);
    }
  });
});
