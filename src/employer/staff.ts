import type { Reading } from '../language.js';
import { Employees, type Officer } from '../models/account.js';
import { messages } from './messages.js';

/** The officer's employees in a few figures. */
export async function staffOf({ employer }: Officer, reader: Reading) {
  const t = messages(reader).staff;
  const [all, withAccess, withTwoFactor] = await Promise.all([
    Employees.countDocuments({ employer }),
    Employees.countDocuments({ employer, 'access.state': 'active' }),
    Employees.countDocuments({ employer, 'access.state': 'active', 'twoFactor.state': 'on' }),
  ]);
  if (all === 0) return { text: t.none, facts: [] };
  return {
    text: t.what,
    facts: [
      { figure: all, words: t.all(all) },
      { figure: withAccess, words: t.withAccess },
      { figure: withTwoFactor, words: t.withTwoFactor },
    ],
  };
}
