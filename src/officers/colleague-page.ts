import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import type { Deps } from '../deps.js';
import { invitation } from '../employer/access-page.js';
import { officerOf } from '../employer/guards.js';
import { logRows } from '../employer/log-rows.js';
import { accessState } from '../employer/officer-actions.js';
import { undelivered } from '../employer/undelivered.js';
import type { Reading } from '../language.js';
import type { Officer } from '../models/account.js';
import { auditListing, readEntries } from '../models/audit-listing.js';
import { roleOf } from '../models/role.js';
import type { StaffAction } from '../models/staff-change.js';
import { fill, paths } from '../paths.js';
import { possibleActions } from './actions.js';
import { findColleague } from './find-colleague.js';
import { messages } from './messages.js';

/** Where each action is posted. */
export const actionPaths: Record<StaffAction, string> = {
  'send-invitation-again': paths.officerInvitation,
  block: paths.blockOfficer,
  unblock: paths.unblockOfficer,
  'make-beheerder': paths.makeBeheerder,
  'make-medewerker': paths.makeMedewerker,
  remove: paths.removeOfficer,
};

/** What has a page of its own first: it asks why, or cannot be undone. */
export const withPage = ['block', 'remove'] as const satisfies StaffAction[];

const buttons = (colleague: Officer, reader: Reading) =>
  possibleActions(colleague).map((action) => ({
    action: fill(actionPaths[action], { id: colleague._id.toString() }),
    name: messages(reader).buttonNames[action],
    isMain: action === 'send-invitation-again' || action === 'unblock',
    isLink: (withPage as readonly StaffAction[]).includes(action),
  }));

function facts(colleague: Officer, now: Date, reader: Reading): [string, string][] {
  const { email, access, username, twoFactor, lastLoginAt } = colleague;
  const { colleaguePage: t, listPage, roleNames, accessNames, yesNo } = messages(reader);
  const expiry = invitation(colleague, now, reader);
  const since = t.since(dateTime(access.since, reader));
  return [
    [listPage.role, roleNames[roleOf(colleague)]],
    [t.email, email],
    [listPage.access, `${accessNames[accessState(access)]}, ${since}${expiry ? `. ${expiry}` : ''}`],
    [t.username, username ?? ''],
    [listPage.lastLogin, lastLoginAt ? dateTime(lastLoginAt, reader) : listPage.never],
    [
      listPage.twoFactor,
      twoFactor.state === 'on'
        ? `${yesNo(true)}, ${t.since(dateTime(twoFactor.since, reader))}`
        : yesNo(false),
    ],
  ];
}

const shown = 10;

/** One officer, what happened to them, and what a colleague can do about their access. */
export const colleaguePage =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    const colleague = await findColleague(req);
    const { employer, _id, name, access } = colleague;
    const isYourself = _id.equals(officerOf(req)._id);
    const { condition } = auditListing(employer, { account: _id });
    const { colleaguePage: t } = messages(req);
    res.render('officers/colleague', {
      t,
      name,
      facts: facts(colleague, now(), req),
      advice: isYourself ? t.yourself : accessState(access) === 'closed' ? t.closed : undefined,
      buttons: isYourself ? [] : buttons(colleague, req),
      undelivered: await undelivered(colleague, now(), req),
      history: await logRows(await readEntries(condition, { at: -1, _id: -1 }, shown), req),
    });
  };
