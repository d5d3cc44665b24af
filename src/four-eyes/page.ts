import type { Request, RequestHandler } from 'express';
import { isValidObjectId, Types } from 'mongoose';
import { actorOf } from '../changes/change.js';
import { dateTime } from '../dates.js';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import { actorName } from '../employer/log-rows.js';
import type { Reading } from '../language.js';
import type { Officer } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { fullName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { NotOfEmployer } from '../web/errors.js';
import { redirectWithFailure, redirectWithNotice } from '../web/notice.js';
import { decide, type Decision } from './decide.js';
import { messages } from './messages.js';
import { namesOf } from './tell.js';
import { mayDecide, waitingAt, wasAsked, type Waiting } from './waiting.js';

const names = (by: Actor[], reader: Reading) =>
  new Intl.ListFormat(reader.language).format(by.map((one) => actorName(one, reader)));

async function row(waiting: Waiting, officer: Officer, reader: Reading) {
  const { employee, email, action, request } = waiting;
  const { fourEyesPage: t, actionNames } = messages(reader);
  const isMine = await mayDecide(officer, waiting);
  const id = request._id.toString();
  return {
    what: actionNames[action],
    name: fullName(employee),
    href: fill(paths.employee, { id: employee._id.toString() }),
    lines: [
      t.asked(actorName(request.by, reader), dateTime(request.at, reader)),
      ...(request.reason === undefined ? [] : [t.reason(request.reason)]),
      t.email(email.from, employee.email, names(email.by, reader), dateTime(email.at, reader)),
      t.until(dateTime(email.until, reader)),
      ...(isMine ? [] : [t.notYou(await namesOf(waiting))]),
    ],
    buttons: isMine
      ? [
          { action: fill(paths.refuseWaiting, { id }), name: t.refuse, isMain: false },
          { action: fill(paths.confirmWaiting, { id }), name: t.confirm, isMain: true },
        ]
      : [],
  };
}

/** What waits for a second officer of the employer, and who asked it. */
export const fourEyesPage =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    const officer = officerOf(req);
    const waiting = await waitingAt({ employer: officer.employer }, now());
    res.render('four-eyes/list', {
      t: messages(req).fourEyesPage,
      rows: await Promise.all(waiting.map((one) => row(one, officer, req))),
    });
  };

/** What the address names; undefined when it waits no more, or not for this officer. @throws NotOfEmployer */
async function asked(req: Request, now: Date): Promise<Waiting | undefined> {
  const officer = officerOf(req);
  const { employer } = officer;
  const { id } = req.params;
  if (typeof id !== 'string' || !isValidObjectId(id)) throw new NotOfEmployer();
  const all = await waitingAt({ employer }, now);
  const waiting = all.find(({ request }) => request._id.toString() === id);
  if (!waiting && !(await wasAsked(employer, new Types.ObjectId(id)))) throw new NotOfEmployer();
  return waiting && (await mayDecide(officer, waiting)) ? waiting : undefined;
}

/** Confirms or refuses what waits. */
export const decidePage =
  ({ now, relay }: Deps, decision: Decision): RequestHandler =>
  async (req, res) => {
    const { fourEyesPage: t, actionNames } = messages(req);
    const waiting = await asked(req, now());
    const by = actorOf(req, officerOf(req));
    if (!waiting || !(await decide(waiting, decision, by, now()))) {
      redirectWithFailure(req, res, paths.fourEyes, t.gone, now());
      return;
    }
    const { employee, action } = waiting;
    await relay.bring(employee._id);
    const words = decision === 'confirm' ? t.confirmed : t.refused;
    redirectWithNotice(req, res, paths.fourEyes, words(actionNames[action], fullName(employee)), now());
  };
