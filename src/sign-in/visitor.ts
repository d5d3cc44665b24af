import type { Request, RequestHandler } from 'express';
import { Accounts, type Account } from '../models/account.js';
import { accountOf, codeWithin, type Stage } from './stage.js';

/** Who makes this request, as the database has them now. */
export type Visitor =
  | { stage: 'anonymous' }
  | { stage: 'password-accepted'; account: Account }
  | { stage: 'signed-in'; account: Account; login: string; lastLogin: Date | undefined };

declare module 'express-serve-static-core' {
  interface Request {
    visitor: Visitor;
  }
}

const anonymous: Visitor = { stage: 'anonymous' };

function recognise(stage: Stage, account: Account, now: Date): Visitor {
  if (account.access.state !== 'active') return anonymous;
  if (stage.stage === 'signed-in') {
    return account.logins.some(({ id }) => id === stage.login)
      ? { stage: 'signed-in', account, login: stage.login, lastLogin: stage.lastLogin }
      : anonymous;
  }
  const inTime = now.getTime() - stage.since.getTime() < codeWithin;
  return inTime && stage.version === account.version ? { stage: 'password-accepted', account } : anonymous;
}

/** Looks at every request who is there. What the session claims counts for nothing unless the account agrees. */
export const recogniseVisitor =
  (now: () => Date): RequestHandler =>
  async (req, _res, next) => {
    const { stage } = req.session;
    const account = stage && (await Accounts.findById(accountOf(stage)).lean<Account>());
    req.visitor = account ? recognise(stage, account, now()) : anonymous;
    next();
  };

/** The visitor of a page behind `requireSignedIn`. */
export function signedInVisitor(req: Request): Extract<Visitor, { stage: 'signed-in' }> {
  if (req.visitor.stage !== 'signed-in') throw new Error('this page stands outside its guard');
  return req.visitor;
}

/** The visitor of a page behind `requirePasswordAccepted`. */
export function pendingVisitor(req: Request): Extract<Visitor, { stage: 'password-accepted' }> {
  if (req.visitor.stage !== 'password-accepted') throw new Error('this page stands outside its guard');
  return req.visitor;
}
