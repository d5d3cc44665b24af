import type { Details } from '../employer/change-details.js';
import type { Employee } from '../models/account.js';
import type { ImportRow } from '../models/import.js';

/**
 * What would be on record after a row: what the file does not have stays as it is on record now. So does a date of birth
 * that is left empty: without it an invitation asks less.
 */
export function wantedOf(values: ImportRow['values'], there: Employee | undefined): Details {
  const { initials = '', surname = '', email = '', prefix, birthDate } = values;
  return {
    initials,
    surname,
    email,
    prefix: prefix === undefined ? there?.prefix : prefix || undefined,
    birthDate: birthDate === undefined || birthDate === '' ? there?.birthDate : birthDate,
  };
}
