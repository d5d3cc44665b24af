import type { Employee } from './account.js';
import { personName, plain } from './names.js';

const padded = (number: string) => number.toLowerCase().padStart(20, '0');

/** What an employee is found and sorted by, beside what they are called: without case and accents. */
export type EmployeeKeys = Pick<
  Employee,
  'numberKey' | 'sortKey' | 'numberOrder' | 'numberPlain' | 'namePlain' | 'fullNamePlain'
>;

type Named = Pick<Employee, 'employer' | 'number' | 'initials' | 'surname'> & {
  prefix?: string | undefined;
};

/** The keys of an employee of this name and number. 9 comes before 10. */
export function keysOf({ employer, number, initials, prefix, surname }: Named): EmployeeKeys {
  const namePlain = plain([prefix, surname].filter(Boolean).join(' '));
  return {
    numberKey: `${employer.toString()}:${number}`,
    sortKey: `${plain(surname)} ${padded(number)}`,
    numberOrder: padded(number),
    numberPlain: plain(number),
    namePlain,
    fullNamePlain: plain(personName({ initials, prefix, surname })),
  };
}
