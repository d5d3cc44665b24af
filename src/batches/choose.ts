import type { Request, RequestHandler, Response } from 'express';
import { isValidObjectId } from 'mongoose';
import type { Deps } from '../deps.js';
import { employeesPage } from '../employer/employees-page.js';
import { officerOf } from '../employer/guards.js';
import { readAddress } from '../employer/list-address.js';
import { messages as employerMessages } from '../employer/messages.js';
import { Employees } from '../models/account.js';
import { fill, paths } from '../paths.js';
import { NotOfEmployer } from '../web/errors.js';
import { field, fields, type Problem } from '../web/form.js';
import { batchActions, isBatchName, type BatchName } from './actions.js';
import { messages } from './messages.js';
import { planBatch, type Chosen } from './plan.js';

const forAll = 'alle';
const forTicked = 'aangevinkt';

/** What can be chosen below the list; what was chosen stays so. */
function choicesFor(req: Request) {
  const { together: t } = messages(req);
  const { buttonNames } = employerMessages(req);
  const isForAll = field(req, 'voor') === forAll;
  return {
    ...t,
    actions: (Object.keys(batchActions) as BatchName[]).map((name) => ({
      value: name,
      name: buttonNames[batchActions[name]],
      isChosen: name === field(req, 'wat'),
    })),
    who: readAddress(req).search === '' && [
      { value: forTicked, name: t.whoIsTicked, isChosen: !isForAll },
      { value: forAll, name: t.all, isChosen: isForAll },
    ],
  };
}

/** @throws NotOfEmployer where the employer does not have all of them */
async function tickedBy(req: Request): Promise<string[]> {
  const ids = [...new Set(fields(req, 'wie[]'))];
  if (!ids.every((id) => isValidObjectId(id))) throw new NotOfEmployer();
  const { employer } = officerOf(req);
  const found = await Employees.countDocuments({ employer, _id: { $in: ids } });
  if (found < ids.length) throw new NotOfEmployer();
  return ids;
}

/** The list of employees, and the form around it. */
export function listPage(deps: Deps): { show: RequestHandler; submit: RequestHandler } {
  const list = employeesPage(deps);
  const show = (req: Request, res: Response, ticked: string[], problems: Problem[]) =>
    list(req, res, { ticked, choices: choicesFor(req), problems });

  return {
    show: (req, res) => show(req, res, [], []),
    submit: async (req, res) => {
      const { together: t } = messages(req);
      const { filter, search } = readAddress(req);
      const ids = await tickedBy(req);
      const isForAll = field(req, 'voor') === forAll && search === '';
      const chosen: Chosen = isForAll ? { filter } : { ids };
      const name = field(req, 'wat');
      const problems: Problem[] = [
        ...(isBatchName(name) ? [] : [{ field: 'wat', text: t.noAction }]),
        ...(isForAll || ids.length > 0 ? [] : [{ field: search === '' ? 'voor' : 'wat', text: t.nobody }]),
      ];
      const batch =
        isBatchName(name) && problems.length === 0
          ? await planBatch(officerOf(req), batchActions[name], chosen, deps.now())
          : undefined;
      if (batch) res.redirect(303, fill(paths.batch, { id: batch.toString() }));
      else
        await show(
          req,
          res.status(400),
          ids,
          problems.length > 0 ? problems : [{ field: 'voor', text: t.nobody }],
        );
    },
  };
}
