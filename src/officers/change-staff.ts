import { Types } from 'mongoose';
import type { Logger } from 'pino';
import { change } from '../changes/change.js';
import { Officers, type Account, type Officer } from '../models/account.js';
import { AuditEntries } from '../models/audit-entry.js';
import { Employers, type Employer } from '../models/employer.js';
import { roleOf } from '../models/role.js';
import type { StaffChange } from '../models/staff-change.js';
import { effects, possibleActions } from './actions.js';
import { invite } from './invite.js';

/** `not-allowed`: who wanted it is no beheerder any more. `taken`: an officer has this address already. */
export type Outcome = 'done' | 'not-now' | 'not-allowed' | 'taken' | 'yourself';

/** What `by` wants now; a new colleague gets the id that comes with it. */
export const staffChange = (
  by: StaffChange['by'],
  wanted: StaffChange['wanted'],
  at: Date,
  colleague = new Types.ObjectId(),
): StaffChange => ({ _id: new Types.ObjectId(), colleague, wanted, by, at });

const isBeheerder = (officer: Officer | null) =>
  officer?.access.state === 'active' && roleOf(officer) === 'beheerder';

const find = (employer: Types.ObjectId, _id: Types.ObjectId) =>
  Officers.findOne({ _id, employer }).lean<Officer>();

// The relay takes a change off the account only after it is in the log: look there last.
const isMade = async ({ _id }: StaffChange, { changes }: Account): Promise<boolean> =>
  changes.some((one) => one._id.equals(_id)) || (await AuditEntries.exists({ _id })) !== null;

/** @returns null when the colleague changed since they were read */
async function apply(colleague: Officer, { _id, wanted, by, at }: StaffChange): Promise<'done' | null> {
  if (wanted.action === 'invite') return null;
  const { records, role, set, unset, keepsVersion } = effects[wanted.action](colleague, {
    by,
    now: at,
    ...(wanted.reason && { reason: wanted.reason }),
  });
  const version = colleague.version + (keepsVersion ? 0 : 1);
  const { reason } = wanted;
  const made = {
    ...change(records, by, at, { ...(reason && { reason }), ...(role && { role }), version }),
    _id,
  };
  const { modifiedCount } = await Officers.updateOne(
    {
      _id: colleague._id,
      employer: colleague.employer,
      version: colleague.version,
      role: colleague.role ?? null,
    },
    { $set: { ...set, version }, ...(unset && { $unset: unset }), $push: { changes: made } },
  );
  return modifiedCount === 1 ? 'done' : null;
}

async function carryOutOnce(employer: Types.ObjectId, change: StaffChange): Promise<Outcome | null> {
  const { wanted } = change;
  const colleague = await find(employer, change.colleague);
  // After it was read: whoever carries it out later raises the version that was read.
  if (colleague && (await isMade(change, colleague))) return 'done';
  if (!isBeheerder(await find(employer, change.by.id))) return 'not-allowed';
  if (wanted.action === 'invite') return invite(employer, change, wanted);
  if (!colleague || !possibleActions(colleague).includes(wanted.action)) return 'not-now';
  return apply(colleague, change);
}

/** Carries out what was written down. Several processes may do so at once: it is made once. */
async function carryOut(employer: Types.ObjectId, change: StaffChange): Promise<Outcome> {
  let outcome = await carryOutOnce(employer, change);
  while (outcome === null) outcome = await carryOutOnce(employer, change);
  await Employers.updateOne({ _id: employer, 'staffChange._id': change._id }, { $unset: { staffChange: 1 } });
  return outcome;
}

const read = (employer: Types.ObjectId) => Employers.findById(employer).orFail().lean<Employer>();

/**
 * Makes a change among the officers of an employer. All of them are made in turn, and each looks first whether who wants
 * it is still a beheerder. As nobody changes themselves, that one stays: the last beheerder cannot go.
 */
export async function changeStaff(employer: Types.ObjectId, change: StaffChange): Promise<Outcome> {
  if (change.by.id.equals(change.colleague)) return 'yourself';
  for (;;) {
    const { modifiedCount } = await Employers.updateOne(
      { _id: employer, staffChange: { $exists: false } },
      { $set: { staffChange: change } },
    );
    if (modifiedCount === 1) return carryOut(employer, change);
    // Who wrote that one down may have been killed: it is carried out first.
    const { staffChange } = await read(employer);
    if (staffChange) await carryOut(employer, staffChange);
  }
}

/** Carries out what a killed process left behind. */
export async function sweepStaffChanges(log: Logger): Promise<void> {
  const left = await Employers.find({ staffChange: { $exists: true } }).lean<Employer[]>();
  for (const { _id, staffChange } of left) {
    try {
      if (staffChange) await carryOut(_id, staffChange);
    } catch (error) {
      // One that cannot be carried out leaves the others their turn.
      log.error({ err: error, employer: _id }, 'change of an officer not carried out, will be tried again');
    }
  }
}
