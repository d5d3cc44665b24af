import { Types } from 'mongoose';
import { Accounts } from '../../../src/models/account.js';
import { administrator, change } from '../../../src/changes/change.js';
import { logActions } from '../../../src/employer/messages/nl.js';
import type { Action, Actor } from '../../../src/models/change.js';
import { invited } from '../../../src/models/invitation.js';
import { OutgoingMails } from '../../../src/models/outgoing-mail.js';
import type { Portal } from '../app.js';
import { Browser } from '../browser.js';
import { fill } from '../many.js';
import {
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  aNewcomer,
  anOfficer,
  type Person,
} from '../people.js';
import type { Screen } from '../screen.js';
import { growOld, signIn, signOut, type Story } from './story.js';

const identified = 'Ik heb vastgesteld wie dit is';
const why = { Reden: 'telefoon gestolen' };

async function* access(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anOfficer(portal, employer));
  yield 'home-officer';
  await screen.openMenu();
  yield 'home-officer-menu-open';
  await screen.follow('Werknemers');
  yield 'employees-none';

  await anEmployee(portal, employer, { number: '338' });
  await anEmployeeWithTwoFactor(portal, employer);
  const newcomer = await aNewcomer(portal, employer);
  await aNewcomer(portal, employer, {
    initials: 'Th.E.',
    surname: 'Verhoeven-Westerhuis van Oosterhout tot Nieuwenhuizen',
  });
  await screen.open('/werkgever/werknemers');
  yield 'employees';

  await screen.follow('Bakker, J.');
  yield 'access-none';
  await screen.press('Toegang verstrekken');
  yield 'access-invited';
  await screen.press('Uitnodiging opnieuw versturen');
  yield 'access-invitation-sent-again';
  await screen.follow('Blokkeren');
  yield 'block';
  await screen.press('Blokkeren');
  yield 'block-no-reason';
  await screen.press('Blokkeren', why);
  yield 'access-invited-blocked';
  await screen.press('Deblokkeren');
  yield 'access-unblocked';
  await screen.press('Gebruikersnaam versturen');
  yield 'access-username-sent';
  await screen.follow('Toegang intrekken');
  yield 'revoke';
  await screen.press('Toegang intrekken', why);
  yield 'access-revoked';
  await screen.press('Toegang verstrekken');
  const since = new Date(portal.now().getTime() - 5 * 24 * 60 * 60_000);
  await Accounts.updateOne({ _id: newcomer }, { access: invited(since) });
  await screen.open(`/werkgever/werknemers/${newcomer.toString()}`);
  yield 'access-invitation-expired';
}

async function* correcting(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const employee = await anEmployee(portal, employer);
  await signIn(screen, await anOfficer(portal, employer));
  const path = `/werkgever/werknemers/${employee.id.toString()}`;
  await screen.open(path);
  await screen.follow('Gegevens wijzigen');
  yield 'details';
  const wrong = { Voorletters: '', Achternaam: '', 'E-mailadres': 'x', Geboortedatum: '31-02-1980' };
  await screen.press('Opslaan', { ...wrong, Voorvoegsel: 'x'.repeat(101) });
  yield 'details-wrong';
  await screen.open(`${path}/gegevens`);
  await Accounts.updateOne({ _id: employee.id }, { $inc: { version: 1 } });
  await screen.press('Opslaan');
  yield 'details-changed-meanwhile';
  await screen.press('Opslaan');
  yield 'access-details-same';
  await screen.follow('Gegevens wijzigen');
  await screen.press('Opslaan', { Voorvoegsel: 'van der', Geboortedatum: '31-1-1980' });
  yield 'access-details-changed';
  await screen.follow('Gegevens wijzigen');
  await screen.press('Opslaan', { 'E-mailadres': 'nieuw@mail.com' });
  yield 'access-email-corrected';
  await Accounts.updateOne({ _id: employee.id }, { access: invited(portal.now()) });
  await screen.follow('Gegevens wijzigen');
  await screen.press('Opslaan', { 'E-mailadres': 'nieuwer@mail.com' });
  yield 'access-email-corrected-of-invited';
}

