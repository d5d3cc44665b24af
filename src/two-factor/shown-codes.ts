import type { Request } from 'express';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';

declare module 'express-session' {
  interface SessionData {
    /** Recovery codes that were just made, sealed, until the person keeps them or the time is over. */
    shownCodes?: { box: string; since: Date };
  }
}

const shownFor = 30 * 60_000;

/** Keeps new recovery codes for the page that shows them. */
export function rememberCodes(
  req: Request,
  { secretBox, now }: Deps,
  account: Account,
  codes: string[],
): void {
  const box = secretBox.seal(codes.join(' '), account._id, 'recovery-codes');
  req.session.shownCodes = { box, since: now() };
}

/** The recovery codes that were just made, in groups of four; undefined when their time is over. */
export function codesToShow(req: Request, { secretBox, now }: Deps, account: Account): string[] | undefined {
  const { shownCodes } = req.session;
  if (!shownCodes || now().getTime() - shownCodes.since.getTime() >= shownFor) return undefined;
  const codes = secretBox.open(shownCodes.box, account._id, 'recovery-codes').split(' ');
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1 '));
}
