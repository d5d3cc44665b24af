import type { Request, Response } from 'express';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import { readEmployees, type Employee } from '../models/account.js';
import type { Counts } from '../models/employee-counts.js';
import { filters, isByDate, listing, orders } from '../models/employee-listing.js';
import { pageByKey, pageSize } from '../models/keyset.js';
import { searchEmployees } from '../models/employee-search.js';
import { listName } from '../models/names.js';
import { fill, paths } from '../paths.js';
import type { Problem } from '../web/form.js';
import { officerOf } from './guards.js';
import { keptCounts } from './kept-counts.js';
import { listAddress, readAddress, type ListAddress } from './list-address.js';
import { messages } from './messages.js';
import { accessState } from './officer-actions.js';

const row = (employee: Employee, ticked: string[], reader: Reading) => ({
  id: employee._id.toString(),
  isTicked: ticked.includes(employee._id.toString()),
  href: fill(paths.employee, { id: employee._id.toString() }),
  number: employee.number,
  name: listName(employee),
  state: employee.access.state,
  access: messages(reader).accessNames[accessState(employee.access)],
  twoFactor: messages(reader).yesNo(employee.twoFactor.state === 'on'),
});

const filterLinks = ({ filter, order }: ListAddress, counts: Counts, reader: Reading) =>
  filters.map((name) => ({
    href: listAddress({ filter: name, order }),
    name: messages(reader).filterNames[name],
    count: counts[name],
    isCurrent: name === filter,
  }));

const orderLinks = ({ filter, order, search }: ListAddress) =>
  Object.fromEntries(
    orders.map((name) => [
      name,
      {
        href: listAddress({ filter, order: name }),
        isCurrent: name === order,
        isChoice: search === '' && !isByDate(filter),
      },
    ]),
  );

async function found(address: ListAddress, employer: Employee['employer'], now: Date, reader: Reading) {
  const t = messages(reader).employeesPage;
  const { filter, order, place, search, all } = address;
  if (search === '') {
    const query = listing(employer, filter, order, now);
    const { rows: employees, before, after } = await pageByKey(readEmployees, query, place);
    return {
      employees,
      previous: before && listAddress({ filter, order, place: before }),
      next: after && listAddress({ filter, order, place: after }),
    };
  }
  const { employees, isExact, hasMore } = await searchEmployees(employer, search, all);
  return {
    employees,
    searched: employees.length === 0 ? t.nothingFound(search) : t.found(search, employees.length, hasMore),
    hint: hasMore ? t.moreFound(pageSize) : undefined,
    toAll: isExact ? listAddress({ search, all: true }) : undefined,
  };
}

/** What stands with the list, for who does something for more employees together. */
export interface Together {
  ticked: string[];
  choices: object;
  problems: Problem[];
}

/** The employees of the officer's employer: a page of them, by a filter and in an order, or as searched for. */
export function employeesPage({ now }: Deps) {
  const countsOf = keptCounts(now);
  return async (req: Request, res: Response, { ticked, choices, problems }: Together): Promise<void> => {
    const { employer } = officerOf(req);
    const address = readAddress(req);
    const t = messages(req).employeesPage;
    const [list, counts] = await Promise.all([found(address, employer, now(), req), countsOf(employer)]);
    res.render('employer/employees', {
      t,
      ...list,
      employees: list.employees.map((employee) => row(employee, ticked, req)),
      isEmpty: counts.alle === 0 && list.employees.length === 0,
      search: address.search,
      filters: filterLinks(address, counts, req),
      orders: orderLinks(address),
      together: choices,
      action: listAddress(address),
      problems,
    });
  };
}
