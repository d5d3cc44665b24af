import type { Request } from 'express';
import { Employers, type Employer } from '../models/employer.js';
import { fill, paths } from '../paths.js';
import type { House } from '../web/locals.js';
import { contactLine } from './contact.js';
import { styleSheetAddress } from './style-sheet.js';

const logoOf = ({ _id, style }: Employer): House['logo'] =>
  style?.logo
    ? {
        address: fill(paths.logo, { id: _id.toString(), hash: style.logo.hash }),
        width: style.logo.width,
        height: style.logo.height,
      }
    : undefined;

/** Whose house style the page wears: the employer's, once the password told who it is. */
export async function houseOf({ visitor }: Request): Promise<House | undefined> {
  if (visitor.stage === 'anonymous') return undefined;
  const employer = await Employers.findById(visitor.account.employer).orFail().lean<Employer>();
  return {
    name: employer.name,
    contact: employer.contact && contactLine(employer.contact),
    styleSheet: employer.style?.colour ? styleSheetAddress(employer.style.colour) : undefined,
    logo: logoOf(employer),
  };
}
