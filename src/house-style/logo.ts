import { createHash } from 'node:crypto';
import { Fatal } from '../fatal.js';
import { readImageHead, type ImageHead } from './image-size.js';

/** Bytes that are a logo. */
export interface NewLogo extends ImageHead {
  data: Buffer;
  hash: string;
}

const mostBytes = 50_000;
const least = 32;
const most = 2_000;

/**
 * No SVG: it can carry scripts.
 * @throws Fatal that says what a logo has to be
 */
export function readLogo(data: Buffer): NewLogo {
  if (data.length > mostBytes)
    throw new Fatal(`the logo has ${data.length} bytes; at most ${mostBytes} will do`);
  const head = readImageHead(data);
  if (!head) throw new Fatal('the logo is no PNG, JPEG or WebP');
  const { width, height } = head;
  if (Math.min(width, height) < least || Math.max(width, height) > most)
    throw new Fatal(`the logo has ${width} by ${height} pixels; each side needs ${least} to ${most}`);
  return { ...head, data, hash: createHash('sha256').update(data).digest('hex').slice(0, 32) };
}
