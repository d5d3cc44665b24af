import { atEnd } from '../../models/names.js';
import type { LetterFacts, Letters } from './types.js';

const checkOf = ({ log }: LetterFacts) => {
  const { employer = '', count = 0, mac = '' } = log ?? {};
  return [
    'Denk je dat er iets uit het logboek weg is? Geef deze e-mail dan aan de beheerder van het Werknemerloket. Die kan het nakijken met deze opdracht:',
    `loket audit verify --employer ${employer} --at-least ${count} --mac ${mac}`,
  ];
};

const keepThis = 'Bewaar deze e-mail, niet in het Werknemerloket maar ergens anders.';

/** Each week, to each beheerder. */
const aboutLog: Letters = {
  'log-told': {
    subject: 'Bewaar deze e-mail: zo ver is het logboek',
    body: (facts) => [
      `In het logboek van ${facts.employer} staat wat er in het Werknemerloket is gebeurd. Met deze e-mail kun je later laten nakijken of er niets uit is weggehaald.`,
      `Op ${facts.at} had de laatste regel nummer ${facts.log?.count ?? 0}. Het zegel daarvan is:`,
      facts.log?.mac ?? '',
      `${keepThis} Verder hoef je niets te doen.`,
      ...checkOf(facts),
      'Je krijgt elke week zo’n e-mail. Komt er een week geen? Vertel het dan de beheerder van het Werknemerloket.',
    ],
  },
  'log-told-again': {
    subject: 'Bewaar deze e-mail: het logboek is niet veranderd',
    body: (facts) => [
      `Op ${facts.at} was er niets bij het logboek van ${facts.employer} gekomen sinds de vorige e-mail hierover. De laatste regel heeft nog nummer ${facts.log?.count ?? 0}, en hetzelfde zegel.`,
      keepThis,
      ...checkOf(facts),
    ],
  },
  'log-broken': {
    subject: 'Er is iets mis met het logboek',
    body: ({ employer, at }) => [
      `Op ${at} klopte het zegel van het logboek van ${employer} niet. Iemand heeft het veranderd of weggehaald.`,
      'Vertel dit meteen aan de beheerder van het Werknemerloket. Die kan nakijken wat er mis is. Geef daarbij ook de vorige e-mails over het logboek.',
    ],
  },
};

/** To each officer of the employer, where they have something to do. */
export const toOfficer: Letters = {
  ...aboutLog,
  'colleague-added': {
    subject: ({ name }) => `${name} is toegevoegd als HR-medewerker`,
    body: ({ name, at, actor, employer }) => [
      `Op ${at} heeft ${actor} ${name} toegevoegd als HR-medewerker van ${atEnd(employer)}`,
      'Is dit een collega die je kent? Dan hoef je niets te doen.',
      `Ken je deze collega niet? Bel dan ${actor}, op een nummer dat je al had. Klopt het niet? Vertel dit meteen aan de beheerder van het Werknemerloket.`,
    ],
  },
  'approval-asked': {
    subject: 'Iets wacht op een tweede persoon',
    body: ({ at, name }) => [
      `Op ${at} is iets gevraagd voor de toegang van ${name}. Het e-mailadres van ${name} is kort geleden gewijzigd. Daarom bevestigt of weigert eerst een tweede persoon het.`,
      'Log in en open de pagina Vier ogen. Daar staat wat er is gevraagd, en door wie.',
      'Bel de werknemer eerst op een nummer dat je al had. Klopt het niet? Weiger het dan. Vertel dit meteen aan de beheerder van het Werknemerloket.',
    ],
  },
  'access-closed': {
    subject: ({ name }) => `${name} heeft de eigen toegang geblokkeerd`,
    body: ({ name, at }) => [
      `${name} heeft op ${at} gezegd dat iemand anders bij de toegang tot het Werknemerloket kan, en die geblokkeerd.`,
      'Het wachtwoord en 2 factor authenticatie werken niet meer. Neem contact op, en stel vast wie het is: bijvoorbeeld door terug te bellen op een nummer dat je al had.',
      'Daarna kun je opnieuw uitnodigen. Is het een HR-medewerker? Dan doet de beheerder van het Werknemerloket dat.',
    ],
  },
};
