import type { Request } from 'express';
import { fill, paths } from '../paths.js';

/** Pages that somebody may have had open, or bookmarked, and land on again after logging in. */
const returnable = ['twoFactor', 'security', 'employees', 'employee', 'resetTwoFactor'] as const;

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

const pattern = (path: string) => new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[0-9a-f]{24})')}$`);

/** Keeps the page that was asked for, when it is one to come back to. */
export function rememberWanted(req: Request): void {
  if (req.method !== 'GET') return;
  for (const page of returnable) {
    const match = pattern(paths[page]).exec(req.baseUrl + req.path.replace(/^\/$/, ''));
    if (match) req.session.wanted = { page, values: { ...match.groups } };
  }
}

/** Where somebody lands who just logged in. */
export const landing = ({ session: { wanted } }: Request): string =>
  wanted ? fill(paths[wanted.page], wanted.values) : paths.home;
