import mongoose from 'mongoose';
import { Employers } from '../../../src/models/employer.js';
import type { Portal } from '../app.js';
import { anEmployee, anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

async function* stranger(_: Portal, screen: Screen) {
  await screen.open('/bestaat-niet');
  yield 'error-404-unknown-address';
  await screen.open('/wachtwoord-kiezen/%ff');
  yield 'error-400-bad-request';
  await screen.open('/inloggen');
  await screen.press('Inloggen', { Gebruikersnaam: 'a'.repeat(25_000), Wachtwoord: 'b' });
  yield 'error-413-too-much-text';
}

async function* employee(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anEmployee(portal, employer));
  await screen.open('/werkgever/werknemers');
  yield 'error-403-not-for-employees';
  await Employers.deleteOne({ _id: employer });
  await screen.open('/');
  yield 'error-500-surprise';
}

async function* eagerOfficer(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const { id } = await anEmployee(portal, employer);
  const officer = await anOfficer(portal, employer);
  await signIn(screen, officer);
  for (let i = 0; i < portal.deps.config.tries.officerActionsPerHour; i++)
    await portal.deps.attempts.officerAction(officer.id);
  await screen.open(`/werkgever/werknemers/${id.toString()}`);
  await screen.press('Gebruikersnaam versturen');
  yield 'error-429-too-many-actions';
}

// The last story: nobody gets any further without a database.
async function* withoutDatabase(_: Portal, screen: Screen) {
  await mongoose.disconnect();
  await screen.open('/inloggen');
  yield 'error-503-no-database';
}

export const errorStories: Story[] = [
  { name: 'a stranger asking for what is not there', walk: stranger },
  { name: 'an employee asking for what is not theirs', walk: employee },
  { name: 'an officer who changes more than one may', walk: eagerOfficer },
  { name: 'a visitor while the database is away', walk: withoutDatabase },
];
