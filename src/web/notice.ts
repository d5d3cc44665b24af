import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** What just happened, for the page that the person is sent to. */
export interface Notice {
  text: string;
  /** It is not what they wanted. */
  isFailure: boolean;
}

declare module 'express-session' {
  interface SessionData {
    /** For which page, as a hash: its address may hold the token of a link. */
    notice?: Notice & { page: string; until: number };
  }
}

const hashOf = (path: string) => createHash('sha256').update(path).digest('base64url');

const oneMinute = 60_000;

const redirectWith =
  (isFailure: boolean) =>
  (req: Request, res: Response, path: string, text: string, now: Date): void => {
    req.session.notice = { page: hashOf(path), text, isFailure, until: now.getTime() + oneMinute };
    res.redirect(303, path);
  };

/** Sends somebody on, to a page that says what just happened. It says so for a minute: showing it changes nothing. */
export const redirectWithNotice = redirectWith(false);

/** The same, where it failed: that stands where other problems of a page stand. */
export const redirectWithFailure = redirectWith(true);

export function noticeFor(req: Request, now: Date): Notice | undefined {
  const { notice } = req.session;
  return notice?.page === hashOf(req.originalUrl) && now.getTime() < notice.until ? notice : undefined;
}
