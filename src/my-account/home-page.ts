import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import { fullName } from '../models/names.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { homePage as t } from './messages.js';

/** The first page after login: what is arranged, and what is not. */
export const homePage: RequestHandler = (req, res) => {
  const { account, lastLogin } = signedInVisitor(req);
  const { twoFactor } = account;
  res.render('my-account/home', {
    t,
    title: t.title(fullName(account)),
    twoFactorSince: twoFactor.state === 'on' ? dateTime(twoFactor.since) : undefined,
    lastLogin: lastLogin && dateTime(lastLogin),
    isOfficer: account.kind === 'officer',
  });
};
