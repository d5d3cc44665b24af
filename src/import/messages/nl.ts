import type { Detail } from '../../models/change.js';
import type { Import, RowOutcome, RowProblem } from '../../models/import.js';
import type { FileFault } from '../read-file.js';

export const importPage = {
  title: 'Werknemers importeren',
  intro:
    'Voeg werknemers toe met een CSV-bestand, of werk hun gegevens bij. Niemand krijgt hierdoor toegang.',
  steps: [
    'Download het voorbeeld en open het in een spreadsheet, zoals Excel.',
    'Vul één werknemer per regel in. De kolommen voorvoegsel en geboortedatum mogen leeg blijven of ontbreken. Laat je een geboortedatum leeg? Dan blijft staan wat er al staat.',
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
export const fileFaults: Record<FileFault, (line: number) => string> = {
  none: () => 'Kies eerst een bestand.',
  'too-big': () => 'Dit bestand is groter dan 5 MB. Verdeel het over meer bestanden.',
  'no-csv': () =>
    'Dit is geen CSV-bestand. Bewaar het in je spreadsheet als ‘CSV UTF-8’ en kies het opnieuw.',
  'no-columns': () =>
    'De eerste regel moet de namen van de kolommen hebben: personeelsnummer, voorletters, achternaam en e-mailadres. Gebruik het voorbeeld.',
  'too-many-rows': () => 'Dit bestand heeft meer dan 10.000 werknemers. Verdeel het over meer bestanden.',
  empty: () => 'Dit bestand heeft geen werknemers. Vul vanaf de tweede regel werknemers in.',
  'cut-off': () => 'Het bestand is niet helemaal aangekomen. Kies het opnieuw.',
  'long-line': (line) =>
    `Regel ${line} is te lang. Misschien staat er een aanhalingsteken (") te veel. Verbeter deze regel en kies het bestand opnieuw.`,
  'open-quote': (line) =>
    `In regel ${line} begint een aanhalingsteken (") dat nergens eindigt. Verbeter deze regel en kies het bestand opnieuw.`,
  'stray-quote': (line) =>
    `In regel ${line} staat een aanhalingsteken (") op een verkeerde plaats. Verbeter deze regel en kies het bestand opnieuw.`,
};

export const previewPage = {
  notYours: 'Een collega stuurde dit bestand. Alleen die kan het importeren.',
  titles: {
    waiting: 'Import controleren',
    confirmed: 'Import: bezig',
    done: 'Uitslag van de import',
  } satisfies Record<Import['state'], string>,
  intro: 'Er is nog niets veranderd. Controleer wat er gaat gebeuren en bevestig het.',
  result: 'Dit is er gebeurd.',
  counts: {
    new: 'Nieuw',
    changed: 'Gewijzigd',
    same: 'Ongewijzigd',
    refused: 'Geweigerd',
  } satisfies Record<RowOutcome, string>,
  headings: {
    refused: 'Geweigerde regels',
    changed: 'Wat er wijzigt',
    new: 'Wie erbij komen',
    same: 'Wat hetzelfde blijft',
  } satisfies Record<RowOutcome, string>,
  doneHeadings: {
    refused: 'Geweigerde regels',
    changed: 'Wat er is gewijzigd',
    new: 'Wie erbij kwamen',
    same: 'Wat hetzelfde bleef',
  } satisfies Record<RowOutcome, string>,
  refusedHint: 'Deze regels slaan we over. Verbeter ze in je bestand en importeer het opnieuw.',
  line: 'Regel',
  number: 'Personeelsnummer',
  name: 'Naam',
  what: 'Wat',
  outcome: 'Uitkomst',
  more: (left: number) => `En nog ${left}. Download alles om ze te zien.`,
  download: 'Alles downloaden',
  fileName: 'import-uitslag',
  nothing: 'Er is niets om te importeren.',
  cancel: 'Ander bestand kiezen',
  confirm: 'Importeren',
  toEmployees: 'Naar alle werknemers',
  left: 'Nog niet gedaan',
  tooMany: (left: number) =>
    left === 0
      ? 'Je hebt vandaag al zoveel regels geïmporteerd als mag. Probeer het morgen opnieuw.'
      : `Dit zijn te veel regels voor vandaag: het kan nog voor hoogstens ${left}. Kies een kleiner bestand, of probeer het morgen.`,
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
  number: 'personeelsnummer: vul 1 tot 100 tekens in, zonder < en >',
  initials: 'voorletters: vul 1 tot 100 tekens in, zonder < en >',
  prefix: 'voorvoegsel: gebruik hoogstens 100 tekens, zonder < en >',
  surname: 'achternaam: vul 1 tot 100 tekens in, zonder < en >',
  email: 'e-mailadres: vul een adres in, zoals naam@voorbeeld.nl',
  birthDate: 'geboortedatum: vul een datum in, zoals 31-1-1980, of niets',
  twice: 'dit personeelsnummer staat al op een eerdere regel',
  columns: 'deze regel heeft meer kolommen dan de eerste',
  meanwhile: 'deze werknemer is intussen gewijzigd: importeer opnieuw',
  'officer-gone': 'niet gedaan: wie dit bevestigde heeft geen toegang meer',
  failed: 'niet gelukt: importeer opnieuw',
};
