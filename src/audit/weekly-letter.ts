import { Types } from 'mongoose';
import { portal } from '../changes/change.js';
import { weekOf } from '../dates.js';
import type { Deps } from '../deps.js';
import { Officers, type Officer } from '../models/account.js';
import { AuditLetters, type AuditLetter } from '../models/audit-letter.js';
import { isCreated } from '../models/duplicate-key.js';
import { Employers } from '../models/employer.js';
import { roleOf } from '../models/role.js';
import { openHead } from './append.js';
import type { Seal } from './seal.js';

type Needs = Pick<Deps, 'audit' | 'outbox' | 'now' | 'log'>;

const lastOf = (employer: Types.ObjectId) => AuditLetters.findById(employer).lean<AuditLetter>();

/** Settles what this week's letter says, unless that was done. @returns null where it is in the outbox already */
async function claim(employer: Types.ObjectId, seal: Seal, now: Date): Promise<AuditLetter | null> {
  const week = weekOf(now);
  const last = await lastOf(employer);
  if (!last || last.week < week) {
    const head = await openHead(seal, employer);
    const told = last?.mac === head?.mac ? 'log-told-again' : 'log-told';
    const letter: AuditLetter = {
      _id: employer,
      week,
      letter: new Types.ObjectId(),
      action: head ? told : 'log-broken',
      at: now,
      ...(head && { count: head.count, mac: head.mac }),
      isPosted: false,
    };
    // Of several processes one claims the week: all of them send what that one wrote.
    if (last) await AuditLetters.replaceOne({ _id: employer, week: last.week }, letter);
    else await isCreated(AuditLetters.create(letter));
  }
  const claimed = await lastOf(employer);
  return claimed?.week === week && !claimed.isPosted ? claimed : null;
}

async function beheerdersOf(employer: Types.ObjectId): Promise<Officer[]> {
  const officers = await Officers.find({ employer, 'access.state': 'active' }).lean<Officer[]>();
  return officers.filter((officer) => roleOf(officer) === 'beheerder');
}

async function tell(employer: Types.ObjectId, { audit, outbox, now }: Needs): Promise<void> {
  const claimed = await claim(employer, audit.seal, now());
  if (!claimed) return;
  const { letter: _id, week, action, at, count, mac } = claimed;
  const log = count !== undefined && mac !== undefined ? { log: { count, mac } } : {};
  await outbox.addForOfficers(await beheerdersOf(employer), { _id, action, at, actor: portal, ...log });
  await AuditLetters.updateOne({ _id: employer, week }, { $set: { isPosted: true } });
}

/**
 * Tells the beheerders of each employer, once a week, how far its log has come, and its seal: from then on a log that is
 * cut shorter does not fit what they have.
 */
export async function tellOfLogs(needs: Needs): Promise<void> {
  const posted = await AuditLetters.find({ week: weekOf(needs.now()), isPosted: true }, '_id').lean();
  const employers = await Employers.find({ _id: { $nin: posted.map(({ _id }) => _id) } }, '_id').lean();
  for (const { _id: employer } of employers) {
    try {
      await tell(employer, needs);
    } catch (error) {
      needs.log.error({ err: error, employer }, 'letter about an audit log not written, will be tried again');
    }
  }
}
