import { Types } from 'mongoose';
import { Accounts, Employees } from '../../../src/models/account.js';
import { Batches, batchOutcomes, BatchRows } from '../../../src/models/batch.js';
import { invited } from '../../../src/models/invitation.js';
import type { Portal } from '../app.js';
import { fill } from '../many.js';
import { aNewcomer, anEmployee, anEmployer, anOfficer } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

const all = 'Alle werknemers van deze lijst, op alle pagina’s';

async function choose(screen: Screen, action: string, query = ''): Promise<void> {
  await screen.open(`/werkgever/werknemers${query}`);
  await screen.page.getByLabel(action, { exact: true }).check();
  await screen.page.getByLabel(all).check();
  await screen.press('Verder');
}

async function* forMany(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  await signIn(screen, officer);
  await screen.open('/werkgever/tegelijk');
  yield 'batches-none';
  await fill(new Types.ObjectId(employer), 160, portal.now());
  await screen.open('/werkgever/werknemers');
  await screen.press('Verder');
  yield 'batch-nothing-chosen';
  await screen.open('/werkgever/werknemers?zoek=a');
  await screen.page.getByLabel('Blokkeren', { exact: true }).check();
  await screen.press('Verder');
  yield 'batch-nobody-ticked';
  for (const action of [
    'Toegang verstrekken',
    'Uitnodiging opnieuw versturen',
    'Gebruikersnaam versturen',
    'Deblokkeren',
  ]) {
    await choose(screen, action);
    yield `batch-preview ${action}`;
  }
  await choose(screen, 'Deblokkeren', '?filter=actief');
  yield 'batch-for-nobody';
  await choose(screen, 'Blokkeren');
  yield 'batch-preview-block';
  await screen.press('Blokkeren');
  yield 'batch-no-reason';
  const id = new Types.ObjectId(screen.path.split('/').at(-1));
  const by = { kind: 'officer', id: officer.id, name: 'H. de Ruiter' };
  await Batches.updateOne({ _id: id }, { state: 'running', by });
  await BatchRows.updateMany({ batch: id, isLeft: true, line: { $lte: 40 } }, { isLeft: false });
  await screen.open(screen.path);
  yield 'batch-running';
  await screen.follow('Stop met verversen');
  yield 'batch-running-still';
  const path = screen.path.replace(/[?].*/, '');
  for (const [i, outcome] of batchOutcomes.entries())
    await BatchRows.updateOne({ batch: id, line: i + 1 }, { outcome });
  await BatchRows.updateMany({ batch: id }, { isLeft: false });
  await screen.open('/werkgever/tegelijk');
  yield 'batches-running';
  await Batches.updateOne({ _id: id }, { state: 'done' });
  await screen.open(path);
  yield 'batch-done';
  await screen.open('/werkgever/tegelijk');
  yield 'batches';
}

async function* tooMany(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  await signIn(screen, officer);
  for (const surname of ['Aalbers', 'Bakker']) await aNewcomer(portal, employer, { surname });
  const { batchRowsPerDay } = portal.deps.config.tries;
  await portal.deps.attempts.batchRows(officer.id, batchRowsPerDay - 1);
  await choose(screen, 'Toegang verstrekken');
  await screen.press('Toegang verstrekken');
  yield 'batch-too-many';
  await portal.deps.attempts.batchRows(officer.id, 1);
  await screen.press('Toegang verstrekken');
  yield 'batch-none-left';
}

async function* waiting(portal: Portal, screen: Screen) {
  const employer = await anEmployer();
  const officer = await anOfficer(portal, employer);
  const { id } = await anEmployee(portal, employer);
  const until = new Date(portal.now().getTime() + 60_000);
  await Accounts.updateOne(
    { _id: id },
    {
      unconfirmedEmail: {
        from: 'oud@mail.com',
        at: portal.now(),
        until,
        by: [{ kind: 'officer', id: officer.id, name: 'H. de Ruiter' }],
      },
    },
  );
  await Employees.updateOne({ _id: id }, { access: invited(portal.now()) });
  await signIn(screen, officer);
  await choose(screen, 'Uitnodiging opnieuw versturen');
  yield 'batch-waits';
}

export const batchStories: Story[] = [
  { name: 'an officer doing something for many', walk: forMany },
  { name: 'an officer doing something for too many', walk: tooMany },
  { name: 'an officer doing something for who waits for a colleague', walk: waiting },
];
