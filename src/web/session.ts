import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { MongoStore } from 'connect-mongo';
import type { RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import mongoose from 'mongoose';
import { cookieName } from './cookies.js';

interface Options {
  secret: string;
  /** The base URL is https. */
  secure: boolean;
  /** Seconds after which an untouched session is deleted. */
  ttl: number;
}

// A form that stands open for longer comes back with a fresh token; nobody fills the database by asking for pages.
const anonymousLife = 60 * 60_000;

/** A session that was ended while a slow request ran in it is no fault of that request. */
class Store extends MongoStore {
  override touch(sid: string, data: SessionData, callback?: (error: unknown) => void): void {
    super.touch(sid, data, (error: unknown) => {
      const isGone = error instanceof Error && error.message === 'Unable to find the session to touch';
      callback?.(isGone ? null : error);
    });
  }
}

const isNew = (data: SessionData) => Object.keys(data).every((key) => key === 'cookie');

export const sessionCookie = (secure: boolean): string => cookieName('sessie', secure);

/** Whether this portal made a session cookie, as express-session signs it: `s:id.signature`. */
export function isOwnCookie(value: string, secret: string): boolean {
  const [, id, signature = ''] = /^s(?:%3A|:)([\w-]+)\.([\w%+/-]+)$/.exec(value) ?? [];
  if (id === undefined) return false;
  const given = Buffer.from(signature.replace(/%2B/gi, '+').replace(/%2F/gi, '/'), 'base64');
  const expected = createHmac('sha256', secret).update(id).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** express-session in MongoDB. */
export const sessions = ({ secret, secure, ttl }: Options): RequestHandler[] => [
  session({
    name: sessionCookie(secure),
    secret,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    store: new Store({
      client: mongoose.connection.getClient(),
      dbName: mongoose.connection.name,
      collectionName: 'sessions',
      stringify: false,
      ttl,
      touchAfter: 60,
      autoRemove: 'disabled',
      // Who can read the database cannot take over a session.
      transformId: (id) => createHash('sha256').update(id).digest('base64url'),
    }),
  }),
  (req, _res, next) => {
    // Signing in makes a session of its own, which lasts as long as the browser is open.
    if (isNew(req.session)) req.session.cookie.maxAge = anonymousLife;
    next();
  },
  saveBeforeRedirect,
];

/** A browser follows a redirect as soon as it has its headers: by then the session it will ask with has to stand. */
function saveBeforeRedirect(...[req, res, next]: Parameters<RequestHandler>): void {
  const redirect = res.redirect.bind(res) as (status: number, url: string) => void;
  res.redirect = (status: number | string, url?: string | number) => {
    const go = () => {
      redirect(Number(status), String(url));
    };
    if (isNew(req.session)) go();
    else {
      req.session.save((error: unknown) => {
        if (error) next(error);
        else go();
      });
    }
  };
  next();
}
