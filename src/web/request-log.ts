import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

declare module 'express-serve-static-core' {
  interface Request {
    /** Stands in the log and on the page of an unexpected error. */
    reference: string;
    log: Logger;
  }
}

/** One line a request. The route as the router knows it, never the address as asked: that can hold the token of a link. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    const start = performance.now();
    const { method } = req;
    req.reference = randomBytes(6).toString('hex');
    req.log = log.child({ request: req.reference, address: req.ip });
    res.on('finish', () => {
      const route = req.route as { path: string } | undefined;
      const milliseconds = Math.round(performance.now() - start);
      const path = route ? req.baseUrl + route.path : 'none';
      req.log.info({ method, route: path, status: res.statusCode, milliseconds }, 'request');
    });
    next();
  };
