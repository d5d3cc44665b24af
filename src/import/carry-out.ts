import type { Deps } from '../deps.js';
import { addEmployee } from '../employer/add-people.js';
import { changeDetails, changedDetails, type Details } from '../employer/change-details.js';
import { Fatal } from '../fatal.js';
import { Accounts, type Employee } from '../models/account.js';
import type { Actor } from '../models/change.js';
import { ImportRows, Imports, type Import, type ImportRow } from '../models/import.js';

// So many entries come to the audit log together.
const atOnce = 25;

// By its unique index alone, whatever kind of account: the embedded engine looks nothing else up without a scan.
const find = ({ employer, number }: ImportRow) =>
  Accounts.findOne({ numberKey: `${employer.toString()}:${number}` }).lean<Employee>();

/** Does what a row asks, unless it was done before, by whomever. @returns the account; null when it is other than the officer saw */
async function apply(row: ImportRow, by: Actor, deps: Deps): Promise<Employee['_id'] | null> {
  const { employer, number, outcome, version } = row;
  const wanted = row.values as Details;
  const there = await find(row);
  if (there) {
    if (changedDetails(there, wanted).length === 0) return there._id;
    const isAsSeen = there.version === version && (there.detailsVersion ?? 0) === row.detailsVersion;
    if (outcome === 'new' || !isAsSeen) return null;
    return (await changeDetails(there, wanted, by, deps.now())) && there._id;
  }
  if (outcome !== 'new') return null;
  const { initials, prefix, surname, email, birthDate } = wanted;
  const given = {
    employer: employer.toString(),
    number,
    initials,
    surname,
    email,
    ...(prefix !== undefined && { prefix }),
    ...(birthDate !== undefined && { birthDate }),
  };
  try {
    return await addEmployee(given, by, deps.now(), deps.passwords);
  } catch (error) {
    // Another process was first, or somebody by hand: the next look shows which.
    if (error instanceof Fatal && (await find(row))) return apply(row, by, deps);
    throw error;
  }
}

async function carryOutRow(row: ImportRow, by: Actor, deps: Deps): Promise<void> {
  const account = await apply(row, by, deps);
  if (account) await deps.relay.bring(account);
  await ImportRows.updateOne(
    { _id: row._id },
    { $set: { done: true, ...(!account && { outcome: 'refused', problems: ['meanwhile'] }) } },
  );
}

/** Does what an officer confirmed, and what a killed process left of it. Twice comes to the same as once. */
export async function carryOut({ _id, employer }: Import, by: Actor, deps: Deps): Promise<void> {
  await Imports.updateOne({ _id, employer }, { $set: { state: 'confirmed' } });
  for (;;) {
    const rows = await ImportRows.find({ import: _id, done: false })
      .sort({ line: 1 })
      .limit(500)
      .lean<ImportRow[]>();
    if (rows.length === 0) return;
    for (let from = 0; from < rows.length; from += atOnce)
      await Promise.all(rows.slice(from, from + atOnce).map((row) => carryOutRow(row, by, deps)));
  }
}
