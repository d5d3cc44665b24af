import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import type { Employee } from '../models/account.js';
import { fullName } from '../models/names.js';
import { isRequired } from '../models/policy.js';
import { fill, paths } from '../paths.js';
import { policyFor } from '../policy/policy-for.js';
import { field, type Problem } from '../web/form.js';
import { findEmployee } from './change-access.js';
import { whom } from './guards.js';
import { messages } from './messages.js';
import { why } from './new-people.js';
import { doesNeed, possibleActions, type ConfirmedAction, type OfficerAction } from './officer-actions.js';

async function wordsOf(action: ConfirmedAction, employee: Employee, now: Date, reader: Reading) {
  const { confirmPages } = messages(reader);
  const required = action === 'reset-two-factor' && isRequired(await policyFor(employee), now);
  return confirmPages[action]({ name: fullName(employee), email: employee.email, required });
}

/** The reason that was given, for an action that asks one. */
export const givenFor = (action: OfficerAction, req: Request): { reason?: string } =>
  doesNeed(action, 'reason') ? why.parse({ reason: field(req, 'reden') }) : {};

function problemsOf(action: ConfirmedAction, req: Request): Problem[] {
  const t = messages(req).confirmPage;
  const reason = doesNeed(action, 'reason') && !why.safeParse({ reason: field(req, 'reden') }).success;
  const identified = doesNeed(action, 'identified') && field(req, 'vastgesteld') !== 'ja';
  return [
    ...(reason ? [{ field: 'reden', text: t.noReason }] : []),
    ...(identified ? [{ field: 'vastgesteld', text: t.notIdentified }] : []),
  ];
}

async function show(
  { now }: Deps,
  action: ConfirmedAction,
  req: Request,
  res: Response,
  problems: Problem[],
): Promise<void> {
  const employee = await findEmployee(whom(req));
  const back = fill(paths.employee, { id: employee._id.toString() });
  if (!possibleActions(employee).includes(action)) {
    res.redirect(303, back);
    return;
  }
  res.render('employer/confirm', {
    t: messages(req).confirmPage,
    words: await wordsOf(action, employee, now(), req),
    asksReason: doesNeed(action, 'reason'),
    asksIdentified: doesNeed(action, 'identified'),
    reason: field(req, 'reden'),
    isIdentified: field(req, 'vastgesteld') === 'ja',
    back,
    problems,
  });
}

/** Asks whether it must really be done, why, and whether the officer knows who it is. */
export const confirmPage =
  (deps: Deps, action: ConfirmedAction): RequestHandler =>
  (req, res) =>
    show(deps, action, req, res, []);

/** Lets an officer through who answered what the action asks. */
export const requireConfirmed =
  (deps: Deps, action: ConfirmedAction): RequestHandler =>
  async (req, res, next) => {
    const problems = problemsOf(action, req);
    if (problems.length === 0) next();
    else await show(deps, action, req, res.status(400), problems);
  };
