import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import type { Employee } from '../models/account.js';
import { fullName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { findEmployee } from './change-access.js';
import { whom } from './guards.js';
import { messages } from './messages.js';
import { accessState, actionsInState, type OfficerAction } from './officer-actions.js';
import { undelivered } from './undelivered.js';

/** Where each action is posted. */
export const actionPaths: Record<OfficerAction, string> = {
  grant: paths.grant,
  'send-invitation-again': paths.sendInvitationAgain,
  block: paths.block,
  unblock: paths.unblock,
  'invite-again': paths.inviteAgain,
  'send-username': paths.sendUsername,
  'reset-two-factor': paths.resetTwoFactor,
};

const mainActions: OfficerAction[] = ['grant', 'send-invitation-again', 'unblock'];

function buttons({ _id, access }: Employee, reader: Reading) {
  const { buttonNames } = messages(reader);
  return actionsInState[accessState(access)].map((action) => ({
    action: fill(actionPaths[action], { id: _id.toString() }),
    name: buttonNames[action],
    isMain: mainActions.includes(action),
    // Its page asks first who it is.
    isLink: action === 'invite-again',
  }));
}

/** The manual's fields, in its order, with what goes beyond it below. */
function fields(employee: Employee, reader: Reading) {
  const { number, initials, prefix, surname, email, access, username, twoFactor } = employee;
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
    username: username ?? t.noUsername,
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
      fields: fields(employee, req),
      undelivered: await undelivered(employee, now(), req),
      buttons: buttons(employee, req),
      resetPath: fill(paths.resetTwoFactor, { id: employee._id.toString() }),
    });
  };
