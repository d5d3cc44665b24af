import type { Types } from 'mongoose';
import { planBatch } from '../batches/plan.js';
import { keptOnceConfirmed } from '../carrying.js';
import { changeAccess } from '../employer/change-access.js';
import { changeDetails } from '../employer/change-details.js';
import { Employees, Officers, type Employee, type Officer } from '../models/account.js';
import { Batches, BatchRows } from '../models/batch.js';
import type { Actor } from '../models/change.js';
import { day } from './lives.js';

const actorOf = ({ _id, name }: Officer): Actor => ({ kind: 'officer', id: _id, name });

/** A colleague changed an address and asks for what then takes two people: the beheerder finds it under Vier ogen. */
async function askSecondOfficer(colleague: Officer, now: Date): Promise<void> {
  const { employer } = colleague;
  const by = actorOf(colleague);
  const employee = await Employees.findOne({
    employer,
    'access.state': 'active',
    'twoFactor.state': 'on',
    leaving: null,
  })
    .sort({ numberOrder: 1 })
    .orFail()
    .lean<Employee>();
  const { _id, initials, prefix, surname, birthDate } = employee;
  const known = { initials, prefix, surname, birthDate };
  await changeDetails(employee, { ...known, email: `nieuw.${employee.email}` }, by, now);
  const whom = { employer, employee: _id };
  await changeAccess(whom, 'reset-two-factor', { by, now, reason: 'nieuwe telefoon, belde zelf' });
}

/** Usernames that went out to many some days ago, to look back at. */
async function lookBack(officer: Officer, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 3 * day);
  const batch = await planBatch(officer, 'send-username', { filter: 'nooit-ingelogd' }, at);
  if (!batch) throw new Error('the demo has nobody who never logged in');
  const expires = new Date(at.getTime() + keptOnceConfirmed);
  await BatchRows.updateMany({ batch }, { $set: { isLeft: false, expires } });
  await Batches.updateOne({ _id: batch }, { $set: { state: 'done', by: actorOf(officer), expires } });
}

/** What the officers of the demo are at, or did lately. */
export async function makeWork(employer: Types.ObjectId, now: Date): Promise<void> {
  const colleague = await Officers.findOne({ employer, role: 'medewerker' }).orFail().lean<Officer>();
  await askSecondOfficer(colleague, now);
  await lookBack(colleague, now);
}
