import type { Request, RequestHandler } from 'express';
import { Types } from 'mongoose';
import { fill, paths } from '../paths.js';
import type { SecretBox } from '../two-factor/secret-box.js';
import { isSignedIn } from './visitor.js';

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
  'block',
  'revoke',
  'inviteAgain',
  'resetTwoFactor',
  'employeeDetails',
  'leaving',
  'employee',
  'batch',
  'batches',
  'importPreview',
  'import',
  'employees',
  'coverage',
  'log',
  'fourEyes',
] as const;

interface WantedPage {
  page: (typeof returnable)[number];
  values: Record<string, string>;
}

/** The link in a letter, whose token is nowhere readable. */
interface WantedLink {
  id: string;
  sealed: string;
}

declare module 'express-session' {
  interface SessionData {
    /** The page that was asked for before logging in: a route and its values, never an address; or the link that confirms an e-mail address. */
    wanted?: WantedPage | WantedLink;
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

/** Who just chose their first password goes on to set two-factor up, or cancels that. */
export function wantTwoFactor(req: Request): void {
  req.session.wanted = { page: 'twoFactor', values: {} };
}

/** Keeps the link that was opened to confirm an e-mail address, for who has to log in first. */
export const rememberLink =
  (secretBox: SecretBox): RequestHandler =>
  (req, _res, next) => {
    const token = /^\/([\w-]{43})$/.exec(req.path)?.[1];
    if (token !== undefined && !isSignedIn(req.visitor)) {
      const id = new Types.ObjectId();
      req.session.wanted = { id: id.toString(), sealed: secretBox.seal(token, id, 'wanted-link') };
    }
    next();
  };

/** Where somebody lands who just logged in. */
export function landing({ session: { wanted } }: Request, secretBox: SecretBox): string {
  if (!wanted) return paths.home;
  if ('page' in wanted) return fill(paths[wanted.page], wanted.values);
  try {
    const token = secretBox.open(wanted.sealed, new Types.ObjectId(wanted.id), 'wanted-link');
    return fill(paths.confirmEmail, { token });
  } catch {
    // Its key was replaced meanwhile: the link in the letter still works.
    return paths.home;
  }
}
