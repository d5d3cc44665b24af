import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import { Officers } from '../models/account.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { invited } from '../models/invitation.js';
import { emailKey, usernameFields, usernamesFor } from '../models/names.js';
import type { NewColleague, StaffChange } from '../models/staff-change.js';

/** "H. de Ruiter" → "h.deruiter". */
function usernamesOf(name: string): Generator<string> {
  const [first = '', ...rest] = name.split(/\s+/);
  return usernamesFor({ initials: first, surname: rest.join('') });
}

/** Adds an officer, who gets a letter with a link to choose a password. */
export async function invite(
  employer: Types.ObjectId,
  { _id, colleague, by, at }: StaffChange,
  { name, email, role }: NewColleague,
): Promise<'done' | 'taken'> {
  const key = emailKey(email);
  if (await Officers.exists({ employer, emailKey: key, 'access.state': { $ne: 'revoked' } })) return 'taken';
  const account = {
    _id: colleague,
    employer,
    name,
    role,
    added: { by: by.id, at },
    email,
    emailKey: key,
    access: invited(at),
  };
  const changes = [
    change('colleague-added', by, at, { role }),
    { ...change('access-granted', by, at, { version: 0 }), _id },
  ];
  for (const username of usernamesOf(name)) {
    try {
      await Officers.create({ ...account, ...usernameFields(username), changes });
      return 'done';
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // The username is somebody's; or another process did this at the same moment.
      if (await Officers.exists({ _id: colleague })) return 'done';
    }
  }
  throw new Error('no free username was found');
}
