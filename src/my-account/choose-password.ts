import { change } from '../changes/change.js';
import { findLink } from '../mail/links.js';
import { Accounts, type Access, type Account, type Login } from '../models/account.js';
import type { Action, Actor } from '../models/change.js';
import { usernameFields } from '../models/names.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import type { Passwords } from '../sign-in/password.js';
import { atThisCount } from './birth-date-tries.js';

/** With which letter somebody chooses a password: to begin, or because they forgot theirs. */
export type PasswordLetter = 'invitation' | 'password';

const before = { invitation: 'invited', password: 'active' } as const satisfies Record<
  PasswordLetter,
  Access['state']
>;

/** Who has this link; null when it was used, replaced or is too old. */
export async function ownerOfLink(letter: PasswordLetter, token: string, now: Date): Promise<Account | null> {
  const link = await findLink(letter, token, now);
  return (
    link &&
    Accounts.findOne({
      _id: link.account,
      version: link.version,
      'access.state': before[letter],
    }).lean<Account>()
  );
}

interface Effect {
  records: Action;
  set: { access?: Access; logins?: Login[] };
  unset?: { birthDateTries: 1 };
}

const effects: Record<PasswordLetter, (now: Date) => Effect> = {
  invitation: (now) => ({
    records: 'password-chosen',
    set: { access: { state: 'active', since: now } },
    unset: { birthDateTries: 1 },
  }),
  password: () => ({ records: 'password-reset', set: { logins: [] } }),
};

export interface Chosen {
  username: string;
  password: string;
}

export type ChoiceOutcome =
  { outcome: 'done'; passwordHash: string } | { outcome: 'taken' } | { outcome: 'late' };

/** Gives an account its password; who was invited has access with it. `'taken'`: the username is somebody's; `'late'`: somebody used the link first. */
export async function choosePassword(
  letter: PasswordLetter,
  account: Account,
  { username, password }: Chosen,
  by: Actor,
  now: Date,
  passwords: Passwords,
): Promise<ChoiceOutcome> {
  const { records, set, unset } = effects[letter](now);
  const passwordHash = await passwords.hash(password);
  try {
    const { modifiedCount } = await Accounts.updateOne(
      { _id: account._id, version: account.version, 'access.state': before[letter], ...atThisCount(account) },
      {
        $set: { ...set, passwordHash, ...usernameFields(username) },
        ...(unset && { $unset: unset }),
        $inc: { version: 1 },
        $push: { changes: change(records, by, now) },
      },
    );
    return modifiedCount === 1 ? { outcome: 'done', passwordHash } : { outcome: 'late' };
  } catch (error) {
    if (isDuplicateKey(error)) return { outcome: 'taken' };
    throw error;
  }
}
