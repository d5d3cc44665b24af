import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { createSecretBox } from '../../src/two-factor/secret-box.js';

const key = (id: string) => ({ id, key: randomBytes(32) });

describe('the secret box', () => {
  const account = new Types.ObjectId();
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const old = key('old');
  const box = createSecretBox([old]);
  const sealed = box.seal(secret, account, 'confirmed');

  it('opens what it sealed', () => {
    assert.equal(box.open(sealed, account, 'confirmed'), secret);
    assert.ok(!sealed.includes(secret));
  });

  it('does not open for another account', () => {
    assert.throws(() => box.open(sealed, new Types.ObjectId(), 'confirmed'));
  });

  it('does not take a secret that waits for its first code for a confirmed one', () => {
    assert.throws(() => box.open(box.seal(secret, account, 'unconfirmed'), account, 'confirmed'));
  });

  it('does not open after any part of it was altered [V11.3.3]', () => {
    const [id = '', ...parts] = sealed.split('.');
    parts.forEach((part, i) => {
      const bytes = Buffer.from(part, 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const altered = parts.with(i, bytes.toString('base64url'));
      assert.throws(() => box.open([id, ...altered].join('.'), account, 'confirmed'), `part ${i}`);
    });
  });

  it('does not open with a tag that was cut short', () => {
    const [id, nonce, tag = '', text] = sealed.split('.');
    assert.throws(() => box.open([id, nonce, tag.slice(0, 6), text].join('.'), account, 'confirmed'));
  });

  it('seals with the first key, and opens what any of its keys sealed [V11.2.2]', () => {
    const both = createSecretBox([key('new'), old]);
    assert.equal(both.open(sealed, account, 'confirmed'), secret);
    assert.match(both.seal(secret, account, 'confirmed'), /^new\./);
  });

  it('uses a nonce once [V11.3.4]', () => {
    const nonces = Array.from({ length: 1000 }, () => box.seal(secret, account, 'confirmed').split('.')[1]);
    assert.equal(new Set(nonces).size, 1000);
  });
});
