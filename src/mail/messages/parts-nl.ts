import type { LetterFacts } from './types.js';

// What several letters say.

export const once = (until: string) => `De link werkt tot ${until} en je kunt hem één keer gebruiken.`;

export const doneWith = (device: string) => `Dit is gedaan met ${device}.`;
export const closeAccess = ({ link, until }: LetterFacts) => [
  link,
  `Deze link werkt tot ${until}. Neem daarna contact op met je werkgever.`,
];
export const notMe = (facts: LetterFacts) => [
  `${doneWith(facts.device)} Was jij dit niet? Blokkeer dan meteen je toegang, op deze pagina:`,
  ...closeAccess(facts),
];
