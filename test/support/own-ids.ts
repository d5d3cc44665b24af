import { Types } from 'mongoose';
import { Batches } from '../../src/models/batch.js';
import { Imports } from '../../src/models/import.js';
import { paths } from '../../src/paths.js';

/** A file of employees of this employer, of which nothing is left to do. */
export async function aDoneImport(employer: string, officer: Types.ObjectId): Promise<Types.ObjectId> {
  const expires = new Date('2100-01-01');
  const { _id } = await Imports.create({
    employer: new Types.ObjectId(employer),
    officer,
    state: 'done',
    expires,
  });
  return _id;
}

/** Something that was done for many of this employer, of which nothing is left to do. */
export async function aDoneBatch(employer: string, officer: Types.ObjectId): Promise<Types.ObjectId> {
  const { _id } = await Batches.create({
    employer: new Types.ObjectId(employer),
    officer,
    action: 'grant',
    at: new Date(),
    state: 'done',
    expires: new Date('2100-01-01'),
  });
  return _id;
}

/** What stands for `:id` in the addresses of an employer, so that each is its own: what is of nobody leaves an entry in the log. */
export async function ownIds(
  employer: string,
  of: { officer: Types.ObjectId; colleague: Types.ObjectId; employee: Types.ObjectId },
): Promise<(path: string) => string> {
  const ids = [
    [paths.import, await aDoneImport(employer, of.officer)],
    [paths.batches, await aDoneBatch(employer, of.officer)],
    [paths.officers, of.colleague],
  ] as const;
  return (path) => (ids.find(([section]) => path.startsWith(section))?.[1] ?? of.employee).toString();
}
