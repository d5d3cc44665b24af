import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { why } from '../employer/new-people.js';
import { officerOf } from '../employer/guards.js';
import type { Officer } from '../models/account.js';
import { fill, paths } from '../paths.js';
import { field, type Problem } from '../web/form.js';
import { possibleActions } from './actions.js';
import type { withPage } from './colleague-page.js';
import { findColleague } from './find-colleague.js';
import { messages } from './messages.js';
import { perform } from './perform.js';

type Confirmed = (typeof withPage)[number];

function show(req: Request, res: Response, action: Confirmed, colleague: Officer, problems: Problem[]): void {
  const { confirmPages, confirmPage: t } = messages(req);
  const words = confirmPages[action];
  res.render('employer/confirm', {
    t,
    words: { ...words, question: words.question(colleague.name) },
    asksIdentified: false,
    asksReason: action === 'block',
    reason: field(req, 'reden'),
    back: fill(paths.officer, { id: colleague._id.toString() }),
    problems,
  });
}

/** Asks first: why somebody is blocked, and whether they must really go. */
export const confirmPage = (deps: Deps, action: Confirmed): Record<'show' | 'submit', RequestHandler> => ({
  async show(req, res) {
    const colleague = await findColleague(req);
    const isPossible =
      !colleague._id.equals(officerOf(req)._id) && possibleActions(colleague).includes(action);
    if (isPossible) show(req, res, action, colleague, []);
    else res.redirect(303, fill(paths.officer, { id: colleague._id.toString() }));
  },

  async submit(req, res) {
    const colleague = await findColleague(req);
    const given = why.safeParse({ reason: field(req, 'reden') });
    if (action === 'block' && !given.success) {
      const problem = { field: 'reden', text: messages(req).confirmPage.noReason };
      show(req, res.status(400), action, colleague, [problem]);
      return;
    }
    await perform(deps, req, res, colleague, {
      action,
      ...(action === 'block' && given.success && given.data),
    });
  },
});
