import type { Request } from 'express';
import { actorOf, change } from '../changes/change.js';
import type { Deps } from '../deps.js';
import type { Reading } from '../language.js';
import { Accounts, type Account } from '../models/account.js';
import type { Change } from '../models/change.js';
import { field, type Problem } from '../web/form.js';
import { codeField, codeProblem, recoveryProblem } from './code-field.js';
import { codeLock, countWrong, noTries, notLocked, type CodeLock } from './code-tries.js';
import { messages } from './messages.js';
import { findRecoveryCode, readRecoveryCode } from './recovery-codes.js';
import { timeStepOf } from './totp.js';

/** A right code, not spent yet. The update that uses it holds `filter`: so it works once. */
export interface RightCode {
  isRecoveryCode: boolean;
  filter: Record<string, unknown>;
  /** Spend it, in an account whose two-factor stays. */
  set: Record<string, unknown>;
  pull?: Record<string, unknown>;
  changes: Change[];
}

/** What came of asking for a code of the present phone, or a recovery code. */
export type Answer = { right: RightCode } | { problems: Problem[] } | { locked: CodeLock };

async function checkCode(
  { config, secretBox, now }: Deps,
  req: Request,
  account: Account,
  code: string,
): Promise<Answer> {
  const words = messages(req).codeProblems;
  const by = actorOf(req, account);
  if (account.twoFactor.state === 'off') return { problems: codeProblem(words.wrongCode) };
  const at = now();
  const locked = codeLock(account, at);
  if (locked) return { locked };
  const timeStep = timeStepOf(secretBox.open(account.twoFactor.secret, account._id, 'confirmed'), code, at);
  if (timeStep === undefined) {
    const lockedMeanwhile = await countWrong(account, config.codeLimits, by, at);
    return lockedMeanwhile ? { locked: lockedMeanwhile } : { problems: codeProblem(words.wrongCode) };
  }
  return {
    right: {
      isRecoveryCode: false,
      filter: { 'twoFactor.state': 'on', 'twoFactor.lastStep': { $lt: timeStep }, ...notLocked(at) },
      set: { 'twoFactor.lastStep': timeStep, codeTries: noTries },
      changes: [],
    },
  };
}

const unreadable = (reader: Reading, why: 'not-16' | 'look-alike'): Problem[] => {
  const { noRecoveryCode, lookAlike } = messages(reader).codeProblems;
  return recoveryProblem(why === 'not-16' ? noRecoveryCode : lookAlike);
};

async function checkRecoveryCode(
  { attempts, now }: Deps,
  req: Request,
  account: Account,
  typed: string,
): Promise<Answer> {
  const words = messages(req).codeProblems;
  const read = readRecoveryCode(typed);
  if (typeof read === 'string') return { problems: unreadable(req, read) };
  const giveBack = await attempts.recovery(account._id);
  const hash = await findRecoveryCode(account.recovery, read.code);
  if (hash === undefined) return { problems: recoveryProblem(words.wrongRecoveryCode) };
  await giveBack();
  return {
    right: {
      isRecoveryCode: true,
      filter: { 'twoFactor.state': 'on', 'recovery.hashes': hash },
      set: { codeTries: noTries },
      pull: { 'recovery.hashes': hash },
      changes: [change('recovery-code-used', actorOf(req, account), now())],
    },
  };
}

const recoveryCodeIn = (req: Request) => field(req, 'herstelcode').trim();

/** Whether six digits were filled in, which are then looked at. */
export const isVerificationCode = (req: Request): boolean =>
  recoveryCodeIn(req) === '' && 'code' in codeField(req);

/** What is wrong with what was filled in, before any of it is looked at. */
export function typingProblems(req: Request): Problem[] {
  const recoveryCode = recoveryCodeIn(req);
  if (recoveryCode !== '') {
    const read = readRecoveryCode(recoveryCode);
    return typeof read === 'string' ? unreadable(req, read) : [];
  }
  const typed = codeField(req);
  return 'problem' in typed ? codeProblem(typed.problem) : [];
}

/** Reads and checks the code, or the recovery code, that somebody filled in. Wrong ones count. */
export async function secondFactor(deps: Deps, req: Request, account: Account): Promise<Answer> {
  const recoveryCode = recoveryCodeIn(req);
  if (recoveryCode !== '') return checkRecoveryCode(deps, req, account, recoveryCode);
  const typed = codeField(req);
  return 'problem' in typed
    ? { problems: codeProblem(typed.problem) }
    : checkCode(deps, req, account, typed.code);
}

/** Why a right code did not do: it was used before, or codes were locked meanwhile. Undefined when the account changed. */
export async function whyRefused(
  account: Account,
  { isRecoveryCode }: RightCode,
  now: Date,
  reader: Reading,
): Promise<Exclude<Answer, { right: RightCode }> | undefined> {
  const words = messages(reader).codeProblems;
  const current = await Accounts.findOne({ _id: account._id, version: account.version }).lean<Account>();
  if (!current) return undefined;
  if (isRecoveryCode) return { problems: recoveryProblem(words.wrongRecoveryCode) };
  const locked = codeLock(current, now);
  return locked ? { locked } : { problems: codeProblem(words.usedCode) };
}
