import type { Request, RequestHandler } from 'express';
import { clock, date } from '../dates.js';
import { Officers, type Officer } from '../models/account.js';
import { beginningOf } from '../audit/beginning.js';
import { Employers } from '../models/employer.js';
import { logMonthsOf } from '../models/log-period.js';
import { auditListing, readEntries, type AuditSearch } from '../models/audit-listing.js';
import { pageByKey, type Place } from '../models/keyset.js';
import { paths } from '../paths.js';
import { sendCsv } from '../web/csv.js';
import { officerOf } from './guards.js';
import { logAddress, readFields, readPlace, readSearch } from './log-address.js';
import { logRows } from './log-rows.js';
import { messages } from './messages.js';

const choices = (names: Record<string, string>, chosen: string) =>
  Object.entries(names).map(([value, name]) => ({ value, name, isChosen: value === chosen }));

/** By id; also who was removed. */
async function officersOf({ employer }: Officer): Promise<Record<string, string>> {
  const officers = await Officers.find({ employer }).sort({ name: 1, _id: 1 }).lean<Officer[]>();
  return Object.fromEntries(officers.map(({ _id, name }) => [_id.toString(), name]));
}

/** From when on the log is there, and for how long it is kept; undefined of an empty one. */
async function beginning({ employer }: Officer, req: Request): Promise<string | undefined> {
  const at = await beginningOf(employer);
  // Not lean: an employer from before there were policies gets the default.
  const { policy } = await Employers.findById(employer, 'policy').orFail();
  return at && messages(req).logPage.begins(date(at, req), logMonthsOf(policy));
}

/** What happened at the officer's employer: all of it, the newest first, or what was searched for. */
export const logPage: RequestHandler = async (req, res) => {
  const officer = officerOf(req);
  const { search, problems } = await readSearch(req, officer.employer);
  const fields = readFields(req);
  const query = auditListing(officer.employer, search);
  const isWrong = problems.length > 0;
  const { rows, before, after } = isWrong
    ? { rows: [] }
    : await pageByKey(readEntries, query, readPlace(req));
  const to = (place?: Place) => place && logAddress(paths.log, fields, place);
  if (isWrong) res.status(400);
  const officers = await officersOf(officer);
  res.render('employer/log', {
    t: messages(req).logPage,
    problems,
    fields,
    about: choices(officers, fields.over),
    officers: choices(officers, fields.door),
    actions: choices(messages(req).logActions, fields.actie),
    begins: await beginning(officer, req),
    rows: await logRows(rows, req),
    newer: to(before),
    older: to(after),
    download: isWrong ? undefined : logAddress(paths.logFile, fields),
  });
};

/** All that was searched for, page after page. */
async function* everything(officer: Officer, search: AuditSearch, req: Request) {
  let place: Place | undefined;
  do {
    const page = await pageByKey(readEntries, auditListing(officer.employer, search), place);
    for (const { at, what, whom, number, by, reason } of await logRows(page.rows, req))
      yield [clock(at), what, whom, number, by, reason];
    place = page.after;
  } while (place);
}

/** The same as a file. */
export const logFilePage: RequestHandler = async (req, res) => {
  const officer = officerOf(req);
  const { search, problems } = await readSearch(req, officer.employer);
  if (problems.length > 0) {
    res.redirect(303, logAddress(paths.log, readFields(req)));
    return;
  }
  const t = messages(req).logPage;
  const columns = [t.when, t.what, t.whom, t.number, t.by, t.reason];
  await sendCsv(res, t.fileName, columns, everything(officer, search, req));
};
