import type { Request, RequestHandler } from 'express';
import { Accounts, type Account, type Login } from '../models/account.js';
import type { Config } from '../config.js';
import { cameByItself } from '../web/by-itself.js';
import { markSeen } from './add-login.js';
import { standingOf, type Standing } from './duty.js';
import { accountOf, codeWithin, type PasswordProof, type Stage } from './stage.js';

/** Who makes this request, as the database has them now. */
export type Visitor =
  | { stage: 'anonymous' }
  | { stage: 'password-accepted'; account: Account; id: string; password: PasswordProof }
  | SignedInVisitor;

export type SignedInVisitor = SignedIn & Standing;

interface SignedIn {
  account: Account;
  login: string;
  password: PasswordProof;
  lastLogin?: Date;
}

declare module 'express-serve-static-core' {
  interface Request {
    visitor: Visitor;
  }
}

type SessionLimits = Config['sessionLimits'];

const anonymous: Visitor = { stage: 'anonymous' };

const isWithin = (milliseconds: number, since: Date, now: Date) =>
  now.getTime() - since.getTime() < milliseconds;

/** The logins of an account that have not ended by themselves. */
export const liveLogins = ({ logins }: Account, { idle, absolute }: SessionLimits, now: Date): Login[] =>
  logins.filter(({ since, seen }) => isWithin(idle, seen, now) && isWithin(absolute, since, now));

async function recognise(
  stage: Stage,
  account: Account,
  limits: SessionLimits,
  now: Date,
  isThere: boolean,
): Promise<Visitor> {
  if (account.access.state !== 'active') return anonymous;
  if (stage.stage === 'signed-in') {
    const login = liveLogins(account, limits, now).find(({ id }) => id === stage.login);
    if (!login) return anonymous;
    if (isThere) await markSeen(account, login, now);
    return { ...stage, account, ...(await standingOf(account, stage.password, now)) };
  }
  const isPending = isWithin(codeWithin, stage.password.at, now) && stage.version === account.version;
  return isPending ? { ...stage, account } : anonymous;
}

/** Looks at every request who is there. What the session claims counts for nothing unless the account agrees. */
export const recogniseVisitor =
  (limits: SessionLimits, now: () => Date): RequestHandler =>
  async (req, _res, next) => {
    const { stage } = req.session;
    const account = stage && (await Accounts.findById(accountOf(stage)).lean<Account>());
    if (account) req.log = req.log.child({ account: account._id });
    req.visitor = account ? await recognise(stage, account, limits, now(), !cameByItself(req)) : anonymous;
    next();
  };

/** Whether somebody is signed in, held up or not. */
export const isSignedIn = (visitor: Visitor): visitor is SignedInVisitor =>
  visitor.stage === 'signed-in' || visitor.stage === 'held-up';

/** The visitor of a page behind `requireSignedIn`, or behind a guard that lets in who is held up. */
export function signedInVisitor(req: Request): SignedInVisitor {
  if (!isSignedIn(req.visitor)) throw new Error('this page stands outside its guard');
  return req.visitor;
}

/** The visitor of a page behind `requirePasswordAccepted`. */
export function pendingVisitor(req: Request): Extract<Visitor, { stage: 'password-accepted' }> {
  if (req.visitor.stage !== 'password-accepted') throw new Error('this page stands outside its guard');
  return req.visitor;
}
