import { Types } from 'mongoose';
import { administrator } from '../../../src/changes/change.js';
import { optional, required } from '../../../src/models/policy.js';
import { setPolicy } from '../../../src/policy/set-policy.js';
import type { Portal } from '../app.js';
import { codeAt } from '../authenticator.js';
import { anEmployee, anEmployer, anOfficer, password } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

async function* requiredNow(portal: Portal, screen: Screen) {
  const employer = await anEmployer('Wekkers B.V.', undefined, { employee: required });
  const employee = await anEmployee(portal, employer);
  await signIn(screen, employee);
  yield 'setup-required';
  await screen.openMenu();
  yield 'setup-required-menu-open';
  await portal.pass({ minutes: 6 });
  await screen.open('/2-factor-authenticatie');
  yield 'password-again-required';
  await screen.press('Verder', { Wachtwoord: password });
  const secret = await screen.page.locator('.key').innerText();
  await screen.press('Toepassen', { Verificatiecode: codeAt(secret, portal.now()) });
  await screen.open('/2-factor-authenticatie');
  yield 'required';

  await screen.page.context().clearCookies();
  await signIn(screen, await anOfficer(portal, employer));
  await screen.open(`/werkgever/werknemers/${employee.id.toString()}/tweestapsverificatie`);
  yield 'reset-where-required';
}

async function* requiredSoon(portal: Portal, screen: Screen) {
  const from = new Date(portal.now().getTime() + 14 * 24 * 60 * 60_000);
  const employer = await anEmployer('Wekkers B.V.', undefined, { employee: { state: 'required', from } });
  await signIn(screen, await anEmployee(portal, employer));
  yield 'home-required-soon';
}

async function* noLongerRequired(portal: Portal, screen: Screen) {
  const employer = await anEmployer('Wekkers B.V.', undefined, { employee: required });
  const typed = 'negen fietsen';
  const employee = await anEmployee(portal, employer, { typed });
  await setPolicy(new Types.ObjectId(employer), { employee: optional }, administrator, portal.now());
  await signIn(screen, employee, typed);
  yield 'change-password-required';
}

async function* keptLog(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anOfficer(portal, employer));
  for (const months of ['11', '36']) {
    await screen.open('/werkgever/beleid');
    await screen.press('Bekijk wie dit merkt', { 'Maanden dat het logboek wordt bewaard': months });
    yield `policy-log-${months}`;
  }
  await screen.press('Opslaan');
  await screen.open('/werkgever/logboek');
  yield 'log-kept-longer';
}

async function* dayWithoutDuty(portal: Portal, screen: Screen) {
  await signIn(screen, await anOfficer(portal, await anEmployer()));
  await screen.open('/werkgever/beleid');
  await screen.press('Bekijk wie dit merkt', { 'Werknemers: verplicht vanaf': '1-1-2031' });
  yield 'policy-day-but-free';
}

export const policyStories: Story[] = [
  { name: 'having to set up two-factor', walk: requiredNow },
  { name: 'having to set up two-factor soon', walk: requiredSoon },
  { name: 'having to choose a longer password', walk: noLongerRequired },
  { name: 'an officer filling in a day alone', walk: dayWithoutDuty },
  { name: 'an officer deciding for how long the log is kept', walk: keptLog },
];
