import type { WaitingAction } from '../../models/waiting.js';

const both = (names: string[]) => new Intl.ListFormat('nl', { type: 'disjunction' }).format(names);

export const actionNames: Record<WaitingAction, string> = {
  grant: 'Toegang verstrekken',
  'send-invitation-again': 'Uitnodiging opnieuw versturen',
  revoke: 'Toegang intrekken',
  'invite-again': 'Opnieuw uitnodigen',
  'reset-two-factor': 'Tweestapsverificatie op Nee zetten',
  'password-letter': 'Een link voor een nieuw wachtwoord versturen',
};

/** Who can decide. */
const who = (names: string[]) =>
  names.length > 0
    ? `${both(names)} kan dit bevestigen of weigeren, op de pagina Vier ogen.`
    : 'Je hebt geen collega die dit kan bevestigen. Vraag het de beheerder van het Werknemerloket.';

/** After an action that is not done yet. */
export const asked = {
  waits: (names: string[]) =>
    `Er is nog niets veranderd: het e-mailadres is kort geleden gewijzigd, en daarom kijkt eerst een tweede persoon mee. ${who(names)}`,
  waitsAlready: (names: string[]) => `Er is niets veranderd: dit was al gevraagd en wacht nog. ${who(names)}`,
};

/** On the page of the employee. */
export const onEmployee = (action: string, names: string[]): string =>
  `‘${action}’ is gevraagd en wacht. ${who(names)}`;

/** On the first page of an officer. */
export const toDecide = (requests: number): string =>
  requests === 1 ? 'Vier ogen: 1 verzoek wacht op jou' : `Vier ogen: ${requests} verzoeken wachten op jou`;

const first =
  'Jij kunt dit niet bevestigen. Je vroeg het zelf, of je wijzigde het adres. Of jullie zijn kort geleden door elkaar toegevoegd als HR-medewerker.';

export const fourEyesPage = {
  title: 'Vier ogen',
  intro:
    'Is een e-mailadres kort geleden gewijzigd door iemand anders dan de werknemer? Dan beslissen twee mensen samen over wat daarna wordt gevraagd. Bel de werknemer op een nummer dat je al had, en vraag of het nieuwe adres klopt.',
  nothing: 'Er wacht nu niets.',
  asked: (by: string, when: string) => `Gevraagd door ${by}, ${when}`,
  email: (from: string, to: string, by: string, when: string) =>
    `Het e-mailadres ging van ${from} naar ${to}, door ${by}, ${when}.`,
  reason: (reason: string) => `Reden: ${reason}`,
  until: (when: string) => `Dit verzoek vervalt ${when}.`,
  notYou: (names: string[]) =>
    names.length > 0
      ? `${first} Bevestigen of weigeren doet ${both(names)}.`
      : `${first} Alleen de beheerder van het Werknemerloket kan dit bevestigen.`,
  confirm: 'Bevestigen',
  refuse: 'Weigeren',
  back: 'Naar alle werknemers',
  confirmed: (action: string, name: string) =>
    `Bevestigd: ${action}, voor ${name}. Het is meteen gedaan. ${name} krijgt een e-mail.`,
  refused: (action: string, name: string) => `Geweigerd: ${action}, voor ${name}. Er is niets veranderd.`,
  gone: 'Dit verzoek wacht niet meer op jou. Misschien was een collega je voor, of is de werknemer intussen gewijzigd.',
};
