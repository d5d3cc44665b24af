import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { enter } from '../changes/enter.js';
import type { Deps } from '../deps.js';
import { Accounts, type Account } from '../models/account.js';
import type { Change, Origin } from '../models/change.js';
import { emailKey, fullName, normaliseUsername } from '../models/names.js';
import { PasswordRequests, type PasswordRequest } from '../models/password-request.js';

type Needs = Pick<Deps, 'secretBox' | 'attempts' | 'outbox' | 'now'>;

/** Keeps what somebody asked, existing or not; `answerRequests` looks who it is. */
export async function askForPassword({ secretBox, now }: Needs, typed: string, from: Origin): Promise<void> {
  const _id = new Types.ObjectId();
  const name = secretBox.seal(typed.trim(), _id, 'password-request');
  await PasswordRequests.create({ _id, name, from, at: now() });
}

// The same for the same request and account, so that an answer that was killed halfway is not given twice.
const changeId = (request: PasswordRequest, account: Account) =>
  new Types.ObjectId(
    createHash('sha256')
      .update(`${request._id.toString()} ${account._id.toString()}`)
      .digest()
      .subarray(0, 12),
  );

const changeOf = (request: PasswordRequest, account: Account): Change => ({
  _id: changeId(request, account),
  action: 'password-forgotten',
  at: request.at,
  actor: { kind: account.kind, id: account._id, name: fullName(account), from: request.from },
});

const accountsOf = (name: string): Promise<Account[]> =>
  Accounts.find({
    'access.state': 'active',
    $or: [{ username: normaliseUsername(name) }, { emailKey: emailKey(name) }],
  })
    .sort({ _id: 1 })
    .lean<Account[]>();

async function answer({ secretBox, attempts, outbox }: Needs, request: PasswordRequest): Promise<void> {
  const found = await accountsOf(secretBox.open(request.name, request._id, 'password-request'));
  const accounts: Account[] = [];
  for (const account of found) if (await attempts.passwordLetter(account._id)) accounts.push(account);
  for (const account of accounts) {
    await enter({ ...changeOf(request, account), employer: account.employer, account: account._id });
  }
  // One letter for each address, also where a username is somebody else's address.
  for (const first of accounts) {
    const there = accounts.filter(({ email }) => emailKey(email) === emailKey(first.email));
    if (there[0] === first) await outbox.addForAll([first, ...there.slice(1)], changeOf(request, first));
  }
  await PasswordRequests.deleteOne({ _id: request._id });
  outbox.send(accounts.map((account) => changeId(request, account)));
}

/** Sends letters to who forgot their password: what was asked just now, and what a killed process left. */
export async function answerRequests(needs: Needs): Promise<void> {
  for (const request of await PasswordRequests.find().lean<PasswordRequest[]>()) await answer(needs, request);
}
