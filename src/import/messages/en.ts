import type * as nl from './nl.js';

export const importPage: typeof nl.importPage = {
  title: 'Import employees',
  intro: 'Add employees with a CSV file, or bring their details up to date. Nobody gets access by this.',
  steps: [
    'Download the example and open it in a spreadsheet, such as Excel.',
    'Fill in one employee on each line. The columns voorvoegsel (prefix) and geboortedatum (date of birth) may be empty or absent.',
    'Save it as CSV and choose it below. You first see what would change.',
  ],
  template: 'Download the example',
  templateName: 'employees-example',
  file: 'CSV file',
  hint: 'At most 5 MB and 10,000 employees.',
  cancel: 'Cancel',
  save: 'Check',
};

export const fileFaults: typeof nl.fileFaults = {
  none: 'First choose a file.',
  'too-big': 'This file is larger than 5 MB. Divide it over more files.',
  'no-csv': 'This is not a CSV file. Save it in your spreadsheet as ‘CSV UTF-8’ and choose it again.',
  'no-columns':
    'The first line must have the names of the columns: personeelsnummer, voorletters, achternaam and e-mailadres. Use the example.',
  'too-many-rows': 'This file has more than 10,000 employees. Divide it over more files.',
  empty: 'This file has no employees. Fill in employees from the second line on.',
};

export const previewPage: typeof nl.previewPage = {
  title: 'Check the import',
  resultTitle: 'Result of the import',
  intro: 'Nothing has changed yet. Check what is going to happen, and confirm it.',
  result: 'This is what happened.',
  unfinished: (left) => `Another ${left} to go. The import was interrupted. Go on to finish it.`,
  counts: { new: 'New', changed: 'Changed', same: 'Unchanged', refused: 'Refused' },
  refused: 'Lines that are refused',
  refusedHint: 'We skip these lines. Correct them in your file and import it again.',
  changed: 'What changes',
  changedDone: 'What was changed',
  line: 'Line',
  number: 'Personnel number',
  what: 'What',
  outcome: 'Outcome',
  more: (left) => `And another ${left}. Download everything to see them.`,
  download: 'Download everything',
  fileName: 'import-result',
  nothing: 'There is nothing to import.',
  cancel: 'Choose another file',
  confirm: 'Import',
  goOn: 'Go on',
  toEmployees: 'To all employees',
  done: 'The import is done.',
};

export const detailNames: typeof nl.detailNames = {
  initials: 'initials',
  prefix: 'prefix',
  surname: 'surname',
  email: 'e-mail address',
  birthDate: 'date of birth',
};

export const rowProblems: typeof nl.rowProblems = {
  number: 'personnel number: fill in 1 to 100 characters',
  initials: 'initials: fill in 1 to 100 characters',
  prefix: 'prefix: use at most 100 characters',
  surname: 'surname: fill in 1 to 100 characters',
  email: 'e-mail address: fill in an address, like name@example.com',
  birthDate: 'date of birth: fill in a date, like 31-1-1980, or nothing',
  twice: 'this personnel number is on an earlier line already',
  columns: 'this line has more columns than the first',
  meanwhile: 'this employee was changed meanwhile: import again',
};
