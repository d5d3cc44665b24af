import type { Detail } from '../models/change.js';

/** The columns of the file, by their names in the header; who sends it is Dutch, whatever language they read. */
export const columns: Record<'number' | Detail, string> = {
  number: 'personeelsnummer',
  initials: 'voorletters',
  prefix: 'voorvoegsel',
  surname: 'achternaam',
  email: 'e-mailadres',
  birthDate: 'geboortedatum',
};
export type Column = keyof typeof columns;

export const columnNames = Object.keys(columns) as Column[];

/** A file may leave these out: then what is on record of them stays. */
export const optional: Column[] = ['prefix', 'birthDate'];
