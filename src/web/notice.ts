import type { Request, Response } from 'express';

declare module 'express-session' {
  interface SessionData {
    /** What just happened, for the page that the person is sent to. */
    notice?: { path: string; text: string; until: number };
  }
}

const oneMinute = 60_000;

/** Sends somebody on, to a page that says what just happened. It says so for a minute: showing it changes nothing. */
export function redirectWithNotice(req: Request, res: Response, path: string, text: string, now: Date): void {
  req.session.notice = { path, text, until: now.getTime() + oneMinute };
  res.redirect(303, path);
}

export function noticeFor(req: Request, now: Date): string | undefined {
  const { notice } = req.session;
  return notice?.path === req.originalUrl && now.getTime() < notice.until ? notice.text : undefined;
}
