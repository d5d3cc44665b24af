import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import type { Account } from '../models/account.js';
import { fullName } from '../models/names.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { homePage as t } from './messages.js';

const few = 3;

function recoveryWarning({ recovery }: Account): string | undefined {
  if (!recovery) return undefined;
  if (!recovery.kept) return t.codesNotKept;
  return recovery.hashes.length <= few ? t.fewCodes(recovery.hashes.length) : undefined;
}

/** The first page after login: what is arranged, and what is not. */
export const homePage: RequestHandler = (req, res) => {
  const { account, lastLogin } = signedInVisitor(req);
  const { twoFactor } = account;
  res.render('my-account/home', {
    t,
    title: t.title(fullName(account)),
    twoFactorSince: twoFactor.state === 'on' ? dateTime(twoFactor.since) : undefined,
    codes: recoveryWarning(account),
    lastLogin: lastLogin && dateTime(lastLogin),
    isOfficer: account.kind === 'officer',
  });
};
