import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Deps } from '../deps.js';
import { Accounts, type Account } from '../models/account.js';
import { normaliseUsername } from '../models/names.js';
import { cookie, cookieName } from '../web/cookies.js';
import { originOf } from '../web/origin.js';
import type { PasswordTry } from '../attempts/sign-in.js';

const thirtyDays = 30 * 24 * 60 * 60_000;

const nameOf = ({ config }: Deps) => cookieName('bekend', config.baseUrl.protocol === 'https:');

type Owner = Pick<Account, 'username' | 'passwordHash'>;

// Over the hash of the password: with a new one, or with none, every browser has to become known again.
const signature = (
  { keys }: Deps,
  { username = '', passwordHash = '' }: Owner,
  browser: string,
  until: string,
) =>
  createHmac('sha256', keys['known-browser'])
    .update(`${username} ${passwordHash} ${browser} ${until}`)
    .digest();

/** Marks this browser as one that signed in to this account: a stranger's wrong guesses do not make its owner wait. */
export function markKnown(deps: Deps, res: Response, owner: Owner): void {
  const browser = randomBytes(16).toString('base64url');
  const until = String(deps.now().getTime() + thirtyDays);
  const value = [browser, until, signature(deps, owner, browser, until).toString('base64url')].join('.');
  const secure = deps.config.baseUrl.protocol === 'https:';
  res.cookie(nameOf(deps), value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: thirtyDays });
}

/** A try at the password of this username, by who makes the request. */
export const passwordTry = async (deps: Deps, req: Request, username: string): Promise<PasswordTry> => ({
  username,
  address: originOf(req).address,
  knownBrowser: await knownBrowser(deps, req, username),
});

/** This browser's own name, where it signed in to the account of this username in the last 30 days. */
async function knownBrowser(deps: Deps, req: Request, typedUsername: string): Promise<string | undefined> {
  const [browser = '', until = '', signed = ''] = (cookie(req, nameOf(deps)) ?? '').split('.');
  if (!/^\d+$/.test(until) || Number(until) <= deps.now().getTime()) return undefined;
  const username = normaliseUsername(typedUsername);
  const owner = await Accounts.findOne({ username, 'access.state': 'active' }).lean<Account>();
  if (owner?.passwordHash === undefined) return undefined;
  const expected = signature(deps, owner, browser, until);
  const given = Buffer.from(signed, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected) ? browser : undefined;
}
