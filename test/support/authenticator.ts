import { createHmac } from 'node:crypto';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

// The person's phone. It shares no code with the portal: RFC 4648 and RFC 6238, written out.

/** The bytes of a secret. */
export function base32(text: string): Buffer {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}

/** A secret as somebody could come across it: typed over, in an address, in bytes. */
export function formsOf(secret: string): string[] {
  const bare = secret.replace(/ /g, '');
  const bytes = base32(bare);
  const groups = bare.match(/.{4}/g) ?? [];
  return [bare, bare.toLowerCase(), groups.join(' '), groups.join('-'), bytes.toString('hex')].concat(
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  );
}

/** The code that an app shows at this moment. @param secret in base32, spaces allowed */
export function codeAt(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const mac = createHmac('sha1', base32(secret.replace(/ /g, '')))
    .update(counter)
    .digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A code that is surely wrong at this moment: none of those around it. */
export function wrongCodeAt(secret: string, at: Date): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeAt(secret, new Date(at.getTime() + steps * 30_000)));
  return (
    ['111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !right.includes(code)) ?? ''
  );
}

/** What the camera reads in a data: address with a PNG. */
export function scan(dataAddress: string): string {
  const png = PNG.sync.read(Buffer.from(dataAddress.replace(/^data:image\/png;base64,/, ''), 'base64'));
  return jsqr.default(new Uint8ClampedArray(png.data), png.width, png.height)?.data ?? '';
}
