import { change } from '../changes/change.js';
import { findLink } from '../mail/links.js';
import { Accounts, type Access, type Account, type Login } from '../models/account.js';
import type { Action, Actor } from '../models/change.js';
import type { Passwords } from '../sign-in/password.js';

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
}

const effects: Record<PasswordLetter, (now: Date) => Effect> = {
  invitation: (now) => ({ records: 'password-chosen', set: { access: { state: 'active', since: now } } }),
  password: () => ({ records: 'password-reset', set: { logins: [] } }),
};

/** Gives an account its password; who was invited has access with it. @returns its hash; null when somebody used the link first */
export async function choosePassword(
  letter: PasswordLetter,
  account: Account,
  password: string,
  by: Actor,
  now: Date,
  passwords: Passwords,
): Promise<string | null> {
  const { records, set } = effects[letter](now);
  const passwordHash = await passwords.hash(password);
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, version: account.version, 'access.state': before[letter] },
    { $set: { ...set, passwordHash }, $inc: { version: 1 }, $push: { changes: change(records, by, now) } },
  );
  return modifiedCount === 1 ? passwordHash : null;
}
