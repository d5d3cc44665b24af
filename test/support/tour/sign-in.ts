import { wrongCodeAt, codeAt } from '../authenticator.js';
import { Employees } from '../../../src/models/account.js';
import { anEmployee, anEmployeeWithTwoFactor, anEmployer, password, record, type Person } from '../people.js';
import type { Portal } from '../app.js';
import type { Screen } from '../screen.js';
import { signIn, signOut, type Story } from './story.js';

const contact = 'personeelszaken, 020 123 45 67';

async function* passwordPage(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  await screen.open('/inloggen');
  yield 'login';
  await screen.press('English');
  yield 'login-in-english';
  await screen.press('Nederlands');
  await screen.press('Inloggen');
  yield 'login-empty';
  await signIn(screen, employee, 'een verkeerde lange zin');
  yield 'login-wrong';
  await screen.page.context().clearCookies();
  await screen.press('Inloggen');
  yield 'login-without-cookies';

  await screen.open('/inloggen');
  const otherTab = await screen.page.context().newPage();
  await otherTab.goto(screen.page.url());
  await otherTab.getByLabel('Gebruikersnaam').fill(employee.username);
  await otherTab.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await otherTab.getByRole('button', { name: 'Inloggen' }).click();
  await otherTab.close();
  await screen.press('Inloggen', { Gebruikersnaam: 'somebody-else', Wachtwoord: password });
  yield 'home-already-signed-in';
  await signOut(screen);
  yield 'login-after-logout';
  await signIn(screen, employee);
  await portal.pass({ minutes: 30 });
  await screen.open('/beveiliging');
  yield 'login-after-half-an-hour';

  const access = { state: 'blocked', since: portal.now(), before: 'active' };
  await Employees.updateOne({ _id: employee.id }, { access });
  await signIn(screen, employee);
  yield 'login-blocked';
  await Employees.updateOne({ _id: employee.id }, { access: { state: 'revoked', since: portal.now() } });
  await signIn(screen, employee);
  yield 'login-revoked';
}

async function* tooManyPasswords(portal: Portal, screen: Screen) {
  const employee = await anEmployee(portal, await anEmployer());
  for (let i = 0; i < 7; i++) await signIn(screen, employee, 'een verkeerde lange zin');
  yield 'error-429-too-many-tries';
}

const enter = (screen: Screen, Verificatiecode: string) => screen.press('Inloggen', { Verificatiecode });

async function* codePage(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer('Wekkers B.V.', contact));
  const wrong = () => wrongCodeAt(employee.secret, portal.now());
  await signIn(screen, employee);
  yield 'code';
  await enter(screen, '');
  yield 'code-empty';
  await enter(screen, '12 34');
  yield 'code-too-short';
  await enter(screen, wrong());
  yield 'code-wrong';
  await enter(screen, wrong());
  await enter(screen, wrong());
  yield 'code-two-tries-left';
  await screen.unfold('Gebruik een herstelcode');
  yield 'code-recovery-open';
  await screen.press('Inloggen', { Herstelcode: 'ABCD' });
  yield 'code-recovery-too-short';
  await screen.press('Inloggen', { Herstelcode: 'OBCD EFGH JKMN PQRS' });
  yield 'code-recovery-look-alike';
  await screen.press('Inloggen', { Herstelcode: 'ABCD EFGH JKMN PQRS' });
  yield 'code-recovery-wrong';
  await screen.page.getByLabel('Herstelcode').clear();
  await enter(screen, wrong());
  await enter(screen, wrong());
  yield 'login-after-wrong-codes';

  const code = codeAt(employee.secret, portal.now());
  await signIn(screen, employee);
  await enter(screen, code);
  await signOut(screen);
  await signIn(screen, employee);
  await enter(screen, code);
  yield 'code-used';
  await portal.pass({ minutes: 5 });
  await screen.open('/inloggen/verificatie');
  yield 'login-after-five-minutes';
}

async function* recoveryCodes(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer());
  const { $ } = employee.browser.page;
  const codes = $('.recovery-codes li').toArray();
  const use = async (at: number) => {
    await signIn(screen, employee);
    await screen.unfold('Gebruik een herstelcode');
    await screen.press('Inloggen', { Herstelcode: $(codes[at]).text() });
  };
  await use(0);
  yield 'home-recovery-code-used';
  await signOut(screen);
  const { recovery } = await record(employee);
  await Employees.updateOne({ _id: employee.id }, { 'recovery.hashes': recovery?.hashes.slice(0, 1) });
  await use(1);
  yield 'home-last-recovery-code-used';
}

async function wrongCodes(portal: Portal, screen: Screen, who: Person, times: number) {
  for (let i = 0; i < times; i++) {
    if (i % 4 === 0) await signIn(screen, who);
    await enter(screen, wrongCodeAt(who.secret, portal.now()));
  }
}

async function* lockedCodes(portal: Portal, screen: Screen) {
  const employee = await anEmployeeWithTwoFactor(portal, await anEmployer('Wekkers B.V.', contact));
  await wrongCodes(portal, screen, employee, 11);
  yield 'code-locked';
  await Employees.updateOne(
    { _id: employee.id },
    { codeTries: { wrong: 100, lockedUntil: new Date('9999-01-01') } },
  );
  await wrongCodes(portal, screen, employee, 1);
  yield 'code-locked-for-good';
}

export const signInStories: Story[] = [
  { name: 'logging in with a password', walk: passwordPage },
  { name: 'trying too many passwords', walk: tooManyPasswords },
  { name: 'logging in with a code', walk: codePage },
  { name: 'logging in with recovery codes', walk: recoveryCodes },
  { name: 'trying too many codes', walk: lockedCodes },
];
