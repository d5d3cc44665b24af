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

async function common(
  { employer, email, login }: NewAccount,
  kind: Account['kind'],
  by: Actor,
  now: Date,
  passwords: Passwords,
) {
  const found = await Employers.findById(employer);
  if (!found) throw new Fatal(`there is no employer ${employer}`);
  const access: Access = { state: login ? 'active' : 'none', since: now };
  return {
    _id: new Types.ObjectId(),
    employer,
    email,
    emailKey: emailKey(email),
    access,
    ...(login &&
      (await loginFields(login, email, found.name, shortestPassword(found.policy[kind], now), passwords))),
    changes: [change(login ? 'account-added-with-login' : 'account-added', by, now)],
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

/** @throws Fatal when a value will not do, the employer does not exist, or the username or number is taken */
export async function addEmployee(
  given: z.input<typeof newEmployee>,
  by: Actor,
  now: Date,
  passwords: Passwords,
): Promise<Types.ObjectId> {
  const { employer, email, login, number, initials, prefix, surname, birthDate } = checked(
    newEmployee,
    given,
  );
  const account = {
    ...(await common({ employer, email, login }, 'employee', by, now, passwords)),
    number,
    initials,
    ...(prefix !== undefined && { prefix }),
    surname,
    ...(birthDate !== undefined && { birthDate }),
    ...keysOf({ employer: new Types.ObjectId(employer), number, initials, prefix, surname }),
  };
  await orTaken(Employees.create(account));
  return account._id;
}
