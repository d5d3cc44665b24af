import { Types } from 'mongoose';
import { administrator, change } from '../../../src/changes/change.js';
import type { Portal } from '../app.js';
import { codeAt } from '../authenticator.js';
import { aDoneBatch, aDoneImport } from '../own-ids.js';
import {
  aNewcomer,
  anEmployee,
  anEmployeeWithTwoFactor,
  anEmployer,
  anOfficer,
  elsewhere,
  logIn,
  password,
  type Person,
} from '../people.js';
import { routesOf } from '../routes.js';

export const kinds = [
  'nobody',
  'who is asked a code',
  'an employee',
  'an employee with two-factor',
  'an officer',
] as const;
export type Kind = (typeof kinds)[number];

/** What stands in the place of a parameter of an address. */
export interface Places {
  active: string;
  /** A request of Vier ogen that is over. */
  decided: string;
  officer: string;
  newcomer: string;
  link: string;
  reset: string;
  dead: string;
  /** A file of employees of which nothing is left to do. */
  import: string;
  /** The same, of something for many. */
  batch: string;
}

export interface Visitors {
  people: Record<Kind, Person>;
  places: Places;
  /** The names of all fields on all pages that they can open. */
  fieldNames: string[];
  /** Six digits that are nobody's code at this moment. */
  wrongCodes: string[];
}

const keyOn = async ({ browser }: Person, path: string) => (await browser.open(path)).$('.key').text();

/** The token in the last letter. */
async function lastLink(portal: Portal): Promise<string> {
  const links = (await portal.letters()).at(-1)?.links ?? [];
  return (
    links
      .find((one) => /wachtwoord-(kiezen|vergeten)/.test(one))
      ?.split('/')
      .at(-1) ?? ''
  );
}

/** Keeps the recovery codes, and begins to change phones. @returns the secret of the new one */
async function changePhone({ browser }: Person): Promise<string> {
  await browser.open('/2-factor-authenticatie/herstelcodes');
  await browser.press('Ik heb deze codes bewaard');
  const { $ } = await browser.open('/2-factor-authenticatie/nieuwe-telefoon');
  return $('.key').text();
}

/** Opens every page there is, and looks what can be filled in. */
async function fieldsFor({ browser }: Person, paths: string[]): Promise<string[]> {
  const names: string[] = [];
  for (const path of paths) {
    const { $ } = await browser.open(path);
    names.push(
      ...$('input, button, select, textarea')
        .toArray()
        .map((one) => $(one).attr('name') ?? ''),
    );
  }
  return names;
}

function wrongCodes(portal: Portal, secrets: string[]): string[] {
  const around = [-30, 0, 30].map((seconds) => new Date(portal.now().getTime() + seconds * 1000));
  const right = secrets.flatMap((secret) => around.map((at) => codeAt(secret, at)));
  return ['111111', '222222', '333333', '444444', '555555', '%20777%20777%20'].filter(
    (code) => !right.includes(code.replaceAll('%20', '')),
  );
}

/** Something that was asked of a colleague, and decided: only the log knows it still. */
async function aDecidedRequest(portal: Portal, employer: string, { id: account }: Person) {
  const asked = change('approval-asked', administrator, portal.now(), { asks: 'reset-two-factor' });
  await portal.deps.audit.enter({ ...asked, employer: new Types.ObjectId(employer), account });
  return asked._id;
}

/** Everybody who can be at a form, each at a browser of their own. */
export async function theVisitors(portal: Portal): Promise<Visitors> {
  const employer = await anEmployer();
  const nobody = await anEmployee(portal, employer);
  const employee = await anEmployee(portal, employer);
  const holder = await anEmployeeWithTwoFactor(portal, employer);
  const officer = await anOfficer(portal, employer);
  const invited = (await aNewcomer(portal, employer)).toString();
  const newcomer = (await aNewcomer(portal, employer)).toString();
  await logIn(employee);
  await logIn(officer);
  await officer.browser.open(`/werkgever/werknemers/${invited}`);
  await officer.browser.press('Toegang verstrekken');
  const link = await lastLink(portal);
  await nobody.browser.open('/wachtwoord-vergeten');
  await nobody.browser.press('E-mail sturen', { 'Gebruikersnaam of e-mailadres': nobody.username });
  const reset = await lastLink(portal);
  const colleague = (await anOfficer(portal, employer)).id.toString();
  const places = {
    import: (await aDoneImport(employer, officer.id)).toString(),
    batch: (await aDoneBatch(employer, officer.id)).toString(),
    active: holder.id.toString(),
    decided: (await aDecidedRequest(portal, employer, holder)).toString(),
    officer: officer.id.toString(),
    newcomer,
    link,
    reset,
    dead: 'x'.repeat(43),
  };

  const secrets = [
    holder.secret,
    await keyOn(employee, '/2-factor-authenticatie'),
    await keyOn(officer, '/2-factor-authenticatie'),
  ];
  const pages = routesOf(portal)
    // Style sheets, pictures and files have nothing to fill in.
    .filter(({ method, path }) => method === 'get' && !/^\/huisstijl|\.csv$/.test(path))
    .map(({ path }) =>
      path
        .replace(/(?<=hr-medewerkers.):id/, colleague)
        .replace(':id', places.active)
        .replace(/kiezen.:token/, `kiezen/${link}`),
    );
  const names = [];
  // With a second login there is more to fill in.
  const second = elsewhere(portal, employee);
  await logIn(second);
  for (const who of [nobody, employee, holder, officer]) names.push(...(await fieldsFor(who, pages)));
  await second.browser.press('Uitloggen');

  // From now on the page of setting up does not show its QR code, which takes long to draw.
  await portal.pass({ minutes: 6 });
  for (const { browser } of [employee, holder, officer]) await browser.open('/');
  secrets.push(await changePhone(holder));
  names.push(...(await fieldsFor(holder, [holder.browser.page.path])));
  // To end another login, the password must have been given just now.
  await holder.browser.open('/2-factor-authenticatie/wachtwoord');
  await holder.browser.press('Verder', { Wachtwoord: password });
  await portal.deps.relay.sweep();
  await nobody.browser.open('/inloggen');
  const asked = elsewhere(portal, holder);
  await logIn(asked);
  return {
    people: {
      nobody,
      'who is asked a code': asked,
      'an employee': employee,
      'an employee with two-factor': holder,
      'an officer': officer,
    },
    places,
    fieldNames: [...new Set(names)].filter((name) => name !== '' && name !== '_csrf'),
    wrongCodes: wrongCodes(portal, secrets),
  };
}
