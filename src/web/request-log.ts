import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

declare module 'express-serve-static-core' {
  interface Request {
    /** Stands in the log and on the page of an unexpected error. */
    reference: string;
    log: Logger;
    /** The path of the section that the request came to, as the table of contents has it. */
    section?: string;
  }
}

/** Notes which section a request came to: an error on its way out takes the router's own note of it away. */
export const inSection =
  (path: string): RequestHandler =>
  (req, _res, next) => {
    req.section = path;
    next();
  };

// "/beveiliging", where the section's router says "/".
const routeOf = ({ section, route }: Request) => {
  const { path } = (route ?? { path: '' }) as { path: string };
  return section === undefined ? path || 'none' : `${section}${path}`.replace(/\/$/, '');
};

/** One line a request. The route as the router knows it, never the address as asked: that can hold the token of a link. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    const start = performance.now();
    const { method } = req;
    req.reference = randomBytes(6).toString('hex');
    req.log = log.child({ request: req.reference, address: req.ip });
    res.on('finish', () => {
      const milliseconds = Math.round(performance.now() - start);
      req.log.info({ method, route: routeOf(req), status: res.statusCode, milliseconds }, 'request');
    });
    next();
  };
