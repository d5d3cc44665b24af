import type { Detail } from '../../models/change.js';
import type { RowOutcome, RowProblem } from '../../models/import.js';
import type { FileFault } from '../read-file.js';

export const importPage = {
  title: 'Werknemers importeren',
  intro:
    'Voeg werknemers toe met een CSV-bestand, of werk hun gegevens bij. Niemand krijgt hierdoor toegang.',
  steps: [
    'Download het voorbeeld en open het in een spreadsheet, zoals Excel.',
    'Vul één werknemer per regel in. De kolommen voorvoegsel en geboortedatum mogen leeg blijven of ontbreken.',
    'Bewaar het als CSV en kies het hieronder. Je ziet eerst wat er zou veranderen.',
  ],
  template: 'Voorbeeld downloaden',
  templateName: 'werknemers-voorbeeld',
  file: 'CSV-bestand',
  hint: 'Hoogstens 5 MB en 10.000 werknemers.',
  cancel: 'Annuleren',
  save: 'Bekijken',
};

/** Why a file will not do, and what to do. */
export const fileFaults: Record<FileFault, string> = {
  none: 'Kies eerst een bestand.',
  'too-big': 'Dit bestand is groter dan 5 MB. Verdeel het over meer bestanden.',
  'no-csv': 'Dit is geen CSV-bestand. Bewaar het in je spreadsheet als ‘CSV UTF-8’ en kies het opnieuw.',
  'no-columns':
    'De eerste regel moet de namen van de kolommen hebben: personeelsnummer, voorletters, achternaam en e-mailadres. Gebruik het voorbeeld.',
  'too-many-rows': 'Dit bestand heeft meer dan 10.000 werknemers. Verdeel het over meer bestanden.',
  empty: 'Dit bestand heeft geen werknemers. Vul vanaf de tweede regel werknemers in.',
};

export const previewPage = {
  title: 'Import controleren',
  resultTitle: 'Uitslag van de import',
  intro: 'Er is nog niets veranderd. Controleer wat er gaat gebeuren en bevestig het.',
  result: 'Dit is er gebeurd.',
  unfinished: (left: number) =>
    `Nog ${left} te gaan. De import is onderbroken. Ga verder om hem af te maken.`,
  counts: {
    new: 'Nieuw',
    changed: 'Gewijzigd',
    same: 'Ongewijzigd',
    refused: 'Geweigerd',
  } satisfies Record<RowOutcome, string>,
  refused: 'Geweigerde regels',
  refusedHint: 'Deze regels slaan we over. Verbeter ze in je bestand en importeer het opnieuw.',
  changed: 'Wat er wijzigt',
  changedDone: 'Wat er is gewijzigd',
  line: 'Regel',
  number: 'Personeelsnummer',
  what: 'Wat',
  outcome: 'Uitkomst',
  more: (left: number) => `En nog ${left}. Download alles om ze te zien.`,
  download: 'Alles downloaden',
  fileName: 'import-uitslag',
  nothing: 'Er is niets om te importeren.',
  cancel: 'Ander bestand kiezen',
  confirm: 'Importeren',
  goOn: 'Ga verder',
  toEmployees: 'Naar alle werknemers',
  done: 'De import is klaar.',
};

export const detailNames: Record<Detail, string> = {
  initials: 'voorletters',
  prefix: 'voorvoegsel',
  surname: 'achternaam',
  email: 'e-mailadres',
  birthDate: 'geboortedatum',
};

/** What is wrong with a row. */
export const rowProblems: Record<RowProblem, string> = {
  number: 'personeelsnummer: vul 1 tot 100 tekens in',
  initials: 'voorletters: vul 1 tot 100 tekens in',
  prefix: 'voorvoegsel: gebruik hoogstens 100 tekens',
  surname: 'achternaam: vul 1 tot 100 tekens in',
  email: 'e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
  birthDate: 'geboortedatum: vul een datum in, zoals 31-1-1980, of niets',
  twice: 'dit personeelsnummer staat al op een eerdere regel',
  columns: 'deze regel heeft meer kolommen dan de eerste',
  meanwhile: 'deze werknemer is intussen gewijzigd: importeer opnieuw',
};