async function* finding(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await anEmployee(portal, employer);
  await signIn(screen, await anOfficer(portal, employer));
  await screen.open('/werkgever/werknemers?filter=geblokkeerd');
  yield 'employees-filter-nobody';
  await fill(new Types.ObjectId(employer), 420, portal.now());
  await portal.pass({ seconds: 10 });
  await screen.open('/werkgever/werknemers');
  await screen.follow('Personeelsnummer');
  await screen.follow('Volgende');
  yield 'employees-second-page';
  await screen.open('/werkgever/werknemers?filter=verlopen');
  yield 'employees-filter-by-date';
  const search = (typed: string) => screen.press('Zoeken', { 'Zoek een werknemer': typed });
  await search('338');
  yield 'employees-search-exact';
  await search('yil');
  yield 'employees-search-more';
  await search('niemand');
  yield 'employees-search-nobody';
}

async function* helping(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const employee = await anEmployeeWithTwoFactor(portal, employer);
  const path = `/werkgever/werknemers/${employee.id.toString()}`;
  await signIn(screen, await anOfficer(portal, employer));
  await screen.open(path);
  yield 'access-two-factor-on';
  await screen.follow('Blokkeren');
  await screen.press('Blokkeren', why);
  yield 'access-blocked';
  await Accounts.updateOne({ _id: employee.id }, { access: { state: 'active', since: portal.now() } });
  await screen.press('Deblokkeren');
  yield 'access-changed-meanwhile';
  await growOld(screen);
  await screen.press('Gebruikersnaam versturen');
  yield 'error-403-page-too-old';

  await screen.open(path);
  await screen.follow('Op Nee zetten');
  yield 'reset';
  await screen.press('Op Nee zetten');
  yield 'reset-not-identified';
  await screen.page.getByLabel(identified).check();
  await screen.press('Op Nee zetten', why);
  yield 'access-two-factor-reset';
}

async function* awaitingLetters(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const id = await aNewcomer(portal, employer);
  await signIn(screen, await anOfficer(portal, employer));
  await screen.open(`/werkgever/werknemers/${id.toString()}`);
  await screen.press('Toegang verstrekken');
  await screen.follow('Blokkeren');
  await screen.press('Blokkeren', why);
  await screen.press('Deblokkeren');
  await portal.deps.relay.settled();
  const of = (action: Action) => ({ account: id, 'change.action': action });
  for (const action of ['access-granted', 'access-blocked'] as const)
    await OutgoingMails.updateOne(of(action), { state: 'failed' });
  const since = new Date(portal.now().getTime() - 60 * 60_000);
  await OutgoingMails.updateOne(of('access-unblocked'), { state: 'waiting', since });
  await screen.open(`/werkgever/werknemers/${id.toString()}`);
  yield 'access-letters-undelivered';
}

async function* lettingInAgain(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  const employee = await anEmployeeWithTwoFactor(portal, employer);
  const browser = new Browser(portal.app);
  await browser.open(new URL((await portal.letters()).at(-1)?.links[0] ?? '').pathname);
  await browser.press('Mijn toegang blokkeren');
  await signIn(screen, officer);
  await screen.open(`/werkgever/werknemers/${employee.id.toString()}`);
  yield 'access-closed-by-employee';
  await screen.follow('Deblokkeren');
  yield 'invite-again';
  await screen.press('Opnieuw uitnodigen');
  yield 'invite-again-not-identified';
  await screen.page.getByLabel(identified).check();
  await screen.press('Opnieuw uitnodigen');
  yield 'access-invited-again';
}

async function* readingTheLog(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  const employee = await anEmployee(portal, employer, { number: '338' });
  const by: Actor[] = [
    { kind: 'officer', id: officer.id, name: 'H. de Ruiter' },
    { kind: 'employee', id: employee.id, name: 'P. van Wekkers' },
    { kind: 'visitor', name: 'inlogpagina' },
    administrator,
  ];
  for (let turn = 0; turn < 5; turn++)
    for (const [i, action] of (Object.keys(logActions) as Action[]).entries())
      await portal.deps.audit.enter({
        ...change(action, by[i % by.length] ?? administrator, portal.now(), { reason: 'telefoon kwijt' }),
        employer: new Types.ObjectId(employer),
        account: employee.id,
      });
  await signIn(screen, officer);
  await screen.openMenu();
  await screen.follow('Logboek');
  await screen.follow('Oudere');
  yield 'log-older';
  await screen.open('/werkgever/logboek?werknemer=338&actie=two-factor-reset');
  yield 'log-searched';
  await screen.open('/werkgever/logboek?tot=2020-01-01');
  yield 'log-nothing';
  await screen.open('/werkgever/logboek?werknemer=x&van=gisteren');
  yield 'log-wrong';
  await screen.open(`/werkgever/logboek?werknemer=338&over=${officer.id.toString()}`);
  yield 'log-about-two';
}

