import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { Types } from 'mongoose';
import type { Account } from '../models/account.js';

/** What a session has proved. `passwordAt` is when the password was last given. */
export type Stage =
  | { stage: 'password-accepted'; account: string; version: number; id: string; passwordAt: Date }
  | { stage: 'signed-in'; account: string; login: string; passwordAt: Date; lastLogin?: Date };

declare module 'express-session' {
  interface SessionData {
    /** Absent: anonymous. */
    stage?: Stage;
  }
}

/** Milliseconds in which the code has to follow the password. */
export const codeWithin = 5 * 60_000;

/** Brings the session to another stage, under a new id. Of the old one stays, while the code is asked, where to go then. */
export async function enter(req: Request, stage: Stage | undefined): Promise<void> {
  const { wanted } = req.session;
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((error: Error | null) => {
      if (error) reject(error);
      else resolve();
    });
  });
  if (stage) req.session.stage = stage;
  if (stage?.stage === 'password-accepted' && wanted) req.session.wanted = wanted;
}

export const passwordAccepted = (account: Account, now: Date): Stage => ({
  stage: 'password-accepted',
  account: account._id.toString(),
  version: account.version,
  id: randomBytes(16).toString('base64url'),
  passwordAt: now,
});

export const signedIn = (account: Account, login: string, passwordAt: Date): Stage => ({
  stage: 'signed-in',
  account: account._id.toString(),
  login,
  passwordAt,
  ...(account.lastLoginAt && { lastLogin: account.lastLoginAt }),
});

export const accountOf = (stage: Stage): Types.ObjectId => new Types.ObjectId(stage.account);

/** Goes on, after a change of two-factor, in the one login that is left. */
export async function goOnAs(req: Request, login: string): Promise<void> {
  const { stage } = req.session;
  if (stage?.stage === 'signed-in') await enter(req, { ...stage, login });
}

/** Notes that somebody who is signed in gave their password once more. */
export async function giveFreshPassword(req: Request, now: Date): Promise<void> {
  const { stage } = req.session;
  if (stage) await enter(req, { ...stage, passwordAt: now });
}
