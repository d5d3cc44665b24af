import type { Request, Response } from 'express';

const seconds = 5;
const mark = 'vanzelf';

/** Has the browser ask for this page again, without a script. */
export function comeBackByItself(res: Response, path: string): void {
  res.set('Refresh', `${seconds}; url=${path}?${mark}=ja`);
}

/** Whether the browser came by itself: that does not show that somebody is there. */
export const cameByItself = (req: Request): boolean => req.query[mark] === 'ja';
