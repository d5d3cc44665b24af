import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import { messages as employerMessages } from '../employer/messages.js';
import type { Officer } from '../models/account.js';
import { hasNoLink } from '../models/invitation.js';
import type { StaffAction, StaffChange } from '../models/staff-change.js';
import { fill, paths } from '../paths.js';
import { Forbidden } from '../web/errors.js';
import { redirectWithFailure, redirectWithNotice } from '../web/notice.js';
import { changeStaff, staffChange } from './change-staff.js';
import { findColleague } from './find-colleague.js';
import { messages } from './messages.js';

/** The reader, as the one who makes the change. */
export function byReader(req: Request): StaffChange['by'] {
  const me = officerOf(req);
  return { ...actorOf(req, me), id: me._id };
}

const pageOf = ({ _id }: Officer) => fill(paths.officer, { id: _id.toString() });

/** Makes the change, and says what came of it. */
export async function perform(
  { now, relay, attempts }: Deps,
  req: Request,
  res: Response,
  colleague: Officer,
  wanted: { action: StaffAction; reason?: string },
): Promise<void> {
  const t = messages(req);
  const { employer } = officerOf(req);
  const change = staffChange(byReader(req), wanted, now(), colleague._id);
  const takeBack =
    wanted.action === 'send-invitation-again' && (await attempts.letter('officer', colleague._id));
  const outcome = await changeStaff(employer, change);
  if (takeBack && outcome !== 'done') await takeBack();
  await relay.bring(colleague._id);
  // They were a beheerder when they clicked, and are not any more.
  if (outcome === 'not-allowed') throw new Forbidden();
  const page = wanted.action === 'remove' && outcome === 'done' ? paths.officers : pageOf(colleague);
  if (outcome === 'done') {
    const sentence = t.done[wanted.action](colleague.name, colleague.email);
    const ended =
      wanted.action === 'unblock' && hasNoLink(await findColleague(req), now())
        ? [employerMessages(req).detailsPage.invitationEnds]
        : [];
    redirectWithNotice(req, res, page, [sentence, ...ended].join(' '), now());
  } else
    redirectWithFailure(
      req,
      res,
      page,
      outcome === 'yourself' ? t.colleaguePage.yourself : t.colleaguePage.notNow,
      now(),
    );
}

/** An action that asks nothing more. */
export const performAtOnce =
  (deps: Deps, action: StaffAction): RequestHandler =>
  async (req, res) => {
    await perform(deps, req, res, await findColleague(req), { action });
  };
