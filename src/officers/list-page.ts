import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import { officerOf } from '../employer/guards.js';
import { accessState } from '../employer/officer-actions.js';
import type { Reading } from '../language.js';
import { Officers, type Officer } from '../models/account.js';
import { roleOf } from '../models/role.js';
import { fill, paths } from '../paths.js';
import { staffOfEmployer } from './find-colleague.js';
import { messages } from './messages.js';

function row(colleague: Officer, me: Officer, reader: Reading) {
  const { _id, name, access, lastLoginAt, twoFactor } = colleague;
  const { listPage: t, roleNames, accessNames, yesNo } = messages(reader);
  return {
    href: fill(paths.officer, { id: _id.toString() }),
    name: _id.equals(me._id) ? t.you(name) : name,
    role: roleNames[roleOf(colleague)],
    state: access.state,
    access: accessNames[accessState(access)],
    lastLogin: lastLoginAt ? dateTime(lastLoginAt, reader) : t.never,
    twoFactor: yesNo(twoFactor.state === 'on'),
  };
}

/** The officers of an employer, by name. */
export const listPage: RequestHandler = async (req, res) => {
  const me = officerOf(req);
  const colleagues = await Officers.find(staffOfEmployer(me.employer))
    .sort({ name: 1, _id: 1 })
    .lean<Officer[]>();
  res.render('officers/list', {
    t: messages(req).listPage,
    colleagues: colleagues.map((colleague) => row(colleague, me, req)),
  });
};
