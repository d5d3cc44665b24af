import type { Request, RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import type { Deps } from '../deps.js';
import { staffOf } from '../employer/staff.js';
import { toDecide } from '../four-eyes/tell.js';
import type { Reading } from '../language.js';
import type { Account } from '../models/account.js';
import { fullName } from '../models/names.js';
import { roleOf } from '../models/role.js';
import { paths } from '../paths.js';
import { readDevice } from '../web/device.js';
import { signedInVisitor, type SignedInVisitor } from '../sign-in/visitor.js';
import { few } from '../two-factor/recovery-codes.js';
import { codesToShow } from '../two-factor/shown-codes.js';
import { messages } from './messages.js';

/** The one thing to do first. */
function nextFor(deps: Deps, req: Request, account: Account) {
  const t = messages(req).homePage;
  const { twoFactor, recovery } = account;
  if (twoFactor.state === 'off')
    return { name: t.twoFactor, text: t.isOff, path: paths.twoFactor, button: t.switchOn };
  if (!recovery || (recovery.kept && recovery.hashes.length > few)) return undefined;
  if (!recovery.kept && codesToShow(req, deps, account))
    return { name: t.recoveryCodes, text: t.codesToSee, path: paths.recoveryCodes, button: t.seeCodes };
  const text = recovery.kept ? t.fewCodes(recovery.hashes.length) : t.codesNotKept;
  return {
    name: t.recoveryCodes,
    text,
    path: paths.renewRecoveryCodes,
    button: t.newCodes,
    keep: recovery.kept ? undefined : t.keepCodes,
  };
}

function arrangedFor({ twoFactor, recovery }: Account, reader: Reading) {
  const t = messages(reader).homePage;
  return [
    {
      name: t.password,
      text: t.hasPassword,
      link: { path: paths.changePassword, words: t.changePassword },
    },
    ...(twoFactor.state === 'on'
      ? [
          {
            name: t.twoFactor,
            text: t.isOn(dateTime(twoFactor.since, reader)),
            link: { path: paths.twoFactorReplace, words: t.newPhone },
          },
        ]
      : []),
    ...(recovery?.kept && recovery.hashes.length > few
      ? [{ name: t.recoveryCodes, text: t.codesLeft(recovery.hashes.length), link: undefined }]
      : []),
  ];
}

function lastLoginOf({ account, lastLogin }: SignedInVisitor, reader: Reading): string {
  const t = messages(reader).homePage;
  if (!lastLogin) return t.firstLogin;
  // Known for as long as that login is in the list.
  const device = account.logins.find(({ since }) => since.getTime() === lastLogin.getTime())?.device;
  return t.lastLoginAt(dateTime(lastLogin, reader), device && readDevice(device, reader));
}

/** Where a beheerder manages what others do not. */
function managingOf(account: Account, reader: Reading) {
  if (account.kind !== 'officer' || roleOf(account) !== 'beheerder') return undefined;
  const t = messages(reader).homePage;
  return [
    { path: paths.officers, name: t.officers },
    { path: paths.policy, name: t.policy },
  ];
}

/** The first page after login: what is arranged, what is not, and what to do next. */
export const homePage =
  (deps: Deps): RequestHandler =>
  async (req, res) => {
    const visitor = signedInVisitor(req);
    const { account } = visitor;
    const t = messages(req).homePage;
    res.render('my-account/home', {
      t,
      title: t.title(fullName(account)),
      next: nextFor(deps, req, account),
      arranged: arrangedFor(account, req),
      staff: account.kind === 'officer' ? await staffOf(account, req) : undefined,
      toDecide: account.kind === 'officer' ? await toDecide(account, deps.now(), req) : undefined,
      managing: managingOf(account, req),
      lastLogin: lastLoginOf(visitor, req),
    });
  };
