import type { RequestHandler } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { tellWaiting } from '../four-eyes/tell.js';
import { hasNoLink } from '../models/invitation.js';
import { fullName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { redirectWithFailure, redirectWithNotice } from '../web/notice.js';
import { findEmployee } from './change-access.js';
import { givenFor } from './confirm-page.js';
import { officerOf, whom } from './guards.js';
import { messages } from './messages.js';
import type { OfficerAction } from './officer-actions.js';
import { changeWithinLimits } from './within-limits.js';

/** Carries out what the officer asked, and says on the employee's page what happened. */
export const perform =
  ({ now, relay, attempts }: Deps, action: OfficerAction): RequestHandler =>
  async (req, res) => {
    const employee = await findEmployee(whom(req));
    const asked = { by: actorOf(req, officerOf(req)), now: now(), ...givenFor(action, req) };
    const outcome = await changeWithinLimits({ attempts }, whom(req), action, asked);
    await relay.bring(employee._id);
    const { done, accessPage, detailsPage } = messages(req);
    const page = fill(paths.employee, { id: employee._id.toString() });
    const after = await findEmployee(whom(req));
    const waits = await tellWaiting(after, action, outcome, now(), req);
    const ended = hasNoLink(after, now()) ? [detailsPage.invitationEnds] : [];
    if (outcome === 'done') {
      const sentence = done[action](fullName(employee), employee.email);
      redirectWithNotice(req, res, page, [sentence, ...ended].join(' '), now());
    } else if (outcome === 'waits' && waits !== undefined) redirectWithNotice(req, res, page, waits, now());
    else redirectWithFailure(req, res, page, waits ?? accessPage.notNow, now());
  };
