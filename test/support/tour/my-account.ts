import { Types } from 'mongoose';
import { administrator } from '../../../src/changes/change.js';
import type { Action, Actor } from '../../../src/models/change.js';
import { actionNames } from '../../../src/my-account/messages/nl.js';
import type { Portal } from '../app.js';
import { codeAt } from '../authenticator.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  aNewcomer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  setUpTwoFactor,
} from '../people.js';
import type { Screen } from '../screen.js';
import { growOld, signIn, signOut, type Story } from './story.js';

const newPassword = 'nog een zin die ik goed onthoud';

async function* security(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  await signIn(screen, employee);
  await screen.open('/beveiliging');
  yield 'security';
  for (let i = 0; i < 2; i++) await logIn(elsewhere(portal, employee));
  await screen.open('/beveiliging');
  yield 'security-logged-in-elsewhere';
  await screen.press(/^Uitloggen Onbekend apparaat/);
  yield 'security-one-logged-out';
  await screen.press('Overal anders uitloggen');
  yield 'security-logged-out-elsewhere';

  await screen.follow('Wachtwoord wijzigen');
  yield 'change-password';
  await screen.press('Wachtwoord opslaan');
  yield 'change-password-empty';
  await screen.press('Wachtwoord opslaan', {
    'Huidig wachtwoord': 'een verkeerde lange zin',
    'Nieuw wachtwoord': 'te kort',
  });
  yield 'change-password-wrong';
  await growOld(screen);
  await screen.press('Wachtwoord opslaan');
  yield 'change-password-stale';
  await screen.press('Wachtwoord opslaan', {
    'Huidig wachtwoord': password,
    'Nieuw wachtwoord': newPassword,
  });
  yield 'home-password-changed';
}

async function* changingWithTwoFactor(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
  await signIn(screen, employee);
  await screen.press('Inloggen', { Verificatiecode: codeAt(employee.secret, portal.now()) });
  await screen.open('/wachtwoord-wijzigen');
  yield 'change-password-with-code';
  await screen.press('Wachtwoord opslaan', {
    'Huidig wachtwoord': password,
    'Nieuw wachtwoord': newPassword,
  });
  yield 'change-password-with-code-empty';
}

/** Everything that can happen to somebody's access, and everybody who can do it. */
async function* log(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const employee = await anEmployee(portal, employer);
  const from = { address: '192.0.2.1', device: 'Firefox/Android' };
  const actors: Actor[] = [
    { kind: 'employee', id: employee.id, name: 'P. van Wekkers', from },
    { kind: 'employee', id: employee.id, name: 'P. van Wekkers' },
    { kind: 'officer', name: 'H. de Ruiter' },
    administrator,
  ];
  const happened: [Action, Actor | undefined][] = [
    ...(Object.keys(actionNames) as Action[]).map((action, i): [Action, Actor | undefined] => [
      action,
      actors[i % actors.length],
    ]),
    ['codes-locked', { kind: 'employee', id: employee.id, name: 'P. van Wekkers' }],
    ['password-forgotten', { kind: 'visitor', name: 'inlogpagina', from }],
  ];
  for (const [action, actor = administrator] of happened)
    await portal.deps.audit.enter({
      _id: new Types.ObjectId(),
      employer: new Types.ObjectId(employer),
      account: employee.id,
      action,
      at: portal.now(),
      actor,
    });
  await signIn(screen, employee);
  await screen.open('/beveiliging');
  yield 'security-long-log';
}

// For j.bakker of Wekkers B.V.
const faultyPasswords = {
  'too-short': 'te kort',
  'too-long': 'een zin '.repeat(20),
  common: 'wachtwoord1234567',
  repeated: 'abcabcabcabcabcabc',
  'like-username': 'j.bakker j.bakker 12',
  'like-email': 'j.bakker@mail.com1',
  'like-employer': 'wekkers b.v. 12345',
  'like-portal': 'werknemerloket1234',
};

async function* invited(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  const newcomer = await aNewcomer(portal, employer);
  await logIn(officer);
  await officer.browser.open(`/werkgever/werknemers/${newcomer.toString()}`);
  await officer.browser.press('Toegang verstrekken');
  const link = (await portal.letters()).at(-1)?.links[0] ?? '';
  const { pathname } = new URL(link);
  await screen.open(pathname);
  yield 'choose-password';
  const other = await anEmployee(portal, employer);
  await screen.press('Wachtwoord opslaan', { Gebruikersnaam: other.username, Wachtwoord: newPassword });
  yield 'choose-password-username-taken';
  await screen.press('Wachtwoord opslaan', { Gebruikersnaam: 'x', Wachtwoord: newPassword });
  yield 'choose-password-no-username';
  await screen.open(pathname);
  await screen.press('Wachtwoord opslaan');
  yield 'choose-password-empty';
  for (const [fault, Wachtwoord] of Object.entries(faultyPasswords)) {
    await screen.press('Wachtwoord opslaan', { Wachtwoord });
    yield `choose-password-${fault}`;
  }
  await signIn(screen, await anEmployee(portal, employer));
  await screen.open(pathname);
  yield 'choose-password-as-somebody-else';
  await screen.press('Wachtwoord opslaan', { Wachtwoord: newPassword });
  yield 'login-password-chosen';
  await screen.open(pathname);
  yield 'used-invitation';
  await screen.open('/wachtwoord-kiezen/verlopen');
  yield 'error-410-dead-link';
}

