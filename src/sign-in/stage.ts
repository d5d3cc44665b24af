import type { Request } from 'express';
import { Types } from 'mongoose';
import type { Account } from '../models/account.js';

/** What a session has proved. */
export type Stage =
  | { stage: 'password-accepted'; account: string; version: number; since: Date }
  | { stage: 'signed-in'; account: string; login: string; lastLogin?: Date };

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
  since: now,
});

export const signedIn = (account: Account, login: string, lastLogin: Date | undefined): Stage => ({
  stage: 'signed-in',
  account: account._id.toString(),
  login,
  ...(lastLogin && { lastLogin }),
});

export const accountOf = (stage: Stage): Types.ObjectId => new Types.ObjectId(stage.account);
