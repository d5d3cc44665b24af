import { Types } from 'mongoose';
import type { z } from 'zod';
import { change } from '../changes/change.js';
import { Fatal } from '../fatal.js';
import { Employees, Officers, type Access } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { Employers } from '../models/employer.js';
import { sortKey } from '../models/names.js';
import { hashPassword } from '../sign-in/password.js';
import { checked, newEmployee, newEmployer, newOfficer } from './new-people.js';

/** @throws Fatal when the name will not do */
export async function addEmployer(given: z.input<typeof newEmployer>, _id = new Types.ObjectId()) {
  const { name, contact } = checked(newEmployer, given);
  await Employers.create({ _id, name, ...(contact !== undefined && { contact }) });
  return _id;
}

async function common(employer: string, email: string, login: { username: string; password: string } | undefined, by: Actor, now: Date) {
  if (!(await Employers.exists({ _id: employer }))) throw new Fatal(`there is no employer ${employer}`);
  const access: Access = { state: login ? 'active' : 'none', since: now };
  return {
    _id: new Types.ObjectId(),
    employer,
    email,
    access,
    ...(login && { username: login.username, passwordHash: await hashPassword(login.password) }),
    changes: [change('account-added', by, now)],
  };
}

// The unique indexes decide: to look first would leave a moment for somebody else.
async function orTaken<T>(creation: Promise<T>): Promise<T> {
  try {
    return await creation;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const isUsername = (error as Error).message.includes('username');
    throw new Fatal(isUsername ? 'this username is taken' : 'this employer has an employee with this number');
  }
}

/** @throws Fatal when a value will not do, the employer does not exist or the username is taken */
export async function addOfficer(given: z.input<typeof newOfficer>, by: Actor, now: Date): Promise<Types.ObjectId> {
  const { employer, email, login, name } = checked(newOfficer, given);
  const account = { ...(await common(employer, email, login, by, now)), name };
  await orTaken(Officers.create(account));
  return account._id;
}

/** @throws Fatal when a value will not do, the employer does not exist, or the username or number is taken */
export async function addEmployee(given: z.input<typeof newEmployee>, by: Actor, now: Date): Promise<Types.ObjectId> {
  const { employer, email, login, number, initials, prefix, surname } = checked(newEmployee, given);
  const account = {
    ...(await common(employer, email, login, by, now)),
    number,
    initials,
    ...(prefix !== undefined && { prefix }),
    surname,
    numberKey: `${employer}:${number}`,
    sortKey: sortKey({ surname, number }),
  };
  await orTaken(Employees.create(account));
  return account._id;
}
