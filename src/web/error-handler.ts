import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isDatabaseAway } from '../database/away.js';
import { isConnected } from '../database/connect.js';
import { duration } from '../dates.js';
import type { Reading } from '../language.js';
import {
  DeadLink,
  NotFound,
  OthersLink,
  PageError,
  StaleForm,
  TooManyActions,
  TooManyTries,
  Unavailable,
} from './errors.js';
import { readingLocals } from './locals.js';
import { messages } from './messages.js';
import type { ErrorPage } from './messages/types.js';

/** Nothing above answered. */
export const notFound: RequestHandler = (req) => {
  throw req.staleForm ? new StaleForm() : new NotFound();
};

/** Without the database nobody can be recognised: say so at once. */
export const requireDatabase: RequestHandler = (_req, _res, next) => {
  if (!isConnected()) throw new Unavailable();
  next();
};

// express and body-parser put the status of what the browser did wrong on the error.
const isFaultOfRequest = (error: unknown): error is { status: number } =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  Number(error.status) >= 400 &&
  Number(error.status) < 500;

function pageFor(error: unknown, reader: Reading): ErrorPage {
  const { errorPages, deadLinkPages } = messages(reader);
  if (error instanceof TooManyActions) return errorPages.tooManyActions(duration(error.seconds, reader));
  if (error instanceof TooManyTries) return errorPages.tooManyTries(duration(error.seconds, reader));
  if (error instanceof StaleForm) return errorPages.staleForm;
  if (error instanceof OthersLink) return errorPages.othersLink;
  if (error instanceof DeadLink) return deadLinkPages[error.use];
  if (error instanceof PageError) return errorPages[error.status];
  if (isDatabaseAway(error)) return errorPages[503];
  if (isFaultOfRequest(error)) return error.status === 413 ? errorPages[413] : errorPages[400];
  return errorPages[500];
}

/** Turns whatever was thrown into its page. The reason of a surprise goes to the log, under the reference that the page shows. */
// Express knows an error handler by its four parameters.
export const errorHandler: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const page = pageFor(error, req);
  if (page.status >= 500) req.log.error({ err: error }, 'request failed');
  if (res.headersSent) {
    next(error);
    return;
  }
  if (error instanceof TooManyTries) res.set('Retry-After', String(error.seconds));
  res
    .status(page.status)
    .render('errors/error', { ...readingLocals(req), here: () => undefined, page, reference: req.reference });
};
