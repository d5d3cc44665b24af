import { closeAccess, doneWith, notMe } from './parts-nl.js';
import type { Letters } from './types.js';

/** Of what changed in two-factor. */
export const aboutTwoFactor: Letters = {
  'two-factor-on': {
    subject: '2 factor authenticatie staat aan',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is 2 factor authenticatie aangezet voor jouw toegang tot het Werknemerloket.`,
      'Bij het inloggen vul je vanaf nu ook een verificatiecode in. Die vind je in de tweestapsverificatie app op je telefoon of tablet.',
      ...notMe(facts),
    ],
  },
  'two-factor-replaced': {
    subject: '2 factor authenticatie staat op een nieuwe telefoon',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is 2 factor authenticatie voor jouw toegang tot het Werknemerloket overgezet naar een andere telefoon of tablet. De codes van de oude werken niet meer.`,
      ...notMe(facts),
    ],
  },
  'recovery-codes-renewed': {
    subject: 'Je hebt nieuwe herstelcodes',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} zijn nieuwe herstelcodes gemaakt voor jouw toegang tot het Werknemerloket. De oude werken niet meer.`,
      ...notMe(facts),
    ],
  },
  'recovery-code-used': {
    subject: 'Er is een herstelcode gebruikt',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is een herstelcode gebruikt voor jouw toegang tot het Werknemerloket. Die code werkt niet meer.`,
      ...notMe(facts),
    ],
  },
  'codes-locked': {
    subject: 'Er is te vaak een verkeerde verificatiecode ingevuld',
    link: 'close',
    body: (facts) => [
      `Iemand met jouw wachtwoord heeft op ${facts.at} te vaak een verkeerde verificatiecode ingevuld. Daarom werken verificatiecodes een tijd niet. ${doneWith(facts.device)}`,
      'Was jij dit? Wacht dan even, of gebruik een herstelcode.',
      'Was jij dit niet? Dan weet iemand je wachtwoord. Blokkeer dan meteen je toegang, op deze pagina:',
      ...closeAccess(facts),
    ],
  },
  'two-factor-off': {
    subject: '2 factor authenticatie staat uit',
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} is 2 factor authenticatie uitgezet voor jouw toegang tot het Werknemerloket.`,
      'Je logt nu in met alleen je gebruikersnaam en wachtwoord. Verwijder de oude code uit de tweestapsverificatie app.',
      ...notMe(facts),
    ],
  },
  'two-factor-reset': {
    subject: ({ by }) => `2 factor authenticatie is uitgezet door ${by}`,
    link: 'close',
    body: (facts) => [
      `Op ${facts.at} heeft ${facts.by} 2 factor authenticatie uitgezet voor jouw toegang tot het Werknemerloket.`,
      'Je logt nu in met alleen je gebruikersnaam en wachtwoord. Zet 2 factor authenticatie daarna weer aan: zo blijft je toegang extra beveiligd. Verwijder de oude code uit de tweestapsverificatie app.',
      'Had je hier niet om gevraagd? Blokkeer dan meteen je toegang, op deze pagina:',
      ...closeAccess(facts),
    ],
  },
};
