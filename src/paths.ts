/** Every address of the portal, once. `:id` and `:token` are filled in with `fill`. */
export const paths = {
  home: '/',
  signIn: '/inloggen',
  code: '/inloggen/verificatie',
  cancelSignIn: '/inloggen/annuleren',
  signOut: '/uitloggen',
  twoFactor: '/2-factor-authenticatie',
  twoFactorSetup: '/2-factor-authenticatie/instellen',
  twoFactorSwitchOff: '/2-factor-authenticatie/uitschakelen',
  twoFactorPassword: '/2-factor-authenticatie/wachtwoord',
  twoFactorReplace: '/2-factor-authenticatie/nieuwe-telefoon',
  recoveryCodes: '/2-factor-authenticatie/herstelcodes',
  renewRecoveryCodes: '/2-factor-authenticatie/nieuwe-herstelcodes',
  security: '/beveiliging',
  downloadLog: '/beveiliging/logboek.csv',
  endLogin: '/beveiliging/uitloggen',
  explanation: '/uitleg',
  accessibility: '/toegankelijkheid',
  language: '/taal',
  houseStyle: '/huisstijl',
  houseColours: '/huisstijl/:colour.css',
  logo: '/huisstijl/logo/:id/:hash',
  welcome: '/wachtwoord-kiezen',
  choosePassword: '/wachtwoord-kiezen/:token',
  changePassword: '/wachtwoord-wijzigen',
  changeEmail: '/e-mailadres-wijzigen',
  confirmNewEmail: '/e-mailadres-bevestigen',
  confirmEmail: '/e-mailadres-bevestigen/:token',
  forgottenPassword: '/wachtwoord-vergeten',
  resetPassword: '/wachtwoord-vergeten/:token',
  notMe: '/was-jij-dit-niet',
  closeAccess: '/was-jij-dit-niet/:token',
  employer: '/werkgever',
  employees: '/werkgever/werknemers',
  log: '/werkgever/logboek',
  logFile: '/werkgever/logboek.csv',
  employee: '/werkgever/werknemers/:id',
  grant: '/werkgever/werknemers/:id/toegang-verstrekken',
  sendInvitationAgain: '/werkgever/werknemers/:id/uitnodiging-versturen',
  block: '/werkgever/werknemers/:id/blokkeren',
  unblock: '/werkgever/werknemers/:id/deblokkeren',
  revoke: '/werkgever/werknemers/:id/toegang-intrekken',
  inviteAgain: '/werkgever/werknemers/:id/opnieuw-uitnodigen',
  sendUsername: '/werkgever/werknemers/:id/gebruikersnaam-versturen',
  resetTwoFactor: '/werkgever/werknemers/:id/tweestapsverificatie',
} as const;

/** `fill(paths.employee, { id })` → the address of one employee. */
export const fill = (path: string, values: Record<string, string>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

/** The rest of a path below its section, as the section's router knows it. */
export const below = (section: string, path: string): string => path.slice(section.length) || '/';
