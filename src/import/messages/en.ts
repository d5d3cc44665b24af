import type * as nl from './nl.js';

export const importPage: typeof nl.importPage = {
  title: 'Import employees',
  intro: 'Add employees with a CSV file, or bring their details up to date. Nobody gets access by this.',
  steps: [
    'Download the example and open it in a spreadsheet, such as Excel.',
    'Fill in one employee on each line. The columns voorvoegsel (prefix) and geboortedatum (date of birth) may be empty or absent. Do you leave a date of birth empty? Then what is on record stays.',
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
  none: () => 'First choose a file.',
  'too-big': () => 'This file is larger than 5 MB. Divide it over more files.',
  'no-csv': () => 'This is not a CSV file. Save it in your spreadsheet as ‘CSV UTF-8’ and choose it again.',
  'no-columns': () =>
    'The first line must have the names of the columns: personeelsnummer, voorletters, achternaam and e-mailadres. Use the example.',
  'too-many-rows': () => 'This file has more than 10,000 employees. Divide it over more files.',
  empty: () => 'This file has no employees. Fill in employees from the second line on.',
  'cut-off': () => 'The file did not arrive completely. Choose it again.',
  'long-line': (line) =>
    `Line ${line} is too long. Perhaps it has a quotation mark (") too many. Correct this line and choose the file again.`,
  'open-quote': (line) =>
    `In line ${line} a quotation mark (") begins that ends nowhere. Correct this line and choose the file again.`,
  'stray-quote': (line) =>
    `In line ${line} a quotation mark (") is in a wrong place. Correct this line and choose the file again.`,
};

export const previewPage: typeof nl.previewPage = {
  notYours: 'A colleague sent this file. Only they can import it.',
  titles: {
    waiting: 'Check the import',
    confirmed: 'Import: under way',
    done: 'Result of the import',
  },
  intro: 'Nothing has changed yet. Check what is going to happen, and confirm it.',
  result: 'This is what happened.',
  counts: { new: 'New', changed: 'Changed', same: 'Unchanged', refused: 'Refused' },
  headings: {
    refused: 'Lines that are refused',
    changed: 'What changes',
    new: 'Who is added',
    same: 'What stays as it is',
  },
  doneHeadings: {
    refused: 'Lines that are refused',
    changed: 'What was changed',
    new: 'Who was added',
    same: 'What stayed as it was',
  },
  refusedHint: 'We skip these lines. Correct them in your file and import it again.',
  line: 'Line',
  number: 'Personnel number',
  name: 'Name',
  what: 'What',
  outcome: 'Outcome',
  more: (left) => `And another ${left}. Download everything to see them.`,
  download: 'Download everything',
  fileName: 'import-result',
  nothing: 'There is nothing to import.',
  cancel: 'Choose another file',
  confirm: 'Import',
  toEmployees: 'To all employees',
  left: 'Not done yet',
  tooMany: (left) =>
    left === 0
      ? 'Today you already imported as many lines as is allowed. Try again tomorrow.'
      : `These are too many lines for today: it is still possible for at most ${left}. Choose a smaller file, or try again tomorrow.`,
};

export const detailNames: typeof nl.detailNames = {
  initials: 'initials',
  prefix: 'prefix',
  surname: 'surname',
  email: 'e-mail address',
  birthDate: 'date of birth',
};

export const rowProblems: typeof nl.rowProblems = {
  number: 'personnel number: fill in 1 to 100 characters, without < and >',
  initials: 'initials: fill in 1 to 100 characters, without < and >',
  prefix: 'prefix: use at most 100 characters, without < and >',
  surname: 'surname: fill in 1 to 100 characters, without < and >',
  email: 'e-mail address: fill in an address, like name@example.com',
  birthDate: 'date of birth: fill in a date, like 31-1-1980, or nothing',
  twice: 'this personnel number is on an earlier line already',
  columns: 'this line has more columns than the first',
  meanwhile: 'this employee was changed meanwhile: import again',
  'officer-gone': 'not done: who confirmed this has no access any more',
  failed: 'this did not work: import again',
};
