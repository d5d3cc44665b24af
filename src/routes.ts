import { Router, type RequestHandler } from 'express';
import { batchRoutes, employeesRoutes } from './batches/routes.js';
import type { Deps } from './deps.js';
import { requireOfficer } from './employer/guards.js';
import { employerRoutes } from './employer/routes.js';
import { statementPage } from './accessibility/statement-page.js';
import { houseStyleRoutes } from './house-style/routes.js';
import { importRoutes } from './import/routes.js';
import { homePage } from './my-account/home-page.js';
import { chooseLanguage } from './my-account/language-page.js';
import {
  changeEmailRoutes,
  confirmEmailRoutes,
  changePasswordRoutes,
  closeAccessRoutes,
  securityRoutes,
  welcomeRoutes,
  forgottenPasswordRoutes,
} from './my-account/routes.js';
import { requireBeheerder } from './officers/guards.js';
import { officerRoutes } from './officers/routes.js';
import { paths } from './paths.js';
import { policyRoutes } from './policy/routes.js';
import {
  open,
  requireNotSignedIn,
  requirePasswordAccepted,
  requireSignedIn,
  requireSignedInDespite,
} from './sign-in/guards.js';
import { cancelRoutes, codeRoutes, passwordRoutes, signOutRoutes } from './sign-in/routes.js';
import { rememberLink } from './sign-in/wanted-page.js';
import { explanationPage } from './two-factor/explanation-page.js';
import { twoFactorRoutes } from './two-factor/routes.js';

export interface Section {
  path: string;
  guard: RequestHandler | RequestHandler[];
  router: Router;
}

/** The table of contents: where, for whom, what. A page that no section lets somebody into is closed. */
export const sections = (deps: Deps): Section[] => [
  { path: paths.code, guard: requirePasswordAccepted, router: codeRoutes(deps) },
  { path: paths.cancelSignIn, guard: requirePasswordAccepted, router: cancelRoutes() },
  { path: paths.signIn, guard: requireNotSignedIn(deps.now), router: passwordRoutes(deps) },
  {
    path: paths.signOut,
    guard: requireSignedInDespite('set-up-two-factor', 'choose-password'),
    router: signOutRoutes(deps),
  },
  {
    path: paths.changePassword,
    guard: requireSignedInDespite('choose-password'),
    router: changePasswordRoutes(deps),
  },
  {
    path: paths.twoFactor,
    guard: requireSignedInDespite('set-up-two-factor'),
    router: twoFactorRoutes(deps),
  },
  { path: paths.changeEmail, guard: requireSignedIn, router: changeEmailRoutes(deps) },
  { path: paths.security, guard: requireSignedIn, router: securityRoutes(deps) },
  { path: paths.officers, guard: requireBeheerder, router: officerRoutes(deps) },
  { path: paths.policy, guard: requireBeheerder, router: policyRoutes(deps) },
  { path: paths.batches, guard: requireOfficer, router: batchRoutes(deps) },
  { path: paths.employees, guard: requireOfficer, router: employeesRoutes(deps) },
  { path: paths.import, guard: requireOfficer, router: importRoutes(deps) },
  { path: paths.employer, guard: requireOfficer, router: employerRoutes(deps) },
  { path: paths.explanation, guard: open, router: Router().get('/', explanationPage) },
  { path: paths.accessibility, guard: open, router: Router().get('/', statementPage) },
  { path: paths.language, guard: open, router: Router().post('/', chooseLanguage(deps)) },
  { path: paths.houseStyle, guard: open, router: houseStyleRoutes() },
  { path: paths.welcome, guard: open, router: welcomeRoutes(deps) },
  { path: paths.forgottenPassword, guard: open, router: forgottenPasswordRoutes(deps) },
  {
    path: paths.confirmNewEmail,
    guard: [rememberLink(deps.secretBox), requireSignedIn],
    router: confirmEmailRoutes(deps),
  },
  { path: paths.notMe, guard: open, router: closeAccessRoutes(deps) },
];

/** The one page without a section of its own: every address lies below `/`. */
export const home = (deps: Deps): RequestHandler[] => [requireSignedIn, homePage(deps)];
