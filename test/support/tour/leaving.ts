import { clock } from '../../../src/dates.js';
import { Types } from 'mongoose';
import { Employees } from '../../../src/models/account.js';
import type { Portal } from '../app.js';
import { anEmployee, anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, signOut, type Story } from './story.js';

const asTyped = (at: Date) => clock(at).slice(0, 10).split('-').reverse().join('-');

async function* leaving(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  const employee = await anEmployee(portal, employer);
  const page = `/werkgever/werknemers/${employee.id.toString()}`;
  await signIn(screen, officer);
  const save = async (day: string) => {
    await screen.open(`${page}/uit-dienst`);
    await screen.press('Opslaan', { 'Uit dienst vanaf': day });
  };
  await screen.open(page);
  await screen.follow('Uit dienst');
  yield 'leaving';
  await save('31-2-2027');
  yield 'leaving-wrong';
  await save(asTyped(portal.now()));
  yield 'access-leaves';
  await save(asTyped(portal.now()));
  yield 'access-leaves-same';
  await screen.open(`${page}/uit-dienst`);
  yield 'leaving-set';
  await signOut(screen);
  await signIn(screen, employee);
  await screen.open('/beveiliging');
  yield 'security-leaving';
  await signOut(screen);
  await signIn(screen, officer);
  await save('1-1-2026');
  yield 'access-leaves-at-once';
  await screen.open(`${page}/uit-dienst`);
  await screen.press('Datum terugnemen');
  yield 'access-stays';
  await screen.open(`${page}/uit-dienst`);
  const colleague = {
    id: new Types.ObjectId(),
    on: '2030-01-01',
    until: new Date('2030-02-01'),
    next: 'end',
  };
  await Employees.updateOne({ _id: employee.id }, { leaving: colleague });
  await screen.press('Opslaan', { 'Uit dienst vanaf': asTyped(portal.now()) });
  yield 'access-left-meanwhile';
  await portal.pass({ seconds: 61 });
  await screen.open(page);
  yield 'access-leaves-later';
  await screen.open('/werkgever/werknemers');
}

async function* policy(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  await signIn(screen, await anOfficer(portal, employer));
  for (const days of ['366', '0', '1', '3']) {
    await screen.open('/werkgever/beleid');
    await screen.press('Bekijk wie dit merkt', { 'Dagen dat iemand daarna nog kan inloggen': days });
    yield `policy-days-${days}`;
  }
  await screen.press('Opslaan');
  await screen.open('/werkgever/logboek');
  yield 'log-policy-days';
  const { id } = await anEmployee(portal, employer);
  for (const days of [0, 1]) {
    await screen.open(
      `/werkgever/beleid/gevolgen?tweestaps-werknemers=eigen-keuze&tweestaps-hr=eigen-keuze&dagen-na-uit-dienst=${days}`,
    );
    await screen.press('Opslaan');
    await screen.open(`/werkgever/werknemers/${id.toString()}/uit-dienst`);
    yield `leaving-days-${days}`;
  }
}

export const leavingStories: Story[] = [
  { name: 'an officer noting that an employee leaves', walk: leaving },
  { name: 'an officer deciding how long who left has access', walk: policy },
];
