import { Types } from 'mongoose';
import { Officers } from '../../../src/models/account.js';
import { administrator } from '../../../src/changes/change.js';
import { optional } from '../../../src/models/policy.js';
import { setPolicy } from '../../../src/policy/set-policy.js';
import type { Portal } from '../app.js';
import { fill } from '../many.js';
import { anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

async function* managing(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anOfficer(portal, employer));
  const colleague = await anOfficer(portal, employer, { name: 'B. Bakker', role: 'medewerker' });
  await screen.openMenu();
  await screen.follow('HR-medewerkers');
  yield 'officers';
  await screen.follow('Collega uitnodigen');
  yield 'officer-invite';
  await screen.press('Uitnodigen');
  yield 'officer-invite-empty';
  await screen.press('Uitnodigen', { 'Naam van je collega': 'C. de Groot' });
  yield 'officer-invite-wrong';
  await screen.page.getByLabel('Beheerder', { exact: true }).check();
  await screen.press('Uitnodigen', { 'E-mailadres': 'hr@mail.com' });
  yield 'officer-invite-taken';
  await screen.page.getByLabel('Beheerder', { exact: true }).check();
  await screen.press('Uitnodigen', { 'E-mailadres': 'groot@mail.com' });
  yield 'officer-invited';
  await screen.press('Uitnodiging opnieuw versturen');
  await screen.follow('Naar alle HR-medewerkers');
  yield 'officers-of-each-kind';
  await screen.follow('H. de Ruiter (dit ben jij)');
  yield 'officer-yourself';
  await screen.open(`/werkgever/hr-medewerkers/${colleague.id.toString()}`);
  yield 'officer-medewerker';
  await screen.press('Beheerder maken');
  yield 'officer-other-role';
  await screen.press('Medewerker maken');
  yield 'officer-medewerker-again';
  await Officers.updateOne({ _id: colleague.id }, { role: 'beheerder' });
  await screen.press('Beheerder maken');
  yield 'officer-changed-meanwhile';
  await screen.follow('Blokkeren');
  yield 'officer-block';
  await screen.press('Blokkeren');
  yield 'officer-block-no-reason';
  await screen.press('Blokkeren', { Reden: 'met verlof' });
  yield 'officer-blocked';
  await screen.press('Deblokkeren');
  yield 'officer-unblocked';
  const since = portal.now();
  await Officers.updateOne({ _id: colleague.id }, { access: { state: 'blocked', before: 'closed', since } });
  await screen.open(`/werkgever/hr-medewerkers/${colleague.id.toString()}`);
  yield 'officer-closed';
  await screen.follow('Verwijderen');
  yield 'officer-remove';
  await screen.press('Verwijderen');
  yield 'officer-removed';
}

async function* makingPolicy(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anOfficer(portal, employer));
  await fill(new Types.ObjectId(employer), 420, portal.now());
  await screen.openMenu();
  await screen.follow('Beleid');
  yield 'policy';
  await screen.press('Bekijk wie dit merkt');
  yield 'policy-nothing-changes';
  await screen.follow('Terug');
  await screen.page.getByLabel('Verplicht voor werknemers', { exact: true }).check();
  await screen.press('Bekijk wie dit merkt', { 'Werknemers: verplicht vanaf': 'morgen' });
  yield 'policy-wrong';
  await screen.page.getByLabel('Verplicht voor HR-medewerkers', { exact: true }).check();
  const fields = {
    'Werknemers: verplicht vanaf': '1-12-2040',
    'HR-medewerkers: verplicht vanaf': '1-12-2040',
  };
  await screen.press('Bekijk wie dit merkt', fields);
  yield 'policy-effects';
  await screen.press('Opslaan');
  yield 'policy-saved';
  await screen.page.getByLabel('HR-medewerkers kiezen zelf', { exact: true }).check();
  await screen.press('Bekijk wie dit merkt');
  yield 'policy-effects-optional';
  await setPolicy(new Types.ObjectId(employer), { officer: optional }, administrator, portal.now());
  await screen.press('Opslaan');
  yield 'policy-was-so-already';
  for (const name of ['tweestaps-werknemers', 'tweestaps-hr']) {
    await screen.open('/werkgever/beleid');
    await unchecked(screen, name);
    await screen.press('Bekijk wie dit merkt');
    yield `policy-nothing-chosen-${name}`;
  }
}

/** As a form does that was made by hand: nothing is chosen. */
const unchecked = ({ page }: Screen, name: string) =>
  page.evaluate(`for (const one of document.getElementsByName('${name}')) one.checked = false`);

async function* makingPolicyForNobody(portal: Portal, screen: Screen) {
  await signIn(screen, await anOfficer(portal, await anEmployer()));
  await screen.open('/werkgever/beleid');
  await screen.page.getByLabel('Verplicht voor werknemers', { exact: true }).check();
  await screen.press('Bekijk wie dit merkt', { 'Werknemers: verplicht vanaf': '1-12-2040' });
  yield 'policy-effects-nobody';
}

async function* notManaging(portal: Portal, screen: Screen) {
  await signIn(screen, await anOfficer(portal, await anEmployer(), { role: 'medewerker' }));
  await screen.openMenu();
  yield 'home-medewerker-menu-open';
  await screen.open(`/werkgever/hr-medewerkers/${new Types.ObjectId().toString()}`);
  yield 'error-403-only-for-beheerder';
}

export const officerStories: Story[] = [
  { name: 'a beheerder managing colleagues', walk: managing },
  { name: 'a beheerder making policy', walk: makingPolicy },
  { name: 'a beheerder making policy that nobody notices', walk: makingPolicyForNobody },
  { name: 'a medewerker', walk: notManaging },
];
