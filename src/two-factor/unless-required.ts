import type { RequestHandler } from 'express';
import { dateTime } from '../dates.js';
import type { Deps } from '../deps.js';
import { isRequired } from '../models/policy.js';
import { paths } from '../paths.js';
import { policyFor } from '../policy/policy-for.js';
import { signedInVisitor } from '../sign-in/visitor.js';
import { messages } from './messages.js';

/** Keeps two-factor on where the employer asks it: a page that says so stands in place of switching off. */
export const unlessRequired =
  ({ now }: Deps): RequestHandler =>
  async (req, res, next) => {
    const { account } = signedInVisitor(req);
    if (account.twoFactor.state === 'off' || !isRequired(await policyFor(account), now())) next();
    else if (req.method === 'GET') {
      const { requiredPage: t, more } = messages(req);
      const since = t.since(dateTime(account.twoFactor.since, req));
      res.render('two-factor/required', { t, more, since });
    } else res.redirect(303, paths.twoFactor);
  };
