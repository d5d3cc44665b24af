import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import { date, isoDay, startOfDay } from '../dates.js';
import type { Deps } from '../deps.js';
import { findEmployee } from '../employer/change-access.js';
import { officerOf, whom } from '../employer/guards.js';
import type { Reading } from '../language.js';
import type { Employee } from '../models/account.js';
import { Employers } from '../models/employer.js';
import { usualDaysAfterLeaving, type Leaving } from '../models/leaving.js';
import { fullName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithFailure, redirectWithNotice } from '../web/notice.js';
import { endIfOver } from './carry-out.js';
import { messages } from './messages.js';
import { endsAt, setLeaving, withdrawLeaving } from './set-leaving.js';

const years = 366 * 24 * 60 * 60_000;
/** A day further from today than this is a slip of the pen. */
const furthest = 2 * years;

/** "1-12-2026" or "2026-12-01" → "2026-12-01". @returns undefined when it is no day, or one too far away */
export function readLastDay(typed: string, now: Date): string | undefined {
  const day = isoDay(typed.trim());
  const at = startOfDay(day);
  return at && Math.abs(at.getTime() - now.getTime()) < furthest ? day : undefined;
}

const dayOf = ({ on, until }: Leaving, reader: Reading) => date(startOfDay(on) ?? until, reader);

/** Which date it is: a colleague may have set another since the page was opened. */
const versionOf = ({ leaving }: Employee) => leaving?.id.toString() ?? '';

const asPeopleWrite = (day = '') => day.split('-').reverse().join('-');

async function daysAfter({ employer }: Employee): Promise<number> {
  const { policy } = await Employers.findById(employer, 'policy').orFail();
  return policy.daysAfterLeaving ?? usualDaysAfterLeaving;
}

async function show(res: Response, employee: Employee, typed: string, problems: Problem[]): Promise<void> {
  const { req } = res;
  const { leavingPage: t } = messages(req);
  res.render('leaving/leaving', {
    t,
    name: fullName(employee),
    days: t.days(await daysAfter(employee)),
    now: employee.leaving && t.now(dayOf(employee.leaving, req), date(employee.leaving.until, req)),
    typed,
    version: versionOf(employee),
    back: fill(paths.employee, { id: employee._id.toString() }),
    problems,
  });
}

/** "Uit dienst": from which day somebody is out of service, or that they stay after all. */
export function leavingPage({ now, relay }: Deps): Record<'show' | 'submit', RequestHandler> {
  /** @returns what the officer reads; undefined when the account was changed meanwhile */
  async function carriedOut(employee: Employee, day: string, req: Request): Promise<string | undefined> {
    const { leavingPage: t } = messages(req);
    const by = actorOf(req, officerOf(req));
    const name = fullName(employee);
    if (day === '') return (await withdrawLeaving(employee, by, now())) ? t.withdrawn(name) : undefined;
    const days = await daysAfter(employee);
    if (!(await setLeaving(employee, day, days, by, now()))) return undefined;
    await endIfOver(employee, now());
    const until = endsAt(day, days);
    return until <= now() ? t.endsNow(name) : t.set(name, date(until, req));
  }

  return {
    async show(req, res) {
      const employee = await findEmployee(whom(req));
      await show(res, employee, asPeopleWrite(employee.leaving?.on), []);
    },

    async submit(req, res) {
      const employee = await findEmployee(whom(req));
      const { leavingPage: t } = messages(req);
      const isWithdrawn = field(req, 'terugnemen') === 'ja';
      const day = isWithdrawn ? '' : readLastDay(field(req, 'uit-dienst'), now());
      if (day === undefined)
        return show(res.status(400), employee, field(req, 'uit-dienst'), [
          { field: 'uit-dienst', text: t.noDay },
        ]);
      const back = fill(paths.employee, { id: employee._id.toString() });
      if (field(req, 'versie') !== versionOf(employee)) {
        redirectWithFailure(req, res, back, t.meanwhile, now());
        return;
      }
      if (day === (employee.leaving?.on ?? '')) {
        redirectWithNotice(req, res, back, t.same, now());
        return;
      }
      const sentence = await carriedOut(employee, day, req);
      await relay.bring(employee._id);
      if (sentence === undefined) redirectWithFailure(req, res, back, t.meanwhile, now());
      else redirectWithNotice(req, res, back, sentence, now());
    },
  };
}
