import type { RequestHandler } from 'express';
import { date, dateTime, startOfDay } from '../dates.js';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import { messages as leavingMessages } from '../leaving/messages.js';
import type { Account, Login } from '../models/account.js';
import { AuditEntries, type AuditEntry } from '../models/audit-entry.js';
import type { Action } from '../models/change.js';
import { paths } from '../paths.js';
import { endLogin, endOtherLogins } from '../sign-in/add-login.js';
import { liveLogins, signedInVisitor } from '../sign-in/visitor.js';
import { readDevice } from '../web/device.js';
import { field } from '../web/form.js';
import { redirectWithNotice } from '../web/notice.js';
import { messages } from './messages.js';

const most = 100;

function loginRow({ id, since, seen, device }: Login, here: string, reader: Reading) {
  const t = messages(reader).securityPage;
  return {
    id,
    device: device === undefined ? t.unknownDevice : readDevice(device, reader),
    since: t.since(dateTime(since, reader)),
    seen: id === here ? t.seenNow : t.seen(dateTime(seen, reader)),
    isHere: id === here,
  };
}

// Whoever knows the password can do these: it need not be the owner.
const byAnyone: Action[] = ['codes-locked', 'codes-locked-again'];

// From where an officer works is not for the employee to see.
function by({ action, actor }: AuditEntry, { _id }: Account, reader: Reading): string {
  const t = messages(reader).securityPage;
  if (actor.kind === 'administrator') return t.byAdministrator;
  if (actor.kind === 'portal') return t.byPortal;
  const { address = '', device } = actor.from ?? {};
  const named = device && readDevice(device, reader);
  if (actor.kind === 'visitor') return t.atLogin(address, named);
  if (!actor.id?.equals(_id)) return t.byEmployer;
  // Entries from before where people were was kept have none.
  if (byAnyone.includes(action)) return actor.from ? t.bySomebodyFrom(address, named) : t.bySomebody;
  return actor.from ? t.byYouFrom(address, named) : t.byYou;
}

/** One entry, as its owner reads it. */
export const entryRow = (entry: AuditEntry, account: Account, reader: Reading) => ({
  what: messages(reader).actionNames[entry.action],
  by: by(entry, account, reader),
  at: dateTime(entry.at, reader),
});

/** Until when who leaves can log in. */
function leavingLine(account: Account, reader: Reading): string | undefined {
  if (account.kind !== 'employee' || !account.leaving) return undefined;
  const { on, until } = account.leaving;
  return leavingMessages(reader).ownLine(date(startOfDay(on) ?? until, reader), date(until, reader));
}

/** Where somebody is logged in, and what happened to their access: the entries that the employer's log has. */
export const securityPage =
  ({ config, now }: Deps): RequestHandler =>
  async (req, res) => {
    const { account, login } = signedInVisitor(req);
    const logins = liveLogins(account, config.sessionLimits, now());
    const entries = await AuditEntries.find({ employer: account.employer, account: account._id })
      .sort({ at: -1, _id: -1 })
      .limit(most)
      .lean<AuditEntry[]>();
    res.render('my-account/security', {
      t: messages(req).securityPage,
      email: account.email,
      leaving: leavingLine(account, req),
      logins: logins.map((one) => loginRow(one, login, req)),
      entries: entries.map((entry) => entryRow(entry, account, req)),
    });
  };

/** Ends the login that is named, or all but this one. */
export const endLoginPage =
  ({ now }: Deps): RequestHandler =>
  async (req, res) => {
    const { account, login } = signedInVisitor(req);
    const t = messages(req).securityPage;
    const named = field(req, 'login');
    if (named === '') await endOtherLogins(account, login);
    else await endLogin(account, named);
    redirectWithNotice(req, res, paths.security, named === '' ? t.endedOthers : t.ended, now());
  };
