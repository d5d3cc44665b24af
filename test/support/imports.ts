import { Types } from 'mongoose';
import { Imports } from '../../src/models/import.js';

/** A file of employees of this employer, of which nothing is left to do. */
export async function aDoneImport(employer: string, officer: Types.ObjectId): Promise<Types.ObjectId> {
  const expires = new Date('2100-01-01');
  const { _id } = await Imports.create({
    employer: new Types.ObjectId(employer),
    officer,
    state: 'confirmed',
    expires,
  });
  return _id;
}
