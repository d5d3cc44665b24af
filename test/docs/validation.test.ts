import assert from 'node:assert/strict';
import { isValidObjectId } from 'mongoose';
import type { z } from 'zod';
import { isBatchName } from '../../src/batches/actions.js';
import { isLanguage } from '../../src/language.js';
import { readBirthDate } from '../../src/models/birth-date.js';
import { isoDay, startOfDay } from '../../src/dates.js';
import { logActions } from '../../src/employer/messages/nl.js';
import {
  newColleague,
  employeeDetails,
  newEmployee,
  newEmployer,
  newOfficer,
  why,
} from '../../src/employer/new-people.js';
import { isRole } from '../../src/models/role.js';
import { passwordFaults } from '../../src/my-account/messages/nl.js';
import { pageIn } from '../../src/my-account/language-page.js';
import { readLastDay } from '../../src/leaving/leaving-page.js';
import { choices, readDays, readMonths } from '../../src/policy/policy-form.js';
import { passwordFault } from '../../src/sign-in/password-rules.js';
import { readRecoveryCode } from '../../src/two-factor/recovery-codes.js';
import { readCode } from '../../src/two-factor/totp.js';
import { filesIn, read } from '../support/files.js';
import { rowsOf } from '../support/markdown.js';

const document = read('docs/validation.md');
const owner = { username: 'p.vanwekkers', email: 'p@mail.com', employer: 'Wekkers B.V.' };

const isFilledIn = (typed: string) => typed !== '';
const isNewPassword = (typed: string) => passwordFault(typed, owner, 15) === undefined;
const isChoice = (typed: string) => (choices as readonly string[]).includes(typed);
const isDay = (typed: string) => startOfDay(isoDay(typed)) !== undefined;
const isCode = (typed: string) => readCode(typed) !== undefined;

const decides: Record<string, (typed: string) => boolean> = {
  gebruikersnaam: isFilledIn,
  wachtwoord: isFilledIn,
  geboortedatum: (typed) => readBirthDate(typed, new Date()) !== undefined,
  'huidig-wachtwoord': isFilledIn,
  'nieuw-wachtwoord': isNewPassword,
  verificatiecode: isCode,
  'nieuwe-code': isCode,
  herstelcode: (typed) => typeof readRecoveryCode(typed) !== 'string',
  naam: isFilledIn,
  'e-mailadres': (typed) => newOfficer.shape.email.safeParse(typed).success,
  'tweestaps-werknemers': isChoice,
  'vanaf-werknemers': isDay,
  'tweestaps-hr': isChoice,
  'vanaf-hr': isDay,
  'naam-collega': (typed) => newColleague.shape.name.safeParse(typed).success,
  rol: isRole,
  reden: (typed) => why.safeParse({ reason: typed }).success,
  vastgesteld: (typed) => typed === 'ja',
  voorletters: (typed) => employeeDetails(new Date()).shape.initials.safeParse(typed).success,
  voorvoegsel: (typed) => employeeDetails(new Date()).shape.prefix.safeParse(typed).success,
  achternaam: (typed) => employeeDetails(new Date()).shape.surname.safeParse(typed).success,
  versie: () => true,
  bestand: () => true,
  wat: isBatchName,
  voor: (typed) => typed === 'alle',
  'wie[]': isValidObjectId,
  'maanden-logboek': (typed) => readMonths(typed) !== undefined,
  'dagen-na-uit-dienst': (typed) => readDays(typed) !== undefined,
  'uit-dienst': (typed) => readLastDay(typed, new Date('2026-11-23')) !== undefined,
  terugnemen: (typed) => typed === 'ja',
  login: () => true,
  zoek: () => true,
  werknemer: () => true,
  over: () => true,
  door: () => true,
  actie: (typed) => Object.hasOwn(logActions, typed),
  van: (typed) => startOfDay(isoDay(typed)) !== undefined,
  tot: (typed) => startOfDay(isoDay(typed)) !== undefined,
  taal: isLanguage,
  terug: (typed) => pageIn(typed, new URL('http://127.0.0.1')) === typed,
  _csrf: () => false,
};

const login = newOfficer.shape.login.shape;
const options: Record<string, z.ZodType> = {
  ...newEmployer.shape,
  ...newEmployee.shape,
  ...newOfficer.shape,
  ...login,
  ...why.shape,
};
delete options.login;

/** What stands between backticks in a cell, with its escapes; undefined where there is no example. */
function example(cell = ''): string | undefined {
  const [, text] = /^`(.*)`$/.exec(cell) ?? [];
  return text?.replace(/\\r/g, '\r').replace(/\\n/g, '\n');
}

function assertExamples(cells: string[], takes: (typed: string) => boolean): void {
  const [field = '', , taken, refused] = cells;
  const [yes, no] = [example(taken), example(refused)];
  assert.ok(yes !== undefined || no !== undefined, field);
  if (yes !== undefined) assert.ok(takes(yes), `${field} takes ${yes}`);
  if (no !== undefined) assert.ok(!takes(no), `${field} refuses ${no}`);
}

describe('docs/validation.md', () => {
  it('has every field of every page, none of them a hint or a secret question [V2.1.1, V6.4.2]', () => {
    const inViews = filesIn('views', '.ejs').flatMap((file) =>
      [
        ...read(file).matchAll(
          /(?:<(?:input|button) [^>]*name="|include\('[./a-z]*(?:field|choice|options)', \{ name: ')([\w[\]-]+)["']/g,
        ),
      ].map(([, name]) => name),
    );
    const written = rowsOf(document, 'Fields of pages').map(([name]) => name);
    assert.deepEqual([...new Set(inViews)].sort(), written.sort());
    for (const name of written) assert.doesNotMatch(name ?? '', /vraag|antwoord|hint|geheim/);
  });

  it('says of each field of a page what is taken [V2.1.1]', () => {
    for (const cells of rowsOf(document, 'Fields of pages')) {
      const takes = decides[cells[0] ?? ''];
      assert.ok(takes, cells[0]);
      assertExamples(cells, takes);
    }
  });

  it('says of each option of the command line what is taken [V2.1.1]', () => {
    const rows = rowsOf(document, 'Options of the command line');
    assert.deepEqual(rows.map(([name]) => name).sort(), Object.keys(options).sort());
    for (const cells of rows) {
      const schema = options[cells[0] ?? ''];
      assertExamples(cells, (typed) => schema?.safeParse(typed).success === true);
    }
  });

  it('has every context word that a password may not be [V6.1.2]', () => {
    const words = [...document.matchAll(/\| (like-[a-z]+) \|/g)].map(([, fault]) => fault);
    const faults = Object.keys(passwordFaults(15)).filter((fault) => fault.startsWith('like-'));
    assert.deepEqual(words.sort(), faults.sort());
  });

  it('names files that are there for what has to agree', () => {
    const rows = rowsOf(document, 'What has to agree');
    assert.equal(rows.length, 11);
    for (const [, file = ''] of rows) assert.ok(read(file).length > 0);
  });
});
