import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import type { Deps } from '../deps.js';
import type { Employee } from '../models/account.js';
import { fullName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { findEmployee } from './change-access.js';
import { whom } from './guards.js';
import { accessNames, accessPage as t, buttonNames, yesNo } from './messages.js';
import { accessState, actionsInState, type OfficerAction } from './officer-actions.js';
import { undelivered } from './undelivered.js';

/** Where each action is posted. */
export const actionPaths: Record<OfficerAction, string> = {
  grant: paths.grant,
  block: paths.block,
  unblock: paths.unblock,
  'invite-again': paths.inviteAgain,
  'send-username': paths.sendUsername,
  'reset-two-factor': paths.resetTwoFactor,
};

const buttons = ({ _id, access }: Employee) =>
  actionsInState[accessState(access)].map((action) => ({
    action: fill(actionPaths[action], { id: _id.toString() }),
    name: access.state === 'invited' && action === 'grant' ? t.inviteAgain : buttonNames[action],
    isMain: action === 'grant' || action === 'unblock',
    // Its page asks first who it is.
    isLink: action === 'invite-again',
  }));

/** The manual's fields, in its order, with what goes beyond it below. */
const fields = ({ number, initials, prefix, surname, email, access, username, twoFactor }: Employee) => ({
  manual: [
    [t.number, number],
    [t.initials, initials],
    [t.prefix, prefix ?? ''],
    [t.surname, surname],
  ],
  twoFactor: yesNo(twoFactor.state === 'on'),
  twoFactorSince: twoFactor.state === 'on' ? t.since(dateTime(twoFactor.since)) : undefined,
  email,
  access: accessNames[accessState(access)],
  accessSince: t.since(dateTime(access.since)),
  username: username ?? t.noUsername,
});

/** "Werknemerloket toegang": one employee, and what the officer can do for them. */
export const accessPage =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    const employee = await findEmployee(whom(req));
    res.render('employer/access', {
      t,
      name: fullName(employee),
      state: employee.access.state,
      fields: fields(employee),
      undelivered: await undelivered(employee, now()),
      buttons: buttons(employee),
      resetPath: fill(paths.resetTwoFactor, { id: employee._id.toString() }),
    });
  };
