import { Types } from 'mongoose';
import { z } from 'zod';
import { Fatal } from '../fatal.js';
import { readBirthDate } from '../models/birth-date.js';
import { normaliseUsername } from '../models/names.js';
import { roles } from '../models/role.js';
import { longestPassword, type PasswordFault } from '../sign-in/password-rules.js';

const lineOf = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'may not be empty')
    .max(longest, `may have at most ${longest} characters`)
    .regex(/^\P{Cc}*$/u, 'may not hold line breaks or other control characters');

const line = lineOf(100);

// Every page shows a name as text. Who writes markup in one means no name, and other programs may show it otherwise.
const name = line.regex(/^[^<>]*$/, 'may not hold < or >');

const login = z.object({
  username: line.transform(normaliseUsername).refine((name) => !/\s/.test(name), 'may not hold spaces'),
  /** Checked when it is known whose it is. */
  password: z.string(),
});

/** Why a password will not do. */
export const passwordFaults = (shortest: number): Record<PasswordFault, string> => ({
  'too-short': `password is too short: use at least ${shortest} characters`,
  'too-long': `password is too long: use at most ${longestPassword} characters`,
  common: 'password is on the list of common passwords, or two of them in a row',
  repeated: 'password is one short piece repeated',
  'like-username': 'password is too much like the username',
  'like-email': 'password is too much like the e-mail address',
  'like-employer': "password is too much like the employer's name",
  'like-portal': 'password is too much like the name of the Werknemerloket',
});

const employer = z.string().regex(/^[0-9a-f]{24}$/, 'is not an id as "employer add" gave it');

const person = z.object({
  employer,
  email: z.email('is not an e-mail address').max(254),
});

export const newEmployer = z.object({ name: line, contact: line.optional() });

const role = z.enum(roles);

export const newOfficer = person.extend({ name, role: role.default('beheerder'), login });

/** An officer who is invited; they choose a password themselves. */
export const newColleague = newOfficer.pick({ name: true, email: true }).extend({ role });

const birthDate = z.string().transform((typed, context): string => {
  const day = readBirthDate(typed, new Date());
  if (day !== undefined) return day;
  context.addIssue('is not a day of birth, such as 1980-01-31');
  return z.NEVER;
});

/** What an officer fills in of somebody; what may be absent is empty then. */
export const employeeDetails = (now: Date) =>
  z.object({
    initials: name,
    prefix: z.union([z.literal('').transform(() => undefined), name]),
    surname: name,
    email: person.shape.email,
    birthDate: z.string().transform((typed, context) => {
      if (typed.trim() === '') return undefined;
      const day = readBirthDate(typed, now);
      if (day === undefined) context.addIssue('is not a day of birth');
      return day;
    }),
  });

export const newEmployee = person.extend({
  number: name,
  initials: name,
  prefix: name.optional(),
  surname: name,
  birthDate: birthDate.optional(),
  /** Absent: no access yet. */
  login: login.optional(),
});

/** What an administrator changes of an employee: all that is absent stays. */
export const newDetails = newEmployee
  .pick({ initials: true, prefix: true, surname: true, email: true, birthDate: true })
  .partial();

/** Why an administrator did what only they can do. */
export const why = z.object({ reason: lineOf(200) });

/** @throws Fatal when it is not an id */
export const employerId = (text: string): Types.ObjectId =>
  new Types.ObjectId(checked(z.object({ employer }), { employer: text }).employer);

/** @throws Fatal when it says nothing, or too much */
export const givenReason = (reason: string): string => checked(why, { reason }).reason;

/** @throws Fatal that names each value that is not right */
export function checked<T extends z.ZodType>(schema: T, given: z.input<T>): z.output<T> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new Fatal(
    result.error.issues.map(({ path, message }) => `${String(path.at(-1))} ${message}`).join('; '),
  );
}
