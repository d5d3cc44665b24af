import { createHash } from 'node:crypto';
import { MongoStore } from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import mongoose from 'mongoose';

interface Options {
  secret: string;
  /** The base URL is https. */
  secure: boolean;
  /** Seconds after which an untouched session is deleted. */
  ttl: number;
}

/** express-session in MongoDB. */
export const sessions = ({ secret, secure, ttl }: Options): RequestHandler =>
  session({
    name: secure ? '__Host-sessie' : 'sessie',
    secret,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    store: MongoStore.create({
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
  });
