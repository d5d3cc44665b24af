import type { Types } from 'mongoose';
import { change } from '../changes/change.js';
import { Employees, type Employee } from '../models/account.js';
import type { Actor, Change, Detail } from '../models/change.js';
import { keysOf } from '../models/employee-keys.js';
import { withoutLink } from '../models/invitation.js';
import { emailKey } from '../models/names.js';
import { unconfirmedFor, type UnconfirmedEmail } from '../models/waiting.js';
import { unconfirmedEmail } from '../four-eyes/waiting.js';
import { restorableAfter } from '../my-account/change-email.js';

/** What an employer has on record of somebody, beside their number. */
export interface Details {
  initials: string;
  prefix?: string | undefined;
  surname: string;
  email: string;
  birthDate?: string | undefined;
}

/** Their names, in the order in which a change of them is told. */
export const detailNames: Detail[] = ['initials', 'prefix', 'surname', 'birthDate', 'email'];

/** The names of what would be other than it is. */
export const changedDetails = (employee: Employee, wanted: Details): Detail[] =>
  detailNames.filter((name) => employee[name] !== wanted[name]);

const hadAccess = ({ access }: Employee) => access.state !== 'none';

function changesOf(
  employee: Employee,
  details: Detail[],
  by: Actor,
  now: Date,
  _id?: Types.ObjectId,
): Change[] {
  const names = details.filter((name) => name !== 'email');
  // Who never had access got no letter at the old address either: it may be somebody else's, by mistake.
  const isTold = hadAccess(employee);
  const changes = [
    ...(names.length > 0 ? [change('details-changed', by, now, { details: names })] : []),
    ...(details.includes('email')
      ? [change(isTold ? 'email-corrected' : 'email-entered', by, now, { email: employee.email })]
      : []),
  ];
  return changes.map((one, i) => (i === 0 && _id ? { ...one, _id } : one));
}

// Of several in a row the first says which address the owner had; everybody who made one had the first pair of eyes.
function unconfirmed(employee: Employee, by: Actor, now: Date): UnconfirmedEmail {
  const earlier = unconfirmedEmail(employee, now);
  return {
    from: earlier?.from ?? employee.email,
    by: [
      ...(earlier?.by ?? []).filter(
        ({ kind, id }) => kind !== by.kind || !(id === by.id || (id && by.id?.equals(id))),
      ),
      by,
    ],
    at: earlier?.at ?? now,
    until: new Date(now.getTime() + unconfirmedFor),
  };
}

/** Links of letters to the old address end, and a login that waits for its code. */
const otherEmail = (employee: Employee, email: string, by: Actor, now: Date) => ({
  email,
  emailKey: emailKey(email),
  version: employee.version + 1,
  access: withoutLink(employee.access, now),
  previousEmails: restorableAfter(employee, now),
  // Who never had access has nothing that somebody else could take over.
  ...(hadAccess(employee) && { unconfirmedEmail: unconfirmed(employee, by, now) }),
});

/**
 * Changes what is on record.
 * @param employee as it was when the officer looked
 * @param id of the first change that it makes
 * @returns what changed; null when the account, or what is on record, changed since
 */
export async function changeDetails(
  employee: Employee,
  wanted: Details,
  by: Actor,
  now: Date,
  id?: Types.ObjectId,
): Promise<Detail[] | null> {
  const { _id, employer, version, detailsVersion, number } = employee;
  const details = changedDetails(employee, wanted);
  if (details.length === 0) return details;
  const { initials, prefix, surname, birthDate, email } = wanted;
  const { modifiedCount } = await Employees.updateOne(
    { _id, employer, version, detailsVersion: detailsVersion ?? null },
    {
      $inc: { detailsVersion: 1 },
      $set: {
        initials,
        surname,
        ...keysOf({ employer, number, initials, prefix, surname }),
        ...(prefix !== undefined && { prefix }),
        ...(birthDate !== undefined && { birthDate }),
        ...(details.includes('email') && otherEmail(employee, email, by, now)),
      },
      $unset: {
        ...(prefix === undefined && { prefix: 1 }),
        ...(birthDate === undefined && { birthDate: 1 }),
        ...(details.includes('email') && { emailAsked: 1 }),
      },
      $push: { changes: { $each: changesOf(employee, details, by, now, id) } },
    },
  );
  return modifiedCount === 1 ? details : null;
}
