import type { Request } from 'express';

/** What stops a request and has a page of its own, by its status; `error-handler.ts` shows it. */
export abstract class PageError extends Error {
  abstract readonly status: 400 | 403 | 404 | 503;
}

/** What came is nothing that a page of the portal sends. */
export class Unintelligible extends PageError {
  readonly status = 400;
}

/** The page does not exist, or is not this person's: nobody can tell which. */
export class NotFound extends PageError {
  readonly status = 404;
}

/** Nobody, and nothing, of the officer's own employer: somebody else's, or nobody's. */
export class NotOfEmployer extends NotFound {}

/** The person is known, and may not come here. */
export class Forbidden extends PageError {
  readonly status = 403;
}

/** The form's token is not this session's: the page is too old, or somebody else's. */
export class StaleForm extends PageError {
  readonly status = 403;
}

/** The link in a letter was used, or is too old. */
export class DeadLink extends Error {
  constructor(readonly use: 'invitation' | 'password' | 'email' | 'close') {
    super();
  }
}

/** The link in a letter is for another account than the one that somebody is signed in to. */
export class OthersLink extends PageError {
  readonly status = 403;
}

/** Too many tries. */
export class TooManyTries extends Error {
  /** @param seconds until the next try can count */
  constructor(readonly seconds: number) {
    super();
  }
}

/** An officer changed as much in an hour as one may. */
export class TooManyActions extends TooManyTries {}

/** The database does not answer. */
export class Unavailable extends PageError {
  readonly status = 503;
}

/** Whether the browser sent no cookie at all: then no form can ever be fresh. */
export const cameWithoutCookie = (req: Request): boolean => req.headers.cookie === undefined;
