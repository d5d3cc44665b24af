import type { Request, Response } from 'express';

const seconds = 5;
const mark = 'vanzelf';

/**
 * Has the browser ask for this page again, without a script, unless its reader wants to read in peace.
 * @returns whether it will
 */
export function comeBackByItself(req: Request, res: Response, path: string): boolean {
  if (req.query.ververs === 'nee') return false;
  res.set('Refresh', `${seconds}; url=${path}?${mark}=ja`);
  return true;
}

/** Whether the browser came by itself: that does not show that somebody is there. */
export const cameByItself = (req: Request): boolean => req.query[mark] === 'ja';
