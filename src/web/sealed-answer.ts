import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** A redirect, and the cookies that came with it. */
export interface Redirect {
  location: string;
  cookies: string[];
}

const algorithm = 'aes-256-gcm';

/** What belongs to one form, posted in one session: where its answer is kept, and the key that opens it. */
export function formKeys(answersKey: Buffer, cookie: string, form: unknown): { id: string; key: Buffer } {
  const hmac = (use: string) => createHmac('sha256', answersKey).update(JSON.stringify([use, cookie, form]));
  return { id: hmac('answer-id').digest('base64url'), key: hmac('answer-key').digest() };
}

/** The redirect holds a session id, which nobody may read in the database. */
export function seal(redirect: Redirect, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(redirect)), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.');
}

/** @throws when it was sealed with another key, or altered */
export function unseal(text: string, key: Buffer): Redirect {
  const [nonce, tag, sealed] = text.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !sealed) throw new Error('not a sealed answer');
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: 16 }).setAuthTag(tag);
  return JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString()) as Redirect;
}
