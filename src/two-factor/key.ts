import type { Reading } from '../language.js';
import { Employers } from '../models/employer.js';
import type { Account } from '../models/account.js';
import { messages } from './messages.js';
import { qrCode } from './qr-code.js';
import { keyUri } from './totp.js';

/** A secret as a page shows it: to scan, to tap and to copy. */
export async function keyOf(account: Account, secret: string, reader: Reading) {
  const employer = await Employers.findById(account.employer).orFail().lean();
  const uri = keyUri(secret, employer.name, account.username ?? '');
  const { keyWords } = messages(reader);
  return { keyWords, uri, qrCode: await qrCode(uri), key: secret.replace(/(.{4})(?=.)/g, '$1 ') };
}
