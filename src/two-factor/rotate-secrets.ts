import { Accounts, type Account } from '../models/account.js';
import { keyIdOf, type SecretBox } from './secret-box.js';

interface StoredSecret {
  account: Account['_id'];
  box: string;
}

/** What came of a rotation. */
export interface Rotation {
  reencrypted: number;
  /** Accounts whose secret does not open: altered, or encrypted with another key of the same id. */
  unreadable: string[];
  /** How many secrets each key encrypted, as they are now: the configured keys, newest first, then unknown ones. */
  keys: { id: string; secrets: number; configured: boolean }[];
}

async function storedSecrets(): Promise<StoredSecret[]> {
  const accounts = await Accounts.find({ 'twoFactor.state': 'on' }, 'twoFactor').lean<Account[]>();
  return accounts.flatMap(({ _id, twoFactor }) =>
    twoFactor.state === 'on' ? [{ account: _id, box: twoFactor.secret }] : [],
  );
}

function reseal({ account, box }: StoredSecret, secretBox: SecretBox): string | undefined {
  let secret;
  try {
    secret = secretBox.open(box, account, 'confirmed');
  } catch {
    return undefined;
  }
  return secretBox.seal(secret, account, 'confirmed');
}

async function countKeys({ keyIds }: SecretBox): Promise<Rotation['keys']> {
  const used = (await storedSecrets()).map(({ box }) => keyIdOf(box));
  return [...new Set([...keyIds, ...used])].map((id) => ({
    id,
    secrets: used.filter((other) => other === id).length,
    configured: keyIds.includes(id),
  }));
}

/**
 * Brings every confirmed secret under the newest key. Each says itself which key it is under, so a rotation
 * that was killed goes on where it was; and one that changes meanwhile is left as it is.
 * @param tell hears after each secret how many of all are done
 */
export async function rotateSecrets(
  secretBox: SecretBox,
  tell: (done: number, all: number) => void,
): Promise<Rotation> {
  const { keyIds } = secretBox;
  const known = (box: string) => keyIds.slice(1).includes(keyIdOf(box));
  const old = (await storedSecrets()).filter(({ box }) => known(box));
  const unreadable: string[] = [];
  let reencrypted = 0;
  for (const [i, secret] of old.entries()) {
    const box = reseal(secret, secretBox);
    if (box === undefined) {
      unreadable.push(secret.account.toString());
    } else {
      const { modifiedCount } = await Accounts.updateOne(
        { _id: secret.account, 'twoFactor.secret': secret.box },
        { $set: { 'twoFactor.secret': box } },
      );
      reencrypted += modifiedCount;
    }
    tell(i + 1, old.length);
  }
  return { reencrypted, unreadable, keys: await countKeys(secretBox) };
}
