import type { RequestHandler } from 'express';
import { date, dateTime, startOfDay } from '../dates.js';
import type { Deps } from '../deps.js';
import { waitingLines } from '../four-eyes/tell.js';
import type { Reading } from '../language.js';
import type { Access, Account, Employee } from '../models/account.js';
import { isGone } from '../models/leaving.js';
import { messages as leavingMessages } from '../leaving/messages.js';
import { auditListing, readEntries } from '../models/audit-listing.js';
import { hasNoLink } from '../models/invitation.js';
import { fullName } from '../models/names.js';
import { isLockedByBirthDate } from '../my-account/birth-date-tries.js';
import { fill, paths } from '../paths.js';
import { findEmployee } from './change-access.js';
import { whom } from './guards.js';
import { logRows } from './log-rows.js';
import { messages } from './messages.js';
import { accessActions, accessState, isConfirmed, type OfficerAction } from './officer-actions.js';
import { undelivered } from './undelivered.js';

/** Where each action is posted. */
export const actionPaths: Record<OfficerAction, string> = {
  grant: paths.grant,
  'send-invitation-again': paths.sendInvitationAgain,
  block: paths.block,
  unblock: paths.unblock,
  revoke: paths.revoke,
  'invite-again': paths.inviteAgain,
  'send-username': paths.sendUsername,
  'reset-two-factor': paths.resetTwoFactor,
};

const mainActions: OfficerAction[] = ['grant', 'send-invitation-again', 'unblock', 'invite-again'];

function buttons(employee: Employee, reader: Reading) {
  const { buttonNames } = messages(reader);
  return accessActions(employee).map((action) => ({
    action: fill(actionPaths[action], { id: employee._id.toString() }),
    name: buttonNames[action],
    isMain: mainActions.includes(action),
    // Its page asks more first.
    isLink: isConfirmed(action),
  }));
}

/** Until when the link of an invitation works. */
export function invitation(account: Account, now: Date, reader: Reading): string | undefined {
  const { access } = account;
  if (access.state !== 'invited') return undefined;
  const t = messages(reader).accessPage;
  if (isLockedByBirthDate(account)) return t.invitationLocked;
  const until = dateTime(access.until, reader);
  return hasNoLink(account, now) ? t.invitationExpired(until) : t.invitationWorks(until);
}

/** Who blocked it and why. */
const blocking = (access: Access, reader: Reading): string | undefined =>
  access.state === 'blocked' && access.by !== undefined
    ? messages(reader).accessPage.blockedBy(access.by, access.reason)
    : undefined;

/** From when somebody is out of service. */
function leavingLine({ leaving, ...employee }: Employee, reader: Reading): string | undefined {
  if (!leaving) return undefined;
  const { leavingLine: t } = leavingMessages(reader);
  const [on, until] = [date(startOfDay(leaving.on) ?? leaving.until, reader), date(leaving.until, reader)];
  return isGone({ ...employee, leaving }) ? t.gone(on) : t.leaves(on, until);
}

const shown = 10;

/** What happened last, and where the rest stands. */
async function history({ employer, _id, number }: Employee, reader: Reading) {
  const { condition } = auditListing(employer, { account: _id });
  const entries = await readEntries(condition, { at: -1, _id: -1 }, shown);
  const address = `${paths.log}?${new URLSearchParams({ werknemer: number }).toString()}`;
  return { rows: await logRows(entries, reader), address };
}

/** The manual's fields, in its order, with what goes beyond it below. */
function fields(employee: Employee, now: Date, reader: Reading) {
  const { number, initials, prefix, surname, email, access, username, twoFactor, lastLoginAt } = employee;
  const { accessPage: t, accessNames, yesNo } = messages(reader);
  return {
    manual: [
      [t.number, number],
      [t.initials, initials],
      [t.prefix, prefix ?? ''],
      [t.surname, surname],
    ],
    twoFactor: yesNo(twoFactor.state === 'on'),
    twoFactorSince: twoFactor.state === 'on' ? t.since(dateTime(twoFactor.since, reader)) : undefined,
    email,
    access: accessNames[accessState(access)],
    accessSince: t.since(dateTime(access.since, reader)),
    accessMore: [invitation(employee, now, reader), blocking(access, reader)].filter(Boolean),
    username: username ?? t.noUsername,
    lastLogin: lastLoginAt ? dateTime(lastLoginAt, reader) : t.neverLoggedIn,
  };
}

/** "Werknemerloket toegang": one employee, and what the officer can do for them. */
export const accessPage =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    const employee = await findEmployee(whom(req));
    res.render('employer/access', {
      t: messages(req).accessPage,
      name: fullName(employee),
      state: employee.access.state,
      fields: fields(employee, now(), req),
      history: await history(employee, req),
      waiting: await waitingLines(employee, now(), req),
      undelivered: await undelivered(employee, now(), req),
      buttons: buttons(employee, req),
      leaving: leavingLine(employee, req),
      leavingPath: fill(paths.leaving, { id: employee._id.toString() }),
      detailsPath: fill(paths.employeeDetails, { id: employee._id.toString() }),
      resetPath: fill(paths.resetTwoFactor, { id: employee._id.toString() }),
    });
  };
