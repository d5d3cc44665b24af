import type { Request, RequestHandler } from 'express';
import type { Types } from 'mongoose';
import { clock, date, dateTime, startOfDay } from '../dates.js';
import type { Deps } from '../deps.js';
import { officerOf } from '../employer/guards.js';
import { keptCounts } from '../employer/kept-counts.js';
import { listAddress } from '../employer/list-address.js';
import { messages as employerMessages } from '../employer/messages.js';
import type { Reading } from '../language.js';
import { Employees, type Employee } from '../models/account.js';
import { CoverageDays, type CoverageDay } from '../models/coverage-day.js';
import type { Counts } from '../models/employee-counts.js';
import type { Filter } from '../models/employee-listing.js';
import { listName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { NotFound } from '../web/errors.js';
import { lineOf, size, type Point } from './line.js';
import { messages } from './messages.js';

/** How many days back, by the name in the address, and of how many of those days one is shown. */
const periods = {
  kwartaal: { days: 90, step: 1 },
  jaar: { days: 365, step: 7 },
  'twee-jaar': { days: 730, step: 7 },
} as const;
type Period = keyof typeof periods;
const isPeriod = (name: string): name is Period => Object.hasOwn(periods, name);

function periodOf(req: Request): Period {
  const asked = req.query.periode ?? 'kwartaal';
  if (typeof asked !== 'string' || !isPeriod(asked)) throw new NotFound();
  return asked;
}

const shareOf = ({ active, withTwoFactor }: Pick<CoverageDay, 'active' | 'withTwoFactor'>) =>
  Math.round((100 * withTwoFactor) / active);

/** The share on each day of which there is one, the last one as it is now. */
async function pointsOf(
  employer: Types.ObjectId,
  period: Period,
  now: Date,
  counts: Counts,
): Promise<Point[]> {
  const { days, step } = periods[period];
  const today = clock(now).slice(0, 10);
  const first = clock(new Date(now.getTime() - days * 24 * 60 * 60_000)).slice(0, 10);
  const noted = await CoverageDays.find({ employer, day: { $gte: first, $lt: today } })
    .sort({ day: 1 })
    .lean<CoverageDay[]>();
  const current = { day: today, active: counts.actief, withTwoFactor: counts['tweestaps-aan'] };
  return [...noted.filter((_, i) => (noted.length - i) % step === 0), current]
    .filter(({ active }) => active > 0)
    .map((one) => ({ day: one.day, share: shareOf(one) }));
}

const spoken = (day: string, reader: Reading) => date(startOfDay(day) ?? new Date(day), reader);

/** What stands in the figures, in this order, each with the employees behind it. */
const shown: Filter[] = [
  'uitgenodigd',
  'verlopen',
  'nooit-ingelogd',
  'tweestaps-uit',
  'vergrendeld',
  'niet-bezorgd',
  'geblokkeerd',
];

function figures(counts: Counts, reader: Reading) {
  const { filterNames } = employerMessages(reader);
  return shown.map((filter) => ({
    count: counts[filter],
    name: filterNames[filter],
    href: listAddress({ filter }),
  }));
}

/** The invitation that waits longest for an answer. */
async function oldest(employer: Types.ObjectId, reader: Reading) {
  const employee = await Employees.findOne({ employer, 'access.state': 'invited' })
    .sort({ 'access.since': 1, _id: 1 })
    .lean<Employee>();
  return (
    employee && {
      name: listName(employee),
      since: dateTime(employee.access.since, reader),
      href: fill(paths.employee, { id: employee._id.toString() }),
    }
  );
}

/** "Dekking": how many employees are protected, now and over time, and what is left to do. */
export function coveragePage({ now }: Deps): RequestHandler {
  const countsOf = keptCounts(now);
  return async (req, res) => {
    const { employer } = officerOf(req);
    const period = periodOf(req);
    const { coveragePage: t } = messages(req);
    const counts = await countsOf(employer);
    const points = await pointsOf(employer, period, now(), counts);
    const [first] = points;
    const last = points.at(-1);
    res.render('coverage/coverage', {
      t,
      share:
        counts.actief > 0 && last ? t.share(last.share, counts['tweestaps-aan'], counts.actief) : t.nobody,
      figures: figures(counts, req),
      oldest: await oldest(employer, req),
      line: lineOf(points),
      size,
      caption:
        first && last && first.day !== last.day
          ? t.caption(first.share, spoken(first.day, req), last.share)
          : t.noHistory,
      from: first && spoken(first.day, req),
      rows: points.map(({ day, share }) => ({ day: spoken(day, req), share: t.percent(share) })).reverse(),
      periods: (Object.keys(periods) as Period[]).map((name) => ({
        name: t.periods[name],
        href: name === 'kwartaal' ? paths.coverage : `${paths.coverage}?periode=${name}`,
        isCurrent: name === period,
      })),
    });
  };
}
