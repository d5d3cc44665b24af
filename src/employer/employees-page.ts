import type { RequestHandler } from 'express';
import type { Reading } from '../language.js';
import { Employees, type Employee } from '../models/account.js';
import { listName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import { officerOf } from './guards.js';
import { messages } from './messages.js';
import { accessState } from './officer-actions.js';

const row = (employee: Employee, reader: Reading) => ({
  href: fill(paths.employee, { id: employee._id.toString() }),
  number: employee.number,
  name: listName(employee),
  state: employee.access.state,
  access: messages(reader).accessNames[accessState(employee.access)],
  twoFactor: messages(reader).yesNo(employee.twoFactor.state === 'on'),
});

/** All employees of the officer's employer, by surname, then number. */
export const employeesPage: RequestHandler = async (req, res) => {
  const { employer } = officerOf(req);
  const t = messages(req).employeesPage;
  const employees = await Employees.find({ employer }).sort({ sortKey: 1 }).lean<Employee[]>();
  res.render('employer/employees', {
    t,
    employees: employees.map((employee) => row(employee, req)),
    command: t.command(employer.toString()),
  });
};
