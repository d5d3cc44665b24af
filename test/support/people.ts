import { randomInt } from 'node:crypto';
import type { Types } from 'mongoose';
import { administrator } from '../../src/changes/change.js';
import { addEmployee, addEmployer, addOfficer } from '../../src/employer/add-people.js';
import { Accounts, type Account } from '../../src/models/account.js';
import { optional, type Policy } from '../../src/models/policy.js';
import type { Role } from '../../src/models/role.js';
import type { Portal } from './app.js';
import { codeAt } from './authenticator.js';
import { Browser } from './browser.js';

export const password = 'een zin die ik goed onthoud';

/** Somebody at a browser, with a phone. */
export interface Person {
  id: Types.ObjectId;
  username: string;
  browser: Browser;
  /** What stands in the app on their phone. */
  secret: string;
}

const person = (portal: Portal, id: Types.ObjectId, username: string): Person => ({
  id,
  username,
  browser: new Browser(portal.app),
  secret: '',
});

const some = () => String(randomInt(1e9));

export const anEmployer = async (
  name = 'Wekkers B.V.',
  contact?: string,
  policy: Partial<Policy> = {},
): Promise<string> =>
  (await addEmployer({ name, contact }, { employee: optional, officer: optional, ...policy })).toString();

export async function anEmployee(
  portal: Portal,
  employer: string,
  { typed = password, ...given }: { number?: string; surname?: string; email?: string; typed?: string } = {},
): Promise<Person> {
  const username = `werknemer${some()}`;
  const id = await addEmployee(
    {
      employer,
      number: some(),
      initials: 'P',
      prefix: 'van',
      surname: 'Wekkers',
      email: 'p.vanwekkers@mail.com',
      login: { username, password: typed },
      ...given,
    },
    administrator,
    portal.now(),
    portal.deps.passwords,
  );
  return person(portal, id, username);
}

/** An employee whom nobody has given access yet. */
export const aNewcomer = (
  portal: Portal,
  employer: string,
  given: { initials?: string; surname?: string; birthDate?: string } = {},
) =>
  addEmployee(
    { employer, number: some(), initials: 'J.', surname: 'Bakker', email: 'j.bakker@mail.com', ...given },
    administrator,
    portal.now(),
    portal.deps.passwords,
  );

export async function anOfficer(
  portal: Portal,
  employer: string,
  given: { name?: string; role?: Role; email?: string } = {},
): Promise<Person> {
  const username = `hr${some()}`;
  const login = { username, password };
  const id = await addOfficer(
    { employer, name: 'H. de Ruiter', email: 'hr@mail.com', login, ...given },
    administrator,
    portal.now(),
    portal.deps.passwords,
  );
  return person(portal, id, username);
}

/** Fills in username and password, and presses Inloggen. */
export async function logIn({ browser, username }: Person, typed = password) {
  await browser.open('/inloggen');
  return browser.press('Inloggen', { Gebruikersnaam: username, Wachtwoord: typed });
}

/** Goes through the three steps, after logging in, and waits until its letter is out. The code of this moment is spent. */
export async function setUpTwoFactor(portal: Portal, who: Person) {
  const page = await who.browser.open('/2-factor-authenticatie');
  who.secret = page.$('.key').text();
  const on = await who.browser.press('Toepassen', { Verificatiecode: codeAt(who.secret, portal.now()) });
  await portal.deps.relay.settled();
  return on;
}

/** Logs in for the first time, sets two-factor up, and waits until the phone shows a new code. */
export async function anEmployeeWithTwoFactor(portal: Portal, employer: string): Promise<Person> {
  const who = await anEmployee(portal, employer);
  await logIn(who);
  await setUpTwoFactor(portal, who);
  await portal.pass({ minutes: 1 });
  return who;
}

/** Somebody's second browser. */
export const elsewhere = (portal: Portal, who: Person): Person => ({
  ...who,
  browser: new Browser(portal.app),
});

/** What the database has of somebody. */
export const record = (who: { id: Types.ObjectId }): Promise<Account> =>
  Accounts.findById(who.id).orFail().lean<Account>();
