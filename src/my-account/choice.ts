import type { Request } from 'express';
import type { Account } from '../models/account.js';
import { readBirthDate } from '../models/birth-date.js';
import { readUsername } from '../models/names.js';
import { field, type Problem } from '../web/form.js';
import type { PasswordLetter } from './choose-password.js';
import { messages } from './messages.js';
import { newPasswordRules } from './new-password.js';

/** What somebody fills in who came by the link of a letter, as they typed it. */
export interface Choice {
  username: string;
  birthDate: string;
  password: string;
}

/** Who forgot their password keeps their username. */
export const readChoice = (letter: PasswordLetter, account: Account, req: Request): Choice => ({
  username: letter === 'invitation' ? field(req, 'gebruikersnaam') : (account.username ?? ''),
  birthDate: field(req, 'geboortedatum'),
  password: field(req, 'wachtwoord'),
});

/** Whether the page asks a birth date: the employer has it, and nobody chose a password yet. */
export const asksBirthDate = (letter: PasswordLetter, { birthDate }: Account): boolean =>
  letter === 'invitation' && birthDate !== undefined;

/** Whether it is a birth date, but not this person's. */
export const isOthersBirthDate = (
  letter: PasswordLetter,
  account: Account,
  choice: Choice,
  now: Date,
): boolean => asksBirthDate(letter, account) && readBirthDate(choice.birthDate, now) !== account.birthDate;

/** What is wrong with it, whoever they are. Only what has no such problem counts as a try. */
export async function problemsOf(
  letter: PasswordLetter,
  account: Account,
  choice: Choice,
  now: Date,
  req: Request,
): Promise<Problem[]> {
  const t = messages(req).choosePasswordPage;
  const username = readUsername(choice.username);
  const rules = await newPasswordRules({ ...account, username: username ?? '' }, now, req);
  const password = rules.problemWith(choice.password);
  const hasBirthDate = !asksBirthDate(letter, account) || readBirthDate(choice.birthDate, now) !== undefined;
  return [
    ...(username === undefined ? [{ field: 'gebruikersnaam', text: t.noUsername }] : []),
    ...(hasBirthDate ? [] : [{ field: 'geboortedatum', text: t.noBirthDate }]),
    ...(password === undefined ? [] : [{ field: 'wachtwoord', text: password }]),
  ];
}
