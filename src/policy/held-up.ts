import type { Types } from 'mongoose';
import { listAddress } from '../employer/list-address.js';
import { Employees, Officers, readEmployees, readOfficers } from '../models/account.js';
import { conditionOf, listing } from '../models/employee-listing.js';
import { pageByKey } from '../models/keyset.js';
import { fullName, listName } from '../models/names.js';
import { paths } from '../paths.js';
import type { Kind } from './policy-form.js';

/** Who can log in without two-factor: they have to set it up first. */
export interface HeldUp {
  count: number;
  /** The first of them. */
  names: string[];
  /** Where all of them are listed. */
  address: string;
}

const filter = 'tweestaps-uit';

/** Who of an employer would be held up where two-factor is required. */
export const heldUp: Record<Kind, (employer: Types.ObjectId, now: Date) => Promise<HeldUp>> = {
  async employee(employer, now) {
    const query = listing(employer, filter, 'naam', now);
    const { rows } = await pageByKey(readEmployees, query);
    const count = await Employees.countDocuments(query.condition);
    return {
      count,
      names: rows.map((one) => `${listName(one)} (${one.number})`),
      address: listAddress({ filter }),
    };
  },
  async officer(employer, now) {
    const condition = { employer, kind: 'officer', ...conditionOf(filter, now) };
    const { rows } = await pageByKey(readOfficers, { condition, sort: 'name' });
    const count = await Officers.countDocuments(condition);
    return { count, names: rows.map(fullName), address: paths.officers };
  },
};
