import { unescape } from 'node:querystring';
import type { Answer } from './send.js';
import type { Kind, Places } from './visitors.js';

export interface Form {
  by: Kind[];
  /** Its own answers: the title of its page, which says what is wrong, and where it leads. */
  answers: string[];
  place?: keyof Places;
  /** Whether a value, as it stands in the body, would be no mistake. */
  isRight?: (escaped: string) => boolean;
  /** A button that ends the login, or the pending one, as it should: that comes back each time. */
  ends?: true;
}

const everybody: Kind[] = ['an employee', 'an employee with two-factor', 'an officer'];
const withTwoFactor: Kind[] = ['an employee with two-factor'];
const officer: Kind[] = ['an officer'];
const deadLink = 'Deze link werkt niet meer';
const employeePage = '/werkgever/werknemers/';

// Anything but shorter than a password can be, or longer; what cannot be unescaped counts as it stands.
function canBePassword(escaped: string): boolean {
  const typed = unescape(escaped);
  return Math.max(escaped.length, typed.normalize('NFKC').length) >= 15 && Array.from(typed).length <= 128;
}

export const forms: Record<string, Form> = {
  'POST /inloggen': { by: ['nobody', 'who is asked a code'], answers: ['Inloggen Werknemerloket'] },
  'POST /inloggen/verificatie': { by: ['who is asked a code'], answers: ['Inloggen bij het Werknemerloket'] },
  'POST /inloggen/annuleren': { by: ['who is asked a code'], answers: ['/inloggen'], ends: true },
  'POST /taal': { by: ['nobody', ...everybody], answers: ['Dit verzoek klopt niet'] },
  'POST /uitloggen': { by: everybody, answers: ['/inloggen'], ends: true },
  'POST /wachtwoord-wijzigen': { by: everybody, answers: ['Wachtwoord wijzigen'] },
  'POST /wachtwoord-vergeten': { by: ['nobody'], answers: ['Wachtwoord vergeten', '/inloggen'] },
  'POST /wachtwoord-vergeten/:token': {
    by: ['nobody'],
    answers: ['Kies een nieuw wachtwoord'],
    place: 'reset',
    isRight: canBePassword,
  },
  'POST /e-mailadres-wijzigen': { by: everybody, answers: ['E-mailadres wijzigen'] },
  // Buttons that ask for nothing but their link, which is dead here.
  'POST /e-mailadres-bevestigen/:token': { by: everybody, answers: [deadLink], place: 'dead' },
  'POST /was-jij-dit-niet/:token': { by: ['nobody'], answers: [deadLink], place: 'dead' },
  'POST /wachtwoord-kiezen/:token': {
    by: ['nobody'],
    answers: ['Kies een wachtwoord'],
    place: 'link',
    isRight: canBePassword,
  },
  'POST /wachtwoord-kiezen/:token/nieuwe-e-mail': { by: ['nobody'], answers: [deadLink], place: 'dead' },
  'POST /2-factor-authenticatie/wachtwoord': { by: everybody, answers: ['Vul je wachtwoord in'] },
  'POST /2-factor-authenticatie/instellen': {
    by: ['an employee', 'an officer'],
    answers: ['2 FACTOR AUTHENTICATIE INSTELLEN'],
  },
  'POST /2-factor-authenticatie/uitschakelen': {
    by: withTwoFactor,
    answers: ['2 FACTOR AUTHENTICATIE UITSCHAKELEN'],
  },
  'POST /2-factor-authenticatie/nieuwe-telefoon': { by: withTwoFactor, answers: ['Nieuwe telefoon'] },
  'POST /2-factor-authenticatie/herstelcodes': { by: withTwoFactor, answers: ['/'] },
  'POST /2-factor-authenticatie/nieuwe-herstelcodes': { by: withTwoFactor, answers: ['Nieuwe herstelcodes'] },
  'POST /beveiliging/uitloggen': { by: withTwoFactor, answers: ['/beveiliging'] },
  'POST /werkgever/beleid': {
    by: officer,
    answers: ['Beleid'],
    // Days after leaving, or months of the log.
    isRight: (escaped) => /^\d{1,3}$/.test(unescape(escaped).trim()),
  },
  'POST /werkgever/hr-medewerkers/uitnodigen': { by: officer, answers: ['Collega uitnodigen'] },
  // Nobody changes themselves.
  ...Object.fromEntries(
    [
      'beheerder-maken',
      'medewerker-maken',
      'deblokkeren',
      'uitnodiging-versturen',
      'verwijderen',
      'blokkeren',
    ].map((action): [string, Form] => [
      `POST /werkgever/hr-medewerkers/:id/${action}`,
      {
        by: officer,
        answers: ['/werkgever/hr-medewerkers/', 'HR-medewerker blokkeren'],
        place: 'officer',
      },
    ]),
  ),
  'POST /werkgever/importeren': { by: officer, answers: ['Werknemers importeren'] },
  'POST /werkgever/importeren/:id': {
    by: officer,
    answers: ['/werkgever/importeren/'],
    place: 'import',
  },
  'POST /werkgever/werknemers/:id/uit-dienst': {
    by: officer,
    answers: [employeePage, 'Uit dienst'],
    place: 'active',
  },
  'POST /werkgever/werknemers': { by: officer, answers: ['Werknemers'] },
  'POST /werkgever/tegelijk/:id': { by: officer, answers: ['/werkgever/tegelijk/'], place: 'batch' },
  // Nothing waits here.
  'POST /werkgever/vier-ogen/:id/bevestigen': {
    by: officer,
    answers: ['/werkgever/vier-ogen'],
    place: 'decided',
  },
  'POST /werkgever/vier-ogen/:id/weigeren': {
    by: officer,
    answers: ['/werkgever/vier-ogen'],
    place: 'decided',
  },
  // Each for somebody in whose state its button is not there.
  'POST /werkgever/werknemers/:id/toegang-verstrekken': {
    by: officer,
    answers: [employeePage],
    place: 'active',
  },
  'POST /werkgever/werknemers/:id/uitnodiging-versturen': {
    by: officer,
    answers: [employeePage],
    place: 'newcomer',
  },
  'POST /werkgever/werknemers/:id/gegevens': {
    by: officer,
    answers: ['Gegevens wijzigen'],
    place: 'active',
  },
  'POST /werkgever/werknemers/:id/blokkeren': { by: officer, answers: [employeePage], place: 'newcomer' },
  'POST /werkgever/werknemers/:id/toegang-intrekken': {
    by: officer,
    answers: [employeePage],
    place: 'newcomer',
  },
  'POST /werkgever/werknemers/:id/deblokkeren': { by: officer, answers: [employeePage], place: 'active' },
  'POST /werkgever/werknemers/:id/opnieuw-uitnodigen': {
    by: officer,
    answers: [employeePage],
    place: 'active',
  },
  'POST /werkgever/werknemers/:id/gebruikersnaam-versturen': {
    by: officer,
    answers: [employeePage],
    place: 'newcomer',
  },
  'POST /werkgever/werknemers/:id/tweestapsverificatie': {
    by: officer,
    answers: ['Tweestapsverificatie op Nee zetten'],
    place: 'active',
    isRight: (escaped) => unescape(escaped) === 'ja',
  },
};

/** Whether an answer comes from the form's own action, and not from a guard in front of it. */
export const isOwn = ({ answers }: Form, { status, location = '', html }: Answer): boolean =>
  status === 303
    ? answers.includes(location.replace(/[0-9a-f]{24}$/, ''))
    : [400, 409, 410].includes(status) && answers.some((title) => html.includes(`<h1>${title}</h1>`));
