import type { Types } from 'mongoose';
import { date } from '../dates.js';
import type { Reading } from '../language.js';
import { isRequired, type Policy } from '../models/policy.js';
import { heldUp } from './held-up.js';
import { messages } from './messages.js';
import { kinds, type Kind } from './policy-form.js';

/** What one kind of people would notice. */
async function effectOn(
  kind: Kind,
  wanted: Partial<Policy>,
  employer: Types.ObjectId,
  now: Date,
  reader: Reading,
) {
  const policy = wanted[kind];
  if (!policy) return [];
  const t = messages(reader).effectsPage;
  const group = { title: t.groups[kind], names: [] as string[], more: undefined };
  if (policy.state === 'optional') return [{ ...group, text: t.optional }];
  const { count, names, address } = await heldUp[kind](employer, now);
  if (count === 0) return [{ ...group, text: t.nobody }];
  const day = policy.from && !isRequired(policy, now) ? date(policy.from, reader) : undefined;
  const more = count > names.length ? { text: t.first(names.length), address, link: t.all } : undefined;
  return [{ ...group, text: t.held(count, day), names, more }];
}

/** What would become of who leaves from now on. */
function leavingEffect({ daysAfterLeaving }: Partial<Policy>, reader: Reading) {
  if (daysAfterLeaving === undefined) return [];
  const t = messages(reader).effectsPage;
  return [{ title: t.leaving, text: t.days(daysAfterLeaving), names: [], more: undefined }];
}

/** What would become of the log. */
function logEffect({ logMonths }: Partial<Policy>, reader: Reading) {
  if (logMonths === undefined) return [];
  const t = messages(reader).effectsPage;
  return [{ title: t.log, text: t.months(logMonths), names: [], more: undefined }];
}

/** What a policy would come to, for whom: the groups of the page. */
export async function effectsOf(
  changed: Partial<Policy>,
  employer: Types.ObjectId,
  now: Date,
  reader: Reading,
) {
  const groups = await Promise.all(kinds.map((kind) => effectOn(kind, changed, employer, now, reader)));
  return [...groups.flat(), ...leavingEffect(changed, reader), ...logEffect(changed, reader)];
}
