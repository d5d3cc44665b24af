import { setTimeout as after } from 'node:timers/promises';
import type { RequestHandler, Response } from 'express';
import { Answers } from '../models/answer.js';
import { isDuplicateKey } from '../models/duplicate-key.js';
import { cookie } from './cookies.js';
import { formKeys, seal, unseal, type Redirect } from './sealed-answer.js';
import { isOwnCookie, sessionCookie } from './session.js';

/** Milliseconds in which the same form, posted in the same session, gets the first answer again. */
const remembered = 10_000;
const longestWait = 10_000;
const lookAgainAfter = 50;

/** Takes a form on, as the first. @returns false when another request has it, or had it a moment ago */
async function takeOn(_id: string, now: Date): Promise<boolean> {
  const expires = new Date(now.getTime() + remembered);
  try {
    await Answers.create({ _id, expires });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const taken = await Answers.findOneAndUpdate(
      { _id, expires: { $lte: now } },
      { $set: { expires }, $unset: { sealed: 1 } },
    );
    return taken !== null;
  }
}

/**
 * The first answer, when it comes. Otherwise whether this request has to keep its own: 'first' does; 'alone' does not, as
 * the first kept nothing or takes too long. 'gone' is a browser that waits no more.
 */
async function firstAnswer(
  _id: string,
  res: Response,
  now: Date,
): Promise<'first' | 'alone' | 'gone' | { sealed: string }> {
  if (await takeOn(_id, now)) return 'first';
  for (
    let waited = 0, wait = lookAgainAfter;
    waited < longestWait;
    waited += wait, wait = Math.min(wait * 2, 800)
  ) {
    const first = await Answers.findById(_id).lean();
    if (!first) return 'alone';
    if (first.sealed !== undefined) return { sealed: first.sealed };
    await after(wait);
    if (res.destroyed) return 'gone';
  }
  return 'alone';
}

/** The answer, when it brought the browser into another session: where the form came from is then gone. */
function intoNewSession(res: Response, cookieName: string): Redirect | undefined {
  // express-session sets its cookie at this moment.
  if (!res.headersSent) res.writeHead(res.statusCode);
  const cookies = [res.getHeader('Set-Cookie') ?? []].flat().map(String);
  const location = res.getHeader('Location');
  const isNew = cookies.some((cookie) => cookie.startsWith(`${cookieName}=`));
  return isNew && typeof location === 'string' ? { location, cookies } : undefined;
}

/** Keeps the answer, before its last byte leaves; forgets the form when there is nothing to keep. */
function keepAnswer(
  res: Response,
  keep: (redirect: Redirect | undefined) => Promise<unknown>,
  cookieName: string,
) {
  const end = res.end.bind(res) as (...args: unknown[]) => Response;
  res.end = (...args: unknown[]) => {
    const finish = () => end(...args);
    keep(intoNewSession(res, cookieName)).then(finish, finish);
    return res;
  };
}

interface Options {
  sessionSecret: string;
  answersKey: Buffer;
  secure: boolean;
  now: () => Date;
}

/**
 * Without scripts nothing greys a button out, and on a slow line people tap twice. The second tap comes from a session
 * that the first one ended: it gets the first one's answer.
 */
export const answerOnce =
  ({ sessionSecret, answersKey, secure, now }: Options): RequestHandler =>
  async (req, res, next) => {
    const cookieName = sessionCookie(secure);
    const oldSession = cookie(req, cookieName);
    // Anybody can make a cookie up: only one of this portal is worth a place in the database, and waiting.
    if (req.method !== 'POST' || oldSession === undefined || !isOwnCookie(oldSession, sessionSecret)) {
      next();
      return;
    }
    const { id, key } = formKeys(answersKey, oldSession, [req.originalUrl, req.body]);
    const found = await firstAnswer(id, res, now());
    if (found === 'gone') return;
    if (found === 'alone') {
      next();
      return;
    }
    if (found !== 'first') {
      const { location, cookies } = unseal(found.sealed, key);
      res.set('Set-Cookie', cookies).redirect(303, location);
      return;
    }
    keepAnswer(
      res,
      (redirect) =>
        redirect
          ? Answers.updateOne({ _id: id }, { $set: { sealed: seal(redirect, key) } })
          : Answers.deleteOne({ _id: id }),
      cookieName,
    );
    next();
  };
