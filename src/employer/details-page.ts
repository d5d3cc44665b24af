import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Employee } from '../models/account.js';
import type { Detail } from '../models/change.js';
import { fullName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { field, type Problem } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { findEmployee } from './change-access.js';
import { changeDetails, type Details } from './change-details.js';
import { officerOf, whom } from './guards.js';
import { messages } from './messages.js';
import { employeeDetails } from './new-people.js';

/** What each is called in the form. */
const fields: Record<Detail, string> = {
  initials: 'voorletters',
  prefix: 'voorvoegsel',
  surname: 'achternaam',
  email: 'e-mailadres',
  birthDate: 'geboortedatum',
};
const names = Object.keys(fields) as Detail[];

/** "1980-01-31" → "31-01-1980". */
const asPeopleWrite = (day = '') => day.split('-').reverse().join('-');

const onRecord = (employee: Employee): Record<Detail, string> => ({
  initials: employee.initials,
  prefix: employee.prefix ?? '',
  surname: employee.surname,
  email: employee.email,
  birthDate: asPeopleWrite(employee.birthDate),
});

const inOneLine = (employee: Employee) =>
  [fullName(employee), employee.email, asPeopleWrite(employee.birthDate)].filter(Boolean).join(', ');

const typed = (req: Request) =>
  Object.fromEntries(names.map((name) => [name, field(req, fields[name])])) as Record<Detail, string>;

/** Who saves means the account, and what is on record of it, as they were on the page. */
const versionOf = ({ version, detailsVersion = 0 }: Employee) => `${version}.${detailsVersion}`;

interface Shown {
  values: Record<Detail, string>;
  problems: Problem[];
}

function show(res: Response, employee: Employee, { values, problems }: Shown): void {
  const { req } = res;
  res.render('employer/details', {
    t: messages(req).detailsPage,
    name: fullName(employee),
    version: versionOf(employee),
    values,
    back: fill(paths.employee, { id: employee._id.toString() }),
    problems,
  });
}

function whatHappened({ email, access }: Employee, wanted: Details, changed: Detail[], req: Request): string {
  const t = messages(req).detailsPage;
  if (changed.length === 0) return t.same;
  if (!changed.includes('email')) return t.done;
  const ends = access.state === 'invited' ? [t.invitationEnds] : [];
  return [t.done, t.emailDone(email, wanted.email), ...ends].join(' ');
}

/** What is on record of an employee: names, e-mail address, date of birth. */
export const detailsPage = ({ now, relay }: Deps): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const employee = await findEmployee(whom(req));
    show(res, employee, { values: onRecord(employee), problems: [] });
  },

  async submit(req, res) {
    const employee = await findEmployee(whom(req));
    const t = messages(req).detailsPage;
    const values = typed(req);
    const again = (problems: Problem[], status = 400) => {
      show(res.status(status), employee, { values, problems });
    };
    const given = employeeDetails(now()).safeParse(values);
    if (!given.success) {
      const wrong = new Set(given.error.issues.map(({ path }) => path[0] as Detail));
      again([...wrong].map((name) => ({ field: fields[name], text: t.wrong[name] })));
      return;
    }
    const wanted: Details = given.data;
    const isSame = field(req, 'versie') === versionOf(employee);
    const by = actorOf(req, officerOf(req));
    const changed = isSame ? await changeDetails(employee, wanted, by, now()) : null;
    if (changed === null) {
      again([{ field: fields.initials, text: t.changedMeanwhile(inOneLine(employee)) }], 409);
      return;
    }
    await relay.bring(employee._id);
    const text = whatHappened(employee, wanted, changed, req);
    redirectWithNotice(req, res, fill(paths.employee, { id: employee._id.toString() }), text, now());
  },
});
