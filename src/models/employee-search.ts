import type { Types } from 'mongoose';
import { Accounts, Employees, type Account, type Employee } from './account.js';
import { searchFields } from './employee-listing.js';
import { normaliseUsername, plain } from './names.js';
import { pageSize } from './keyset.js';

/** The employee with exactly this number or username: quick among any number of them. */
async function findExactly(employer: Types.ObjectId, typed: string): Promise<Employee | null> {
  // The embedded engine uses a unique index where the query has its field and no other; so the employer is compared here.
  const numberKey = `${employer.toString()}:${typed}`;
  const found =
    (await Accounts.findOne({ numberKey }, 'kind employer').lean<Account>()) ??
    (await Accounts.findOne({ username: normaliseUsername(typed) }, 'kind employer').lean<Account>());
  if (found?.kind !== 'employee' || !found.employer.equals(employer)) return null;
  return Accounts.findById(found._id).lean<Employee>();
}

// Sorts behind everything that begins with the text before it.
const last = '\u{ffff}';

/** What was found: `isExact` when it is the one with exactly this number or username; `hasMore` than a page. */
export interface Found {
  employees: Employee[];
  isExact: boolean;
  hasMore: boolean;
}

/**
 * Employees whose number, name, username or e-mail address begins with this, without case and accents; by name.
 * @param all also where one has exactly this number or username
 */
export async function searchEmployees(employer: Types.ObjectId, typed: string, all: boolean): Promise<Found> {
  const exact = all ? null : await findExactly(employer, typed.trim());
  if (exact) return { employees: [exact], isExact: true, hasMore: false };
  // As the list writes a name, "Wekkers, P. van": by the surname.
  const text = plain(typed.replace(/,.*/s, '').trim());
  const begins = { $gte: text, $lt: text + last };
  const found = await Employees.find({
    employer,
    $or: searchFields.map((field) => ({ [field]: begins })),
  })
    .limit(pageSize + 1)
    .lean<Employee[]>();
  const employees = found.slice(0, pageSize).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return { employees, isExact: false, hasMore: found.length > pageSize };
}
