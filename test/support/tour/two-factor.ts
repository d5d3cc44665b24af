import { Employees } from '../../../src/models/account.js';
import type { Portal } from '../app.js';
import { codeAt, wrongCodeAt } from '../authenticator.js';
import { anEmployee, anEmployeeWithTwoFactor, anEmployer, password, type Person } from '../people.js';
import type { Screen } from '../screen.js';
import { signIn, type Story } from './story.js';

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

const apply = (screen: Screen, Verificatiecode: string) => screen.press('Toepassen', { Verificatiecode });

async function* settingUp(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  const key = () => screen.page.locator('.key').innerText();
  await signIn(screen, employee);
  yield 'home-first-login';
  await screen.openMenu();
  yield 'home-menu-open';
  await screen.follow('2 factor authenticatie');
  yield 'setup';
  await screen.follow('Klik hier');
  yield 'explanation';
  await screen.open('/2-factor-authenticatie');
  await apply(screen, '');
  yield 'setup-empty';
  await apply(screen, wrongCodeAt(await key(), portal.now()));
  yield 'setup-wrong';
  const slow = async () => codeAt(await key(), later(portal.now(), -4));
  await apply(screen, await slow());
  yield 'setup-old-code';
  await apply(screen, await slow());
  yield 'setup-clock-is-off';

  const secret = await key();
  await portal.pass({ minutes: 6 });
  await apply(screen, '12');
  yield 'setup-key-hidden';
  await screen.open('/2-factor-authenticatie');
  yield 'password-again';
  await screen.press('Verder', { Wachtwoord: '' });
  yield 'password-again-empty';
  await screen.press('Verder', { Wachtwoord: 'een verkeerde lange zin' });
  yield 'password-again-wrong';
  await screen.press('Verder', { Wachtwoord: password });
  if ((await key()) === secret) throw new Error('the key that was hidden is shown again');
  await apply(screen, codeAt(await key(), portal.now()));
  yield 'recovery-codes';
  await screen.follow('Verder');
  yield 'home-codes-to-see';
  await screen.follow('Herstelcodes bekijken');
  await screen.press('Ik heb deze codes bewaard');
  yield 'home-codes-kept';
}

async function* tooManyAtSetUp(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  await signIn(screen, employee);
  await screen.open('/2-factor-authenticatie');
  const secret = await screen.page.locator('.key').innerText();
  for (let i = 0; i < 11; i++) await apply(screen, wrongCodeAt(secret, portal.now()));
  yield 'setup-locked';
}

async function enterAs(portal: Portal, screen: Screen, who: Person) {
  await signIn(screen, who);
  await screen.press('Inloggen', { Verificatiecode: codeAt(who.secret, portal.now()) });
  await portal.pass({ minutes: 1 });
}

async function* havingIt(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
  const wrong = () => wrongCodeAt(employee.secret, portal.now());
  const code = () => codeAt(employee.secret, portal.now());
  await enterAs(portal, screen, employee);
  yield 'home-codes-not-kept';
  await screen.follow('Nieuwe herstelcodes maken');
  yield 'renew';
  await screen.press('Nieuwe herstelcodes maken', { Verificatiecode: '' });
  yield 'renew-empty';
  await screen.press('Nieuwe herstelcodes maken', { Verificatiecode: code() });
  yield 'recovery-codes-renewed';
  await screen.press('Ik heb deze codes bewaard');
  await Employees.updateOne({ _id: employee.id }, { 'recovery.hashes': ['1', '2'] });
  await screen.open('/');
  yield 'home-few-codes';

  await screen.open('/2-factor-authenticatie');
  yield 'switch-off';
  await apply(screen, wrong());
  yield 'switch-off-wrong';
  await screen.unfold('Gebruik een herstelcode');
  await screen.press('Toepassen', { Herstelcode: 'ABCD EFGH JKMN PQRS' });
  yield 'switch-off-recovery-wrong';
  await portal.pass({ minutes: 1 });
  await screen.page.getByLabel('Herstelcode').clear();
  await apply(screen, code());
  yield 'home-switched-off';
}

async function* inTwoTabs(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  await signIn(screen, employee);
  await screen.open('/2-factor-authenticatie');
  const on = { state: 'on', secret: 'of the other tab', since: portal.now(), lastStep: 0 };
  await Employees.updateOne({ _id: employee.id }, { twoFactor: on });
  await apply(screen, '');
  yield 'home-switched-on-meanwhile';
  await screen.open('/2-factor-authenticatie');
  await Employees.updateOne({ _id: employee.id }, { twoFactor: { state: 'off' } });
  await apply(screen, '');
  yield 'home-switched-off-meanwhile';
}

const oldCode = 'Verificatiecode van je oude telefoon';
const newCode = 'Verificatiecode van je nieuwe telefoon';

async function* newPhone(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
  const code = () => codeAt(employee.secret, portal.now());
  await enterAs(portal, screen, employee);
  await screen.open('/2-factor-authenticatie');
  await portal.pass({ minutes: 4 });
  await screen.follow('Heb je een nieuwe telefoon? Zet 2 factor authenticatie over');
  yield 'password-before-new-phone';
  await screen.press('Verder', { Wachtwoord: password });
  yield 'replace';
  const secret = await screen.page.locator('.key').innerText();
  await screen.press('Toepassen');
  yield 'replace-empty';
  await screen.press('Toepassen', { [oldCode]: code(), [newCode]: '' });
  yield 'replace-new-empty';
  await screen.press('Toepassen', { [oldCode]: '', [newCode]: codeAt(secret, portal.now()) });
  yield 'replace-old-empty';
  const both = { [oldCode]: code(), [newCode]: wrongCodeAt(secret, portal.now()) };
  await screen.press('Toepassen', both);
  yield 'replace-new-wrong';
  await screen.press('Toepassen', { ...both, [newCode]: codeAt(secret, portal.now()) });
  yield 'home-phone-replaced';
}

export const twoFactorStories: Story[] = [
  { name: 'setting up two-factor', walk: settingUp },
  { name: 'setting up with too many wrong codes', walk: tooManyAtSetUp },
  { name: 'having two-factor, until it is switched off', walk: havingIt },
  { name: 'changing two-factor in two tabs', walk: inTwoTabs },
  { name: 'moving to a new phone', walk: newPhone },
];
