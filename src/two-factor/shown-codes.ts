import type { Request } from 'express';
import type { Deps } from '../deps.js';
import type { Account } from '../models/account.js';

interface ShownCodes {
  box: string;
  since: Date;
  /** They are the end of setting up. */
  isLastStep: boolean;
}

declare module 'express-session' {
  interface SessionData {
    /** Recovery codes that were just made, sealed, until the person keeps them or the time is over. */
    shownCodes?: ShownCodes;
  }
}

const shownFor = 30 * 60_000;

/** Keeps new recovery codes for the page that shows them. */
export function rememberCodes(
  req: Request,
  { secretBox, now }: Deps,
  account: Account,
  codes: string[],
  isLastStep = false,
): void {
  const box = secretBox.seal(codes.join(' '), account._id, 'recovery-codes');
  req.session.shownCodes = { box, since: now(), isLastStep };
}

/** The recovery codes that were just made, in groups of four, and until when they are shown; undefined when their time is over. */
export function codesToShow(
  req: Request,
  { secretBox, now }: Deps,
  account: Account,
): { codes: string[]; since: Date; until: Date; isLastStep: boolean } | undefined {
  const { shownCodes } = req.session;
  if (!shownCodes) return undefined;
  const { box, since, isLastStep } = shownCodes;
  const until = new Date(since.getTime() + shownFor);
  if (now() >= until) return undefined;
  const codes = secretBox.open(box, account._id, 'recovery-codes').split(' ');
  return { codes: codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1 ')), since, until, isLastStep };
}
