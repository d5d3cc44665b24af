import type { Request } from 'express';
import { fill, paths } from '../paths.js';

/** Pages that somebody may have had open, or bookmarked, and land on again after logging in: what lies deeper comes first. */
const returnable = [
  'twoFactorSwitchOff',
  'twoFactorReplace',
  'recoveryCodes',
  'renewRecoveryCodes',
  'twoFactor',
  'security',
  'changePassword',
  'changeEmail',
  'resetTwoFactor',
  'employee',
  'employees',
] as const;

interface WantedPage {
  page: (typeof returnable)[number];
  values: Record<string, string>;
}

declare module 'express-session' {
  interface SessionData {
    /** The page that was asked for before logging in: a route and its values, never an address. */
    wanted?: WantedPage;
  }
}

const pattern = (path: string, end: string) =>
  new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[0-9a-f]{24})')}${end}`);

/** Keeps the page that was asked for, or whose button was pressed, when it is one to come back to. */
export function rememberWanted(req: Request): void {
  const isForm = req.method !== 'GET' || req.staleForm;
  for (const page of returnable) {
    // A page's buttons lead to addresses below its own.
    const match = pattern(paths[page], isForm ? '(/|$)' : '$').exec(req.originalUrl.replace(/\?.*/, ''));
    if (!match) continue;
    req.session.wanted = { page, values: { ...match.groups } };
    return;
  }
}

/** Where somebody lands who just logged in. */
export const landing = ({ session: { wanted } }: Request): string =>
  wanted ? fill(paths[wanted.page], wanted.values) : paths.home;