async function* invitedByBirthDate(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  const newcomer = await aNewcomer(portal, employer, { birthDate: '1980-01-31' });
  await logIn(officer);
  const path = `/werkgever/werknemers/${newcomer.toString()}`;
  await officer.browser.open(path);
  await officer.browser.press('Toegang verstrekken');
  const first = new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;
  await officer.browser.press('Uitnodiging opnieuw versturen');
  await screen.open(first);
  yield 'old-invitation';
  await screen.press('Nieuwe e-mail sturen');
  yield 'login-invitation-renewed';
  await portal.deps.relay.settled();
  await screen.open(new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname);
  yield 'choose-password-birth-date';
  const save = (Geboortedatum: string) =>
    screen.press('Wachtwoord opslaan', { Geboortedatum, Wachtwoord: newPassword });
  await save('31-02-1980');
  yield 'choose-password-no-birth-date';
  await save('1-1-1980');
  yield 'choose-password-other-birth-date';
  for (const day of ['2-1-1980', '3-1-1980', '4-1-1980', '5-1-1980']) await save(day);
  await signIn(screen, officer);
  await screen.open(path);
  yield 'access-invitation-locked';
}

async function* forgetting(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  await screen.open('/wachtwoord-vergeten');
  yield 'forgotten-password';
  await screen.press('E-mail sturen');
  yield 'forgotten-password-empty';
  await screen.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': employee.username });
  yield 'login-password-asked';
  const link = (await portal.letters()).at(-1)?.links[0] ?? '';
  await screen.open(new URL(link).pathname);
  yield 'reset-password';
  await screen.press('Wachtwoord opslaan');
  yield 'reset-password-empty';
  await signIn(screen, employee);
  await screen.open(new URL(link).pathname);
  yield 'reset-password-while-logged-in';
  await screen.press('Wachtwoord opslaan', { 'Nieuw wachtwoord': newPassword });
  yield 'login-password-reset';
  await screen.open('/wachtwoord-vergeten/verlopen');
  yield 'error-410-password-link';
}

async function* changingEmail(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
  await signIn(screen, employee);
  await screen.press('Inloggen', { Verificatiecode: codeAt(employee.secret, portal.now()) });
  await portal.pass({ minutes: 1 });
  await screen.open('/e-mailadres-wijzigen');
  yield 'change-email';
  await screen.press('E-mail sturen');
  yield 'change-email-empty';
  await screen.press('E-mail sturen', {
    'Nieuw e-mailadres': 'p.vanwekkers@mail.com',
    Wachtwoord: 'een verkeerde lange zin',
  });
  yield 'change-email-same';
  await screen.press('E-mail sturen', {
    'Nieuw e-mailadres': 'petra@elders.nl',
    Wachtwoord: password,
    Verificatiecode: codeAt(employee.secret, portal.now()),
  });
  yield 'security-email-asked';
  const letter = (await portal.letters()).find(({ to }) => to === 'petra@elders.nl');
  const { pathname } = new URL(letter?.links[0] ?? '');
  await signOut(screen);
  await signIn(screen, await anEmployee(portal, await anEmployer()));
  await screen.open(pathname);
  yield 'error-403-others-link';
  await signOut(screen);
  await screen.open(pathname);
  await signIn(screen, employee);
  await portal.pass({ minutes: 1 });
  await screen.press('Inloggen', { Verificatiecode: codeAt(employee.secret, portal.now()) });
  yield 'confirm-email';
  await screen.press('Bevestigen');
  yield 'email-confirmed';
  await screen.open('/e-mailadres-bevestigen/verlopen');
  yield 'error-410-email-link';
}

/** The page that the last letter leads who was it not. */
const notMe = async (portal: Portal) => new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname;

async function* closing(portal: Portal, screen: Screen) {
  const employer = await anEmployer('Wekkers B.V.', 'personeelszaken, 020 123 45 67');
  await anEmployeeWithTwoFactor(portal, employer);
  await screen.open(await notMe(portal));
  yield 'close-access-not-told';
  const officer = await anOfficer(portal, employer);
  await screen.open(await notMe(portal));
  yield 'close-access';
  await screen.press('Mijn toegang blokkeren');
  yield 'access-closed';
  await screen.open('/was-jij-dit-niet/verlopen');
  yield 'error-410-close-link';

  await anOfficer(portal, employer, { name: 'B. Bakker', email: 'b.bakker@mail.com' });
  await logIn(officer);
  await setUpTwoFactor(portal, officer);
  await screen.open(await notMe(portal));
  yield 'close-access-officer';
  await screen.press('Mijn toegang blokkeren');
  yield 'access-closed-officer';
}

export const myAccountStories: Story[] = [
  { name: 'looking after one’s own security', walk: security },
  { name: 'changing the password with two-factor', walk: changingWithTwoFactor },
  { name: 'reading what happened to one’s access', walk: log },
  { name: 'being invited', walk: invited },
  { name: 'somebody whose birth date is asked', walk: invitedByBirthDate },
  { name: 'forgetting the password', walk: forgetting },
  { name: 'changing the e-mail address', walk: changingEmail },
  { name: 'closing the own access', walk: closing },
];
