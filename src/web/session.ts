import { createHash } from 'node:crypto';
import { MongoStore } from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import mongoose from 'mongoose';

const halfADay = 12 * 60 * 60;

/** express-session in MongoDB. @param secure the base URL is https */
export const sessions = ({ secret, secure }: { secret: string; secure: boolean }): RequestHandler =>
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
      ttl: halfADay,
      touchAfter: 60,
      autoRemove: 'disabled',
      // Who can read the database cannot take over a session.
      transformId: (id) => createHash('sha256').update(id).digest('base64url'),
    }),
  });
