import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps.js';
import { fullName } from '../models/names.js';
import { isRequired } from '../models/policy.js';
import { fill, paths } from '../paths.js';
import { policyFor } from '../policy/policy-for.js';
import { field, type Problem } from '../web/form.js';
import { findEmployee } from './change-access.js';
import { whom } from './guards.js';
import { resetPage as t } from './messages.js';

async function show({ now }: Deps, req: Request, res: Response, problems: Problem[]): Promise<void> {
  const employee = await findEmployee(whom(req));
  const back = fill(paths.employee, { id: employee._id.toString() });
  if (employee.twoFactor.state === 'off') {
    res.redirect(303, back);
    return;
  }
  const consequences = t.consequences(isRequired(await policyFor(employee), now()));
  res.render('employer/reset-two-factor', { t, name: fullName(employee), consequences, back, problems });
}

/** Asks whether two-factor must really be set to "Nee": the officer cannot set it back to "Ja". */
export const resetTwoFactorPage =
  (deps: Deps): RequestHandler =>
  (req, res) =>
    show(deps, req, res, []);

/** Lets an officer through who established who the person is. */
export const requireIdentified =
  (deps: Deps): RequestHandler =>
  async (req, res, next) => {
    if (field(req, 'vastgesteld') === 'ja') next();
    else await show(deps, req, res.status(400), [{ field: 'vastgesteld', text: t.notIdentified }]);
  };
