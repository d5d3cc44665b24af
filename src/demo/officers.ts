import type { Types } from 'mongoose';
import { administrator } from '../changes/change.js';
import type { Deps } from '../deps.js';
import { addOfficer } from '../employer/add-people.js';
import { changeStaff, staffChange } from '../officers/change-staff.js';
import type { DemoLogin } from './demo.js';

const beheerder = { name: 'H. de Ruiter', email: 'hr@mail.com' };
const medewerker = { name: 'F. Smit', email: 'f.smit@mail.com', role: 'medewerker' as const };
const invited = { name: 'O. Kaya', email: 'o.kaya@mail.com', role: 'beheerder' as const };

/** A beheerder and a medewerker, who can log in, and a colleague who is invited. */
export async function makeOfficers(
  employer: Types.ObjectId,
  login: (who: string, username: string) => DemoLogin,
  { now, passwords }: Deps,
): Promise<void> {
  const at = { employer: employer.toString() };
  const add = (officer: Omit<Parameters<typeof addOfficer>[0], 'employer'>) =>
    addOfficer({ ...at, ...officer }, administrator, now(), passwords);
  const id = await add({ ...beheerder, login: login('HR-medewerker', 'hr') });
  await add({ ...medewerker, login: login('HR-medewerker die niet beheert', 'f.smit') });
  const by = { kind: 'officer' as const, id, name: beheerder.name };
  await changeStaff(employer, staffChange(by, { action: 'invite', ...invited }, now()));
}
