import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { Types } from 'mongoose';
import type { Account } from '../models/account.js';

/** What is known of the password that was given: when it last was, and whether its owner may keep it. */
export interface PasswordProof {
  at: Date;
  isTooShort: boolean;
}

/** What a session has proved. */
export type Stage =
  | { stage: 'password-accepted'; account: string; version: number; id: string; password: PasswordProof }
  | { stage: 'signed-in'; account: string; login: string; password: PasswordProof; lastLogin?: Date };

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

export const passwordAccepted = (account: Account, password: PasswordProof): Stage => ({
  stage: 'password-accepted',
  account: account._id.toString(),
  version: account.version,
  id: randomBytes(16).toString('base64url'),
  password,
});

export const signedIn = (account: Account, login: string, password: PasswordProof): Stage => ({
  stage: 'signed-in',
  account: account._id.toString(),
  login,
  password,
  ...(account.lastLoginAt && { lastLogin: account.lastLoginAt }),
});

export const accountOf = (stage: Stage): Types.ObjectId => new Types.ObjectId(stage.account);

/** Goes on, after a change of two-factor or password, in the one login that is left. */
export async function goOnAs(req: Request, login: string, password?: PasswordProof): Promise<void> {
  const { stage } = req.session;
  if (stage?.stage === 'signed-in') await enter(req, { ...stage, login, ...(password && { password }) });
}

/** Notes that somebody who is signed in gave their password once more. */
export async function giveFreshPassword(req: Request, now: Date): Promise<void> {
  const { stage } = req.session;
  if (stage) await enter(req, { ...stage, password: { ...stage.password, at: now } });
}
