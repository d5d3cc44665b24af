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
import { possibleActions } from './officer-actions.js';

/** What an officer may do only for somebody whom they know it to be (ASVS 6.4.4). */
export type IdentifiedAction = 'reset-two-factor' | 'invite-again';

async function wordsOf(action: IdentifiedAction, employee: Employee, now: Date, reader: Reading) {
  const { inviteAgainPage, resetPage } = messages(reader);
  if (action === 'invite-again')
    return { ...inviteAgainPage, consequences: inviteAgainPage.consequences(employee.email) };
  return resetPage(isRequired(await policyFor(employee), now));
}

async function show(
  { now }: Deps,
  action: IdentifiedAction,
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
  const words = await wordsOf(action, employee, now(), req);
  const t = messages(req).identifiedPage;
  res.render('employer/identified', { t, words, name: fullName(employee), back, problems });
}

/** Asks whether it must really be done, and whether the officer knows who it is. */
export const identifiedPage =
  (deps: Deps, action: IdentifiedAction): RequestHandler =>
  (req, res) =>
    show(deps, action, req, res, []);

/** Lets an officer through who established who the person is. */
export const requireIdentified =
  (deps: Deps, action: IdentifiedAction): RequestHandler =>
  async (req, res, next) => {
    if (field(req, 'vastgesteld') === 'ja') next();
    else {
      const text = messages(req).identifiedPage.notIdentified;
      await show(deps, action, req, res.status(400), [{ field: 'vastgesteld', text }]);
    }
  };
