import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { Deps } from '../deps.js';
import { askColleague } from '../four-eyes/ask.js';
import { waitsAs } from '../four-eyes/waiting.js';
import { Accounts, type Account } from '../models/account.js';
import type { Change, Origin } from '../models/change.js';
import { emailKey, normaliseUsername } from '../models/names.js';
import { PasswordRequests, type PasswordRequest } from '../models/password-request.js';

type Needs = Pick<Deps, 'secretBox' | 'attempts' | 'audit' | 'outbox' | 'relay' | 'log' | 'now'>;

// Who asked so long ago has asked again since, or found another way.
const keptFor = 24 * 60 * 60_000;
const takenFor = 60_000;

/** Keeps what somebody asked, existing or not; `answerRequests` looks who it is. */
export async function askForPassword({ secretBox, now }: Needs, typed: string, from: Origin): Promise<void> {
  const _id = new Types.ObjectId();
  const name = secretBox.seal(typed.trim(), _id, 'password-request');
  await PasswordRequests.create({ _id, name, from, at: now(), due: now() });
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
  // Anybody can ask: nothing tells that it was the person.
  actor: { kind: 'visitor', name: 'inlogpagina', from: request.from },
});

const accountsOf = (name: string): Promise<Account[]> =>
  Accounts.find({
    'access.state': 'active',
    $or: [{ username: normaliseUsername(name) }, { emailKey: emailKey(name) }],
  })
    .sort({ _id: 1 })
    .lean<Account[]>();

/** Takes a request on: nobody else does, for a minute. @returns null when somebody has it */
const takeOn = (_id: Types.ObjectId, now: Date): Promise<PasswordRequest | null> =>
  PasswordRequests.findOneAndUpdate(
    { _id, due: { $lte: now } },
    { $set: { due: new Date(now.getTime() + takenFor) } },
    { returnDocument: 'after' },
  ).lean<PasswordRequest>();

/** Who of those that were found gets a letter: counted once, also when a killed process leaves it to another. */
async function allowed({ attempts }: Needs, request: PasswordRequest, found: Account[]): Promise<Account[]> {
  const counted = request.accounts;
  if (counted) return found.filter(({ _id }) => counted.some((id) => id.equals(_id)));
  const accounts: Account[] = [];
  for (const account of found)
    if (await attempts.passwordLetter(account._id, request.from.address)) accounts.push(account);
  await PasswordRequests.updateOne(
    { _id: request._id },
    { $set: { accounts: accounts.map(({ _id }) => _id) } },
  );
  return accounts;
}

// A colleague at the employer decides; the page of who asked says what it says to everybody.
async function askForLetter({ relay }: Needs, request: PasswordRequest, account: Account): Promise<void> {
  const { actor: by } = changeOf(request, account);
  await askColleague(account, 'password-letter', { by, now: request.at });
  await relay.bring(account._id);
}

async function answer(needs: Needs, request: PasswordRequest): Promise<void> {
  const { secretBox, audit, outbox, now } = needs;
  const found = await accountsOf(secretBox.open(request.name, request._id, 'password-request'));
  const accounts: Account[] = [];
  for (const account of await allowed(needs, request, found)) {
    if (waitsAs(account, 'password-letter', now())) await askForLetter(needs, request, account);
    else accounts.push(account);
  }
  for (const account of accounts) {
    await audit.enter({ ...changeOf(request, account), employer: account.employer, account: account._id });
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
  const { log, now } = needs;
  await PasswordRequests.deleteMany({ at: { $lte: new Date(now().getTime() - keptFor) } });
  for (const { _id } of await PasswordRequests.find({ due: { $lte: now() } }, '_id').lean()) {
    try {
      const request = await takeOn(_id, now());
      if (request) await answer(needs, request);
    } catch (error) {
      log.error({ err: error, request: _id }, 'request for a password not answered, will be tried again');
    }
  }
}