async function* waitingForAColleague(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const first = await anOfficer(portal, employer, { name: 'A. Eerste' });
  const second = await anOfficer(portal, employer, { name: 'B. Tweede' });
  const employee = await anEmployeeWithTwoFactor(portal, employer);
  const path = `/werkgever/werknemers/${employee.id.toString()}`;
  await signIn(screen, first);
  await screen.open('/werkgever/vier-ogen');
  yield 'four-eyes-nothing';
  const ask = async (page: string, button: string) => {
    await screen.open(`${path}/${page}`);
    if (page === 'tweestapsverificatie') await screen.page.getByLabel(identified).check();
    await screen.press(button, why);
  };
  const askReset = () => ask('tweestapsverificatie', 'Op Nee zetten');
  const become = async (officer: Person) => {
    await signOut(screen);
    await signIn(screen, officer);
  };
  await screen.open(`${path}/gegevens`);
  await screen.press('Opslaan', { 'E-mailadres': 'nieuw@mail.com' });
  await askReset();
  yield 'four-eyes-asked';
  await askReset();
  yield 'four-eyes-asked-already';
  await screen.open('/werkgever/vier-ogen');
  yield 'four-eyes-own';
  await become(second);
  yield 'home-officer-one-waits';
  await screen.open('/werkgever/vier-ogen');
  yield 'four-eyes-waiting';
  await screen.press('Weigeren');
  yield 'four-eyes-refused';

  await become(first);
  await askReset();
  await ask('toegang-intrekken', 'Toegang intrekken');
  await become(second);
  yield 'home-officer-two-wait';
  await screen.open('/werkgever/vier-ogen');
  yield 'four-eyes-two-wait';
  await Accounts.updateOne({ _id: employee.id }, { $unset: { 'waiting.revoke': 1 } });
  await screen.open('/werkgever/vier-ogen');
  await Accounts.updateOne({ _id: employee.id }, { $inc: { version: 1 } });
  await screen.press('Bevestigen');
  yield 'four-eyes-gone';
  await Accounts.updateOne({ _id: employee.id }, { $inc: { version: -1 } });
  await screen.open('/werkgever/vier-ogen');
  await screen.press('Bevestigen');
  yield 'four-eyes-confirmed';

  await Accounts.updateOne(
    { _id: first.id },
    { access: { state: 'blocked', since: portal.now(), before: 'active' } },
  );
  await ask('toegang-intrekken', 'Toegang intrekken');
  yield 'four-eyes-asked-alone';
  await ask('toegang-intrekken', 'Toegang intrekken');
  yield 'four-eyes-asked-already-alone';
  const stranger = new Browser(portal.app);
  await stranger.open('/wachtwoord-vergeten');
  await stranger.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': employee.username });
  await portal.deps.relay.settled();
  await screen.open('/werkgever/vier-ogen');
  yield 'four-eyes-alone';
  // By now no page says any more what was just asked.
  await portal.pass({ minutes: 1 });
  await screen.open(path);
  yield 'access-waits';
}

export const employerStories: Story[] = [
  { name: 'an officer asking what a colleague decides', walk: waitingForAColleague },
  { name: 'an officer reading the log', walk: readingTheLog },
  { name: 'an officer correcting what is on record', walk: correcting },
  { name: 'an officer finding employees', walk: finding },
  { name: 'an officer giving access', walk: access },
  { name: 'an officer helping who lost their phone', walk: helping },
  { name: 'an officer whose letters do not arrive', walk: awaitingLetters },
  { name: 'an officer letting in who closed their own access', walk: lettingInAgain },
];
