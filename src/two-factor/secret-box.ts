import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Types } from 'mongoose';
import type { SecretKey } from '../config.js';

/** Encrypts two-factor secrets: AES-256-GCM, bound to one account and one use, `keyId.nonce.tag.ciphertext`. */
export interface SecretBox {
  seal(secret: string, account: Types.ObjectId, use: SecretUse): string;
  /** @throws when the box was altered, sealed for another account or use, or its key is not configured */
  open(box: string, account: Types.ObjectId, use: SecretUse): string;
  /** The ids of the keys; the first one seals. */
  readonly keyIds: readonly string[];
}

/** A secret that waits for its first code lives in the session, a confirmed one in the account: one cannot pass for the other. */
export type SecretUse = 'unconfirmed' | 'confirmed' | 'recovery-codes' | 'password-request' | 'wanted-link';

const algorithm = 'aes-256-gcm';

const boundTo = (account: Types.ObjectId, use: SecretUse) =>
  Buffer.from(`two-factor:${use}:${account.toString()}`);

/** The id of the key that sealed a box. */
export const keyIdOf = (box: string): string => box.split('.')[0] ?? '';

/** @param keys the first encrypts, all decrypt */
export function createSecretBox(keys: SecretKey[]): SecretBox {
  const [newest] = keys;
  if (!newest) throw new Error('a secret box needs a key');
  return {
    keyIds: keys.map(({ id }) => id),
    seal(secret, account, use) {
      const { id, key } = newest;
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(boundTo(account, use));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open(box, account, use) {
      const [id = '', ...parts] = box.split('.');
      const [nonce, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
      const key = keys.find((candidate) => candidate.id === id)?.key;
      if (!key) throw new Error(`sealed with key "${id}", which SECRET_KEYS does not have`);
      if (!nonce || !tag || !sealed) throw new Error('not a secret box');
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: 16 })
        .setAAD(boundTo(account, use))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    },
  };
}
