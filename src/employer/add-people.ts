import { Types } from 'mongoose';
import type { z } from 'zod';
import { change } from '../changes/change.js';
import { Fatal } from '../fatal.js';
import { Employees, Officers, type Access, type Account } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { Employers } from '../models/employer.js';
import { keysOf } from '../models/employee-keys.js';
import { emailKey, usernameFields } from '../models/names.js';
import type { Policy } from '../models/policy.js';
import type { Passwords } from '../sign-in/password.js';
import { passwordFault, shortestPassword } from '../sign-in/password-rules.js';
import { checked, newEmployee, newEmployer, newOfficer, passwordFaults } from './new-people.js';

/** @throws Fatal when the name will not do */
export async function addEmployer(
  given: z.input<typeof newEmployer>,
  policy: Policy,
  _id = new Types.ObjectId(),
): Promise<Types.ObjectId> {
  const { name, contact } = checked(newEmployer, given);
  await Employers.create({ _id, name, policy, ...(contact !== undefined && { contact }) });
  return _id;
}

interface NewLogin {
  username: string;
  password: string;
}

async function loginFields(
  { username, password }: NewLogin,
  email: string,
  employer: string,
  shortest: number,
  passwords: Passwords,
) {
  const fault = passwordFault(password, { username, email, employer }, shortest);
  if (fault) throw new Fatal(passwordFaults(shortest)[fault]);
  return { ...usernameFields(username), passwordHash: await passwords.hash(password) };
}

interface NewAccount {
  employer: string;
  email: string;
  login?: NewLogin | undefined;
}

const withoutLogin = ({ employer, email }: NewAccount, by: Actor, now: Date, _id = new Types.ObjectId()) => ({
  _id,
  employer,
  email,
  emailKey: emailKey(email),
  access: { state: 'none', since: now } satisfies Access as Access,
  changes: [change('account-added', by, now)],
});

async function common(
  account: NewAccount,
  kind: Account['kind'],
  by: Actor,
  now: Date,
  passwords: Passwords,
) {
  const { employer, email, login } = account;
  const found = await Employers.findById(employer);
  if (!found) throw new Fatal(`there is no employer ${employer}`);
  return {
    ...withoutLogin(account, by, now),
    ...(login && {
      access: { state: 'active', since: now } satisfies Access,
      ...(await loginFields(login, email, found.name, shortestPassword(found.policy[kind], now), passwords)),
      changes: [change('account-added-with-login', by, now)],
    }),
  };
}

// The unique indexes decide: to look first would leave a moment for somebody else.
async function orTaken<T>(creation: Promise<T>): Promise<T> {
  try {
    return await creation;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const isUsername = (error as Error).message.includes('index: username_1');
    throw new Fatal(isUsername ? 'this username is taken' : 'this employer has an employee with this number');
  }
}

/** @throws Fatal when a value will not do, the employer does not exist or the username is taken */
export async function addOfficer(
  given: z.input<typeof newOfficer>,
  by: Actor,
  now: Date,
  passwords: Passwords,
): Promise<Types.ObjectId> {
  const { employer, email, login, name, role } = checked(newOfficer, given);
  const account = {
    ...(await common({ employer, email, login }, 'officer', by, now, passwords)),
    name,
    role,
  };
  await orTaken(Officers.create(account));
  return account._id;
}

function recordOf(
  employer: string,
  { number, initials, prefix, surname, birthDate }: Omit<z.output<typeof newEmployee>, keyof NewAccount>,
) {
  return {
    number,
    initials,
    ...(prefix !== undefined && { prefix }),
    surname,
    ...(birthDate !== undefined && { birthDate }),
    ...keysOf({ employer: new Types.ObjectId(employer), number, initials, prefix, surname }),
  };
}

/** @throws Fatal when a value will not do, the employer does not exist, or the username or number is taken */
export async function addEmployee(
  given: z.input<typeof newEmployee>,
  by: Actor,
  now: Date,
  passwords: Passwords,
): Promise<Types.ObjectId> {
  const { employer, email, login, ...details } = checked(newEmployee, given);
  const account = await common({ employer, email, login }, 'employee', by, now, passwords);
  await orTaken(Employees.create({ ...account, ...recordOf(employer, details) }));
  return account._id;
}

/**
 * Adds somebody without access, to an employer that is there.
 * @throws Fatal when a value will not do, or the id or number is taken
 */
export async function addNewcomer(
  given: Omit<z.input<typeof newEmployee>, 'login'>,
  by: Actor,
  now: Date,
  _id: Types.ObjectId,
): Promise<void> {
  const { employer, email, ...details } = checked(newEmployee.omit({ login: true }), given);
  const account = withoutLogin({ employer, email }, by, now, _id);
  await orTaken(Employees.create({ ...account, ...recordOf(employer, details) }));
}
